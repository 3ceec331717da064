import CurlMulti
import InvitationImporter
import TestSupport
import Testing

/// What `revoke` undoes and what it leaves alone, in virtual time.
struct RevokeTests {
    @Test func onlyWhatIsPendingIsRevoked() throws {
        let run = try SimulatedFollowUp(6)
        run.server.addOlder("somebody@x.example", roles: [], status: "pending")
        run.server.change([person(2)], to: "accepted")
        run.server.change([person(3)], to: "expired")
        run.server.remove(person(4))
        let revoked = try #require(try run.revoke())
        #expect(revoked.plan.count == 3)
        #expect(revoked.summary.exitCode == 0)
        #expect(
            run.revoked == [
                person(1): "revoked", person(2): "accepted", person(3): "expired", person(4): "gone",
                person(5): "revoked", person(6): "revoked",
            ])
        #expect(Set(run.server.invitations.map(\.email)) == ["somebody@x.example", person(2), person(3)])
        #expect(run.server.deletions.count == 3)
    }

    @Test func onlyChosenOnesAreRevoked() throws {
        let run = try SimulatedFollowUp(4)
        let chosen = try ChosenPeople(
            reading: ByteSource(Array("\(person(2))\n\(person(3))\n".utf8), name: "only.txt"))
        let revoked = try #require(try run.revoke(of: chosen))
        #expect((revoked.plan.count, revoked.plan.aside) == (2, 2))
        #expect(revoked.summary.exitCode == 0)
        #expect(
            run.revoked == [
                person(1): "skipped", person(2): "revoked", person(3): "revoked", person(4): "skipped",
            ])
        // Who was revoked before stays so in the report of others.
        let others = try ChosenPeople(reading: ByteSource(Array("\(person(1))\n".utf8), name: "only.txt"))
        #expect(try run.revoke(of: others)?.plan.count == 1)
        #expect(run.revoked[person(2)] == "revoked" && run.revoked[person(4)] == "skipped")
        #expect(run.server.invitations.map(\.email) == [person(4)])
    }

    @Test func whatHappensWhileAPersonIsAskedIsSaid() throws {
        let run = try SimulatedFollowUp(8)
        let revoked = try #require(
            try run.revoke {
                run.server.change([person(1)], to: "accepted")
                run.server.remove(person(2))
            })
        #expect(revoked.plan.count == 8)
        #expect(revoked.summary.exitCode == 0)
        #expect(run.revoked[person(1)] == "accepted")
        #expect(run.revoked[person(2)] == "gone")
        #expect(revoked.summary.count(.revoked) == 6)
        #expect(run.server.invitations.map(\.email) == [person(1)])
    }

    @Test func aSecondRunSendsNothing() throws {
        let run = try SimulatedFollowUp(5)
        _ = try run.revoke()
        let again = try #require(try run.revoke())
        #expect(again.plan.count == 0)
        #expect(again.summary.count(.revoked) == 5)
        #expect(run.server.deletions.values.allSatisfy { $0 == 1 })
    }

    @Test func theReportOfTheImportSaysWhoWasRevokedAndNobodyIsInvitedAgain() throws {
        let run = try SimulatedFollowUp(3)
        run.server.change([person(2)], to: "accepted")
        _ = try run.revoke()
        let rows = run.simulated.rows("results.csv")
        #expect(rows.allSatisfy { $0.contains(",invited,") })
        #expect(rows.filter { $0.contains("revoked at 20") }.count == 2)
        let (summary, wire) = try run.importAgain()
        #expect(wire.starts.isEmpty)
        #expect(summary.revoked == 2)
        #expect(summary.warnings == 0)
        #expect(summary.exitCode == 0)
        #expect(run.simulated.rows("results.csv").filter { $0.contains("revoked at 20") }.count == 2)
    }

    @Test func whatOnlyTheListShowedIsLeftAlone() throws {
        var character = SimulatedServer.Character()
        character.errorAfter = 100
        let run = try SimulatedFollowUp(3, character, listsAreQuiet: true)
        #expect(run.simulated.rows("results.csv").allSatisfy { $0.contains(",invited,") })
        let left = try #require(try run.revoke())
        #expect(left.plan.count == 0)
        #expect(left.plan.settled == 3)
        #expect(run.revoked.values.allSatisfy { $0 == "skipped" })
        let all = try #require(try run.revoke(includesSettled: true))
        #expect(all.plan.count == 3)
        #expect(all.summary.count(.revoked) == 3)
        #expect(run.server.invitations.isEmpty)
    }

    @Test func whatIsSaidToBeGoneAndIsListedIsRevokedTheNextTime() throws {
        let run = try SimulatedFollowUp(3)
        var isFirst = true
        let summary = try run.follow(toChange: true) { followUp, _ in
            let wire = SimulatedWire(
                startingAt: run.now,
                lists: { request, now in
                    guard request.method == .delete, isFirst else { return run.server.answer(request, now) }
                    isFirst = false
                    return (.milliseconds(5), .answer(404, #"{"error":{"code":404,"message":"not here"}}"#))
                }
            ) { _, _ in (.zero, .answer(500)) }
            let session = try run.session(followUp, wire)
            _ = try followUp.preflight(session)
            let plan = try followUp.revocationPlan()
            return try followUp.report(plan, followUp.revoke(plan, session))
        }
        #expect(summary?.outcomes == [.revoked: 2, .failed: 1])
        #expect(summary?.exitCode == 1)
        let again = try #require(try run.revoke())
        #expect(again.summary.outcomes == [.revoked: 3])
        #expect(run.server.invitations.isEmpty)
    }

    @Test func aServerThatDoesNotKnowTheRequestStopsTheRun() throws {
        let run = try SimulatedFollowUp(30)
        var deletions = 0
        let summary = try run.follow(toChange: true) { followUp, _ in
            let wire = SimulatedWire(
                startingAt: run.now,
                lists: { request, now in
                    guard request.method == .delete else { return run.server.answer(request, now) }
                    deletions += 1
                    return (.milliseconds(5), .answer(404, #"{"error":{"code":404,"message":"no such route"}}"#))
                }
            ) { _, _ in (.zero, .answer(500)) }
            let session = try run.session(followUp, wire)
            _ = try followUp.preflight(session)
            let plan = try followUp.revocationPlan()
            return try followUp.report(plan, followUp.revoke(plan, session))
        }
        #expect(summary?.exitCode == 75)
        #expect(summary?.count(.gone) == 0)
        #expect(summary?.count(.notSent) == 30)
        #expect(deletions < 30)
    }

    @Test func theCapHoldsOverListsAndRevocationsTogether() throws {
        var character = SimulatedServer.Character()
        character.listPage = 5
        let run = try SimulatedFollowUp(40, character)
        let rate = Rate(10, per: .seconds(1))
        run.policy.pace = .atMost(rate)
        let wire = try #require(try run.revoke()?.wire)
        #expect(wire.requests.count == 50)
        for (index, start) in wire.requests.enumerated().dropFirst(rate.count) {
            #expect(start - wire.requests[index - rate.count] >= rate.window)
        }
    }

    @Test func aListThatMayNotBeReadLeavesEverybodyAlone() throws {
        var character = SimulatedServer.Character()
        character.listsAllowed = false
        let run = try SimulatedFollowUp(3, character)
        let revoked = try #require(try run.revoke())
        #expect(run.server.deletions.isEmpty)
        #expect(revoked.summary.exitCode == 75)
        #expect(revoked.summary.count(.notSent) == 3)
    }

    /// Trouble of all kinds, and death at any step: the end is always the same.
    @Test(arguments: 1...(TestDose.isFull ? 40 : 12))
    func killedAtAnyStepItComesToTheSameEnd(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let run = try SimulatedFollowUp(12)
        run.server.trouble.lostBefore = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.lostAfter = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.errorBefore = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.errorAfter = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.turnedAway = [0, 20].randomElement(using: &random) ?? 0
        run.server.change([person(3), person(4)], to: "accepted")
        run.policy.concurrency = [1, 3, 16].randomElement(using: &random) ?? 16
        for _ in 0..<6 {
            _ = try run.revoke(life: SimulatedLife(steps: Int.random(in: 1...60, using: &random)))
        }
        var summary = try #require(try run.revoke()).summary
        for _ in 0..<5 where summary.exitCode != 0 { summary = try #require(try run.revoke()).summary }
        #expect(summary.exitCode == 0)
        #expect(Set(run.server.invitations.map(\.email)) == [person(3), person(4)])
        for number in 1...12 {
            #expect(run.revoked[person(number)] == ([3, 4].contains(number) ? "accepted" : "revoked"))
        }
        #expect(run.simulated.rows("results.csv").filter { $0.contains("revoked at 20") }.count == 10)
        let (_, wire) = try run.importAgain()
        #expect(wire.starts.isEmpty)
    }
}
