import CurlMulti
import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// What `status` says of a run, in virtual time.
struct StatusTests {
    @Test(arguments: [1, 3, 500])
    func everybodyStandsWhereTheServerHasThem(_ page: Int) throws {
        var character = SimulatedServer.Character()
        character.listPage = page
        let run = try SimulatedFollowUp(12, character)
        run.server.change([person(2), person(3)], to: "accepted")
        run.server.change([person(4)], to: "expired")
        run.server.change([person(5)], to: "a word of tomorrow")
        run.server.remove(person(6))
        let (ending, found, wire) = try #require(try run.statuses())
        #expect(ending == .complete)
        var expected = Dictionary(uniqueKeysWithValues: (1...12).map { (person($0), InvitationStatus.pending) })
        expected[person(2)] = .accepted
        expected[person(3)] = .accepted
        expected[person(4)] = .expired
        expected[person(5)] = .other
        expected[person(6)] = .gone
        #expect(found == expected)
        #expect(wire.starts.isEmpty)
    }

    @Test func aListIsReadOnceIfNobodyIsMissing() throws {
        let run = try SimulatedFollowUp(5)
        let (_, _, wire) = try #require(try run.statuses())
        #expect(wire.requests.count == 3, "organizations, invitations, members")
    }

    @Test func whoIsMissedOnceIsLookedForAgain() throws {
        let run = try SimulatedFollowUp(5)
        run.server.remove(person(1))
        let (_, found, wire) = try #require(try run.statuses())
        #expect(wire.requests.count == 5, "organizations, and twice invitations and members")
        #expect(found[person(1)] == .gone)
    }

    @Test func aMemberWhoseInvitationIsNotListedAnyMoreIsIn() throws {
        let run = try SimulatedFollowUp(3)
        run.server.remove(person(1))
        run.server.members = [person(1).uppercased()]
        let (_, found, _) = try #require(try run.statuses())
        #expect(found[person(1)] == .accepted)
    }

