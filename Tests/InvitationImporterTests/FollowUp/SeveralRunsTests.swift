import InvitationImporter
import SystemPackage
import TestSupport
import Testing

/// Several runs followed at once: all shards of an import, or any runs of one organization, in virtual time.
struct SeveralRunsTests {
    /// Everybody of a file, imported in three shards.
    private func shards(_ people: Int) throws -> SimulatedFollowUp {
        let run = try SimulatedFollowUp(people, imports: false)
        run.directories = try (1...3).map { number in
            run.simulated.shard = try #require(Shard(number, of: 3))
            run.simulated.directory = "\(number).run"
            try run.importAgain()
            return RunDirectory(run.simulated.folder.path.appending("\(number).run"))
        }
        return run
    }

    /// The rows of a report of all shards, sorted.
    private func rows(_ name: String, _ run: SimulatedFollowUp) -> [String] {
        (1...3).flatMap { number in
            (run.simulated.folder.read("\(number).run/\(name)") ?? "").split(whereSeparator: \.isNewline).dropFirst()
                .map(String.init)
        }.sorted()
    }

    @Test func statusIsThatOfOneImportWhateverTheOrder() throws {
        let run = try shards(20)
        run.server.change([person(2), person(9)], to: "expired")
        run.server.change([person(3)], to: "accepted")
        run.server.remove(person(4))
        func status(_ directories: [RunDirectory]) throws -> (text: String, requests: Int) {
            run.directories = directories
            let found = try run.follow(toChange: false) { followUp, wire in
                #expect(try run.preflight(followUp, wire) == .complete)
                var text: [UInt8] = []
                _ = try StatusReport(followUp, .json) { text += $0 }
                return (String(decoding: text, as: UTF8.self), followUp.requests)
            }
            return try #require(found)
        }
        let all = run.directories
        let orders = try [all, all.reversed(), Array(all[1...]) + [all[0]]].map(status)
        let counts = #""invitations":20,"counts":{"pending":16,"accepted":1,"expired":2,"gone":1,"#
        #expect(orders[0].text.contains(counts), "\(orders[0].text)")
        #expect(orders.allSatisfy { $0 == orders[0] })
        // The lists are read for all of them at once.
        #expect(try all.map { try status([$0]).requests }.max() == orders[0].requests)
    }

    @Test func revokingIsThatOfOneImport() throws {
        let run = try shards(20)
        run.server.change([person(3)], to: "accepted")
        run.directories.reverse()
        let revoked = try #require(try run.revoke())
        #expect(revoked.plan.count == 19)
        #expect(revoked.summary.outcomes == [.revoked: 19, .accepted: 1])
        #expect(revoked.summary.exitCode == 0)
        #expect(run.server.invitations.map(\.email) == [person(3)])
        #expect(rows("revoked.csv", run).count { $0.contains(",revoked,") } == 19)
        #expect(rows("results.csv", run).count { $0.contains("revoked at 20") } == 19)
        #expect(try run.revoke()?.plan.count == 0)
    }

    @Test func reinvitingIsThatOfOneImportAndHasOneFirst() throws {
        let run = try shards(20)
        run.server.change((1...12).map(person), to: "expired")
        #expect(try run.inviteAgain(first: 5)?.wire.starts.count == 5)
        let again = try #require(try run.inviteAgain())
        #expect(again.wire.starts.count == 7)
        #expect((again.summary.rows, again.summary.count(.invited)) == (20, 20))
        #expect(again.summary.exitCode == 0)
        #expect((1...20).allSatisfy { run.server.made(person($0)) == ($0 <= 12 ? 2 : 1) })
        #expect(rows("results.csv", run).count { $0.contains(",invited,,201,2,") } == 12)
        #expect(try run.inviteAgain()?.plan.count == 0)
    }

    /// Trouble, and death at any step, with the folders in any order: the end is the same, and nobody is mailed twice.
    @Test(arguments: 1...(TestDose.isFull ? 30 : 8))
    func killedAtAnyStepItComesToTheSameEnd(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let run = try shards(10)
        run.server.trouble.lostAfter = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.errorAfter = [0, 20].randomElement(using: &random) ?? 0
        run.server.trouble.turnedAway = [0, 20].randomElement(using: &random) ?? 0
        run.server.change((1...6).map(person), to: "expired")
        for _ in 0..<6 {
            run.directories.shuffle(using: &random)
            _ = try run.inviteAgain(life: SimulatedLife(steps: Int.random(in: 1...60, using: &random)))
        }
        run.server.trouble = .init()
        var again = try #require(try run.inviteAgain())
        for _ in 0..<3 where again.plan.count > 0 { again = try #require(try run.inviteAgain()) }
        #expect(again.plan.count == 0)
        for number in 1...10 { #expect(run.server.made(person(number)) == (number <= 6 ? 2 : 1)) }
        for _ in 0..<3 {
            run.directories.shuffle(using: &random)
            _ = try run.revoke(
                includesSettled: true, life: SimulatedLife(steps: Int.random(in: 1...60, using: &random)))
        }
        _ = try run.revoke(includesSettled: true)
        #expect(run.server.invitations.allSatisfy { $0.status != "pending" })
        #expect(rows("revoked.csv", run).count { $0.contains(",revoked,") } == 10)
    }

    /// Two imports of the same people: whoever expired in both is invited anew once.
    @Test func aPersonOfTwoRunsIsInvitedAnewOnce() throws {
        let run = try SimulatedFollowUp(3)
        run.server.change((1...3).map(person), to: "expired")
        run.simulated.directory = "other.run"
        try run.importAgain()
        run.server.change((1...3).map(person), to: "expired")
        run.directories.append(RunDirectory(run.simulated.folder.path.appending("other.run")))
        let again = try #require(try run.inviteAgain())
        #expect(again.plan.count == 3)
        #expect(again.wire.starts.count == 3)
        #expect((1...3).allSatisfy { run.server.made(person($0)) == 3 })
        #expect(try run.inviteAgain()?.plan.count == 0)
    }

    @Test func aForeignOneIsRefusedByName() throws {
        let run = try shards(6)
        run.simulated.organization = "other"
        run.simulated.shard = .whole
        run.simulated.directory = "foreign.run"
        try run.importAgain()
        let foreign = RunDirectory(run.simulated.folder.path.appending("foreign.run"))
        for directories in [[foreign] + run.directories, run.directories + [foreign]] {
            let error = #expect(throws: RunError.self) {
                _ = try FollowUp(directories, origin: "https://api.example", toChange: true)
            }
            #expect(error?.kind == .otherRun)
            #expect(error?.message.contains("foreign.run belongs to another organization") == true)
        }
        let server = #expect(throws: RunError.self) {
            _ = try FollowUp(run.directories, origin: "https://other.example", toChange: false)
        }
        #expect(server?.kind == .otherRun)
        let twice = #expect(throws: RunError.self) {
            _ = try FollowUp(run.directories + [run.directories[1]], origin: "https://api.example", toChange: false)
        }
        #expect(twice?.message.contains("2.run is named twice") == true)
        // Nothing stays locked.
        #expect(try run.revoke()?.summary.count(.revoked) == 6)
    }
}
