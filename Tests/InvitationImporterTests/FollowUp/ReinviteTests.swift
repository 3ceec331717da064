import TestSupport
import Testing

@testable import InvitationImporter

/// Whom `import --again expired` invites anew, in virtual time.
struct ReinviteTests {
    @Test func onlyExpiredOnesAreInvitedAnewAndOnce() throws {
        let run = try SimulatedFollowUp(6)
        run.server.change([person(2), person(5)], to: "expired")
        run.server.change([person(3)], to: "accepted")
        run.server.remove(person(4))
        let again = try #require(try run.inviteAgain())
        #expect(again.plan.toSend == ["acme": 2])
        #expect(again.summary.exitCode == 0)
        #expect(again.wire.starts.count == 2)
        #expect(run.pending == [person(1), person(2), person(5), person(6)])
        #expect(run.simulated.rows("results.csv").filter { $0.contains(",invited,,201,2,") }.count == 2)

        let second = try #require(try run.inviteAgain())
        #expect(second.plan.count == 0)
        #expect(second.wire.starts.isEmpty)

        // The summary and the page are about this start, which left nobody for later.
        let folder = run.simulated.folder
        let summary = try JSONValue(parsing: folder.read("team.run/summary.json") ?? "")
        let times = ["firstBegunAt", "begunAt", "endedAt"].compactMap { summary[$0]?.string.flatMap(ISOTime.parse) }
        #expect(times.count == 3 && times[0] < times[1] && times[1] <= times[2], "\(summary.serialized)")
        #expect(folder.read("team.run/report.html")?.contains("left for later") == false)
    }

    @Test func onesThatExpireAgainAreInvitedAgain() throws {
        let run = try SimulatedFollowUp(2)
        for round in 2...4 {
            run.server.change([person(1)], to: "expired")
            #expect(try run.inviteAgain()?.wire.starts.count == 1)
            #expect(run.server.made(person(1)) == round)
        }
        #expect(run.server.made(person(2)) == 1)
        #expect(run.simulated.rows("results.csv").filter { $0.contains(",invited,,201,4,") }.count == 1)
    }

    @Test func whoIsThereByNowGetsNoMail() throws {
        let run = try SimulatedFollowUp(2)
        run.server.change([person(1)], to: "expired")
        run.server.addOlder(person(1), roles: ["viewer"], status: "pending")
        let again = try #require(try run.inviteAgain())
        #expect(again.plan.count == 0)
        #expect(again.plan.elsewhere == 1)
        #expect(again.wire.starts.isEmpty)
        #expect(run.simulated.rows("results.csv").allSatisfy { $0.contains(",invited,") })
    }

    @Test func aMemberGetsNoMail() throws {
        let run = try SimulatedFollowUp(2)
        run.server.change([person(1), person(2)], to: "expired")
        run.server.members = [person(1)]
        let again = try #require(try run.inviteAgain())
        #expect(again.plan.count == 1)
        #expect(again.wire.starts.count == 1)
        #expect(run.server.made(person(1)) == 1)
        #expect(run.simulated.rows("results.csv").allSatisfy { $0.contains(",invited,") })
        #expect(try run.statuses()?.1[person(1)] == .accepted)
    }