    @Test func peopleOfUnknownOutcomeAreNotForgotten() throws {
        let run = try SimulatedFollowUp(3, .silent, listsAreQuiet: true)
        let report = try #require(
            try run.follow(toChange: false) { followUp, wire in
                _ = try run.preflight(followUp, wire)
                return try StatusReport(followUp, .text) { _ in }
            })
        #expect(report.counts == [.unknown: 3])
        let revoked = try #require(try run.revoke(includesSettled: true))
        #expect(revoked.summary.outcomes == [.unknown: 3])
        #expect(revoked.summary.exitCode == 2)
        #expect(revoked.plan.unclear == 3)
        #expect(run.revoked == [person(1): "unknown", person(2): "unknown", person(3): "unknown"])
        #expect(run.server.deletions.isEmpty)
    }

    @Test func peopleOfOthersDoNotCount() throws {
        let run = try SimulatedFollowUp(3)
        run.server.addOlder("somebody@x.example", roles: [], status: "pending")
        let (_, found, _) = try #require(try run.statuses())
        #expect(found.count == 3)
    }

    @Test func aListThatMayNotBeReadLeavesEverybodyUnseen() throws {
        var character = SimulatedServer.Character()
        character.listsAllowed = false
        let run = try SimulatedFollowUp(3, character)
        let unread = try run.follow(toChange: false) { followUp, wire in
            #expect(try run.preflight(followUp, wire) == .complete)
            try followUp.invitations { #expect($1 == .notSeen) }
            return followUp.statuses.unread
        }
        #expect(unread?.keys.sorted() == ["acme"])
    }

    @Test func aListWithoutAnEndIsNoList() throws {
        let run = try SimulatedFollowUp(2)
        var asked = 0
        let wire = SimulatedWire(lists: { _, _ in
            asked += 1
            let next = ["a", "b", "c"][asked % 3]
            return (.milliseconds(5), .answer(200, #"{"invitations":[],"nextPageToken":"\#(next)"}"#))
        }) { _, _ in (.zero, .answer(500)) }
        let followUp = try FollowUp([run.directory], origin: "https://api.example", toChange: false)
        defer { followUp.close() }
        #expect(try run.preflight(followUp, wire).exitCode == 75)
        #expect(followUp.statuses.unread["acme"]?.contains("it does not come to an end") == true)
        #expect(wire.now.sinceOrigin >= .seconds(15 * 60), "it is trouble, and worth some patience")
    }

    @Test(arguments: [(401, 77), (302, 75)])
    func aServerThatCannotBeAskedIsSaidByTheExitCode(_ status: Int, _ code: Int32) throws {
        let run = try SimulatedFollowUp(2)
        let wire = SimulatedWire(lists: { _, _ in (.milliseconds(5), .answer(status)) }) { _, _ in (.zero, .answer(500))
        }
        let followUp = try FollowUp([run.directory], origin: "https://api.example", toChange: false)
        defer { followUp.close() }
        #expect(try run.preflight(followUp, wire).exitCode == code)
        try followUp.invitations { #expect($1 == .notSeen) }
    }

    @Test func aServerThatIsNotThereIsUnreachable() throws {
        let run = try SimulatedFollowUp(2)
        let wire = SimulatedWire(lists: { _, _ in (.milliseconds(5), .silence(.notSent, .connect)) }) { _, _ in
            (.zero, .answer(500))
        }
        let followUp = try FollowUp([run.directory], origin: "https://api.example", toChange: false)
        defer { followUp.close() }
        #expect(try run.preflight(followUp, wire).exitCode == 69)
    }

    @Test func anotherServersRunIsRefused() throws {
        let run = try SimulatedFollowUp(2)
        #expect(throws: RunError.self) {
            _ = try FollowUp([run.directory], origin: "https://other.example", toChange: false)
        }
    }

    @Test(arguments: [false, true])
    func aRunWithoutItsJournalIsRefusedAndLeftAsItIs(_ toChange: Bool) throws {
        let run = try SimulatedFollowUp(2)
        try FileManager.default.removeItem(atPath: run.directory.file("journal.jsonl").string)
        #expect(throws: RunError.self) {
            _ = try FollowUp([run.directory], origin: "https://api.example", toChange: toChange)
        }
        #expect(run.simulated.folder.read("team.run/journal.jsonl") == nil)
    }

    /// What an older program wrote.
    @Test func aJournalOfTheFirstFormatIsRead() throws {
        let run = try SimulatedFollowUp(3)
        let text = try #require(run.simulated.folder.read("team.run/journal.jsonl"))
        let lines = try text.split(separator: "\n").map { line in
            var members = try #require(JSONValue(parsing: String(line)).members).filter { $0.name != "crc" }
            for index in members.indices where members[index].name == "version" {
                members[index] = .init("version", .integer(1))
            }
            return String(decoding: ChecksummedLine.bytes(members), as: UTF8.self)
        }
        #expect(lines[0].contains(#""version":1,"#))
        try run.simulated.folder.write("team.run/journal.jsonl", lines.joined())
        #expect(try run.statuses()?.1.count == 3)
        #expect(try run.revoke()?.summary.count(.revoked) == 3)
    }

    @Test func theReportHasEverybodyInBothForms() throws {
        let run = try SimulatedFollowUp(150)
        run.server.change([person(2)], to: "accepted")
        try run.follow(toChange: false) { followUp, wire in
            _ = try run.preflight(followUp, wire)
            var table: [UInt8] = []
            _ = try StatusReport(followUp, .csv) { table += $0 }
            let lines = String(decoding: table, as: UTF8.self).split(separator: "\r\n")
            #expect(lines.count == 151)
            #expect(lines.contains { $0.hasPrefix("p2@x.example,acme,accepted,i-") })
            var object: [UInt8] = []
            _ = try StatusReport(followUp, .json) { object += $0 }
            let value = try JSONValue(parsing: object)
            #expect(value["people"]?.array?.count == 150)
            #expect(value["counts"]?["accepted"]?.integer == 1)
            let text = try StatusReport(followUp, .text) { _ in Issue.record("text is no data") }
            #expect(text.people.count == 100)
            #expect(text.count(.pending) == 149)
        }
    }

    private func page(_ run: SimulatedFollowUp) -> String { run.simulated.folder.read("team.run/report.html") ?? "" }

    @Test func thePageShowsWhatWasFoundUntilSomebodyAsksAgain() throws {
        let run = try SimulatedFollowUp(5)
        #expect(!page(run).contains("What became of the invitations"))
        run.server.change([person(2), person(3)], to: "accepted")
        let journal = run.simulated.folder.read("team.run/journal.jsonl")
        try run.follow(toChange: false) { followUp, wire in
            _ = try run.preflight(followUp, wire)
            try followUp.keepStatuses()
        }
        #expect(page(run).contains(#"aria-label="3 pending, 2 accepted""#))
        #expect(run.simulated.folder.read("team.run/journal.jsonl") == journal)
        // Reports that are written again know it too.
        _ = try StoredRun(run.directory).report()
        #expect(page(run).contains(#"aria-label="3 pending, 2 accepted""#))
        // What was revoked since is gone, whatever the list showed then.
        _ = try run.revoke()
        #expect(page(run).contains(#"aria-label="2 accepted, 3 gone""#))
    }

    @Test func aListThatWasNotReadChangesNoPage() throws {
        var character = SimulatedServer.Character()
        character.listsAllowed = false
        let run = try SimulatedFollowUp(3, character)
        try run.follow(toChange: false) { followUp, wire in
            _ = try run.preflight(followUp, wire)
            try followUp.keepStatuses()
        }
        #expect(run.simulated.folder.read("team.run/status.jsonl") == nil)
        #expect(!page(run).contains("What became of the invitations"))
    }
}