    @Test func thePlanAddsUpAfterAKill() throws {
        let run = try SimulatedFollowUp(8)
        run.server.change((1...8).map(person), to: "expired")
        for steps in 1...40 {
            _ = try run.inviteAgain(life: SimulatedLife(steps: steps))
            let plan = try #require(
                try run.follow(toChange: false) { followUp, wire in
                    _ = try run.preflight(followUp, wire)
                    return try followUp.reinvitePlan()
                })
            #expect(plan.unplanned == 0)
            #expect(plan.unfinished <= plan.count)
        }
    }

    @Test func aRevokedOneIsNotInvitedAnew() throws {
        let run = try SimulatedFollowUp(3)
        _ = try run.revoke()
        run.server.addOlder(person(1), roles: [], status: "expired")
        #expect(try run.inviteAgain()?.plan.count == 0)
    }

    @Test func aPlainImportSendsNobodyAnew() throws {
        let run = try SimulatedFollowUp(3)
        run.server.change([person(1)], to: "expired")
        #expect(try run.importAgain().1.starts.isEmpty)
    }

    @Test func someAtATime() throws {
        let run = try SimulatedFollowUp(5)
        run.server.change((1...5).map(person), to: "expired")
        #expect(try run.inviteAgain(first: 2)?.wire.starts.count == 2)
        #expect(try run.inviteAgain()?.wire.starts.count == 3)
        #expect(run.pending.count == 5)
    }

    @Test func onlyChosenOnesAreInvitedAnew() throws {
        let run = try SimulatedFollowUp(5)
        run.server.change((1...4).map(person), to: "expired")
        let chosen = try ChosenPeople(
            reading: ByteSource(Array("\(person(2))\n\(person(3))\n\(person(5))\n\(person(9))\n".utf8), name: "only"))
        let again = try #require(try run.inviteAgain(of: chosen))
        #expect((again.plan.count, again.plan.aside) == (2, 2))
        #expect(again.wire.starts.count == 2)
        #expect(run.pending == [person(2), person(3), person(5)])
        let missing = try run.follow(toChange: false) { followUp, _ in try followUp.missing(chosen) }
        #expect(missing?.people.map(\.number) == [4])
        #expect(try run.inviteAgain()?.wire.starts.count == 2)
    }

    /// What a start was killed in the middle of waits, too, until its person is chosen.
    @Test func anUnfinishedOneIsLeftAsideAsWell() throws {
        let run = try SimulatedFollowUp(2)
        run.server.change([person(1), person(2)], to: "expired")
        var steps = 1
        while run.server.made(person(1)) + run.server.made(person(2)) < 3 {
            _ = try run.inviteAgain(life: SimulatedLife(steps: steps))
            steps += 1
        }
        let nobody = ChosenPeople(domains: ["other.example"])
        let again = try #require(try run.inviteAgain(of: nobody))
        #expect(again.plan.count == 0)
        #expect(again.wire.starts.isEmpty)
    }

    @Test func revokedOnesCanBeInvitedAnew() throws {
        let run = try SimulatedFollowUp(3)
        let chosen = ChosenPeople(domains: ["x.example"])
        _ = try run.revoke(of: chosen)
        #expect(run.pending.isEmpty)
        #expect(try run.inviteAgain(.revoked, of: chosen)?.wire.starts.count == 3)
        #expect(run.pending.count == 3)
        #expect(try run.inviteAgain(.revoked)?.wire.starts.isEmpty == true)
    }

    @Test func whoIsInvitedAnewCanBeRevoked() throws {
        let run = try SimulatedFollowUp(2)
        run.server.change([person(1)], to: "expired")
        _ = try run.inviteAgain()
        let revoked = try #require(try run.revoke())
        #expect(revoked.summary.count(.revoked) == 2)
        #expect(run.pending.isEmpty)
    }

    /// Trouble of all kinds, and death at any step: nobody is mailed twice, and the end is always the same.
    @Test(arguments: 1...(TestDose.isFull ? 40 : 12))
    func killedAtAnyStepItComesToTheSameEnd(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let run = try SimulatedFollowUp(10)
        run.server.trouble.lostBefore = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.lostAfter = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.errorBefore = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.errorAfter = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.turnedAway = [0, 20].randomElement(using: &random) ?? 0
        run.server.change((1...6).map(person), to: "expired")
        run.policy.concurrency = [1, 3, 16].randomElement(using: &random) ?? 16
        for _ in 0..<5 {
            _ = try run.inviteAgain(life: SimulatedLife(steps: Int.random(in: 1...60, using: &random)))
        }
        run.server.trouble = .init()
        var again = try #require(try run.inviteAgain())
        for _ in 0..<3 where again.plan.count > 0 { again = try #require(try run.inviteAgain()) }
        #expect(again.plan.count == 0)
        #expect(run.pending == (1...10).map(person).sorted())
        for number in 1...10 { #expect(run.server.made(person(number)) == (number <= 6 ? 2 : 1)) }
        #expect(run.simulated.rows("results.csv").allSatisfy { $0.contains(",invited,") })
    }
}

extension SimulatedFollowUp {
    /// Who has an invitation that is pending, sorted.
    fileprivate var pending: [String] { server.invitations.filter { $0.status == "pending" }.map(\.email).sorted() }
}
