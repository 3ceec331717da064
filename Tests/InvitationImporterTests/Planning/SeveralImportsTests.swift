import CurlMulti
import Foundation
import InvitationImporter
import SystemPackage
import Testing

/// One run directory, several imports: the report is about all of them, each row once.
struct SeveralImportsTests {
    /// A row may be changed while nobody knows what became of it: what was asked for then tells whose invitation it is.
    @Test func ourInvitationIsOursAlsoIfTheRowWasChangedSince() throws {
        let simulated = try SimulatedImport(2)
        simulated.signals = [(.seconds(2), 15), (.seconds(2), 15)]
        simulated.policy.retry.settleDelay = .seconds(1)
        var character = SimulatedServer.Character()
        character.latency = 5000...5000
        let server = SimulatedServer(character, seed: 3, epoch: Date())
        let (_, first, wire) = try simulated.run(lists: { server.quietly($0, $1) }, { server.answer($0, $1) })
        #expect(first.count(.unknown) == 2, "both are under way when it stops")
        simulated.signals = []
        try simulated.folder.write("team.csv", "email,roles\np1@x.example,viewer;member\np2@x.example,viewer\n")
        let (_, second, _) = try simulated.run(
            startingAt: wire.now.sinceOrigin + .seconds(1), lists: { server.quietly($0, $1) },
            { server.answer($0, $1) })
        #expect(second.count(.invited) == 2)
        #expect(server.made("p1@x.example") == 1)
        #expect(server.made("p2@x.example") == 1)
    }

    @Test func anOrganizationThatTheRunKnowsByItsIdIsNotAnotherByItsUid() throws {
        let simulated = try SimulatedImport()
        simulated.organization = ""
        let uid = "4279cfb0-0000-4000-8000-000000000001"
        try simulated.folder.write("team.csv", "email,roles,organization\np1@x.example,viewer,acme\n")
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201, #"{"id":"i"}"#)) }
        try simulated.folder.write("more.csv", "email,roles,organization\np1@x.example,viewer,\(uid)\n")
        let run = try ImportRun(
            RunDirectory(simulated.folder.path.appending("team.run")), organization: "", origin: "https://api.example")
        defer { run.close() }
        var directory = ServerSnapshot()
        directory.organizations = [ServerResource(id: "acme", uid: uid)]
        let plan = try run.prepare(
            [.opening(simulated.folder.path.appending("more.csv"), name: "more.csv")], ImportOptions(),
            preflight: { _ in PreflightResult(directory) }
        ).plan
        #expect(plan.invitations == 0)
        #expect(plan.findings[.organizationTwice] == 1)
    }

    private let simulated: SimulatedImport

    init() throws {
        simulated = try SimulatedImport()
        simulated.policy.pace = .unlimited
    }

    private func team(_ rows: String..., as name: String = "team.csv") throws {
        let lines = ["email,roles"] + rows
        try simulated.folder.write(name, lines.joined(separator: "\n") + "\n")
    }

    /// Imports some files against a server that refuses the role `emperor`.
    @discardableResult
    private func run(_ files: String...) throws -> (RunSummary, sent: Int) {
        simulated.files = files
        let (_, summary, wire) = try simulated.run { request, _ in
            let isRefused = String(decoding: request.body, as: UTF8.self).contains("emperor")
            return (.milliseconds(5), .answer(isRefused ? 400 : 201, #"{"id":"i"}"#))
        }
        return (summary, wire.starts.count)
    }

    /// `file?:row:email:outcome` of every row of the results.
    private func results() throws -> [String] {
        let lines = (simulated.folder.read("team.run/results.jsonl") ?? "").split(separator: "\n")
        return try lines.map { line in
            let row = try JSONValue(parsing: String(line))
            let email = row["input"]?["email"]?.string ?? "?"
            return "\(row["file"]?.string ?? "?"):\(row["row"]?.integer ?? 0) \(email) \(row["outcome"]?.string ?? "?")"
        }
    }

    private func rewrite(_ name: String, _ change: (String) -> String) throws {
        try simulated.folder.write("team.run/" + name, change(simulated.folder.read("team.run/" + name) ?? ""))
    }

    private func brokenTeam() throws {
        try team("a@x.example,viewer", "b@@x.example,viewer", "c@x.example,emperor", "d@x.example,viewer")
        let (summary, sent) = try run("team.csv")
        #expect(summary.exitCode == 1)
        #expect(sent == 3)
        try rewrite("fix.csv") { $0.replacing("b@@", with: "b@").replacing("emperor", with: "admin") }
    }

    @Test func correctedRowsTakeTheirPlaces() throws {
        try brokenTeam()
        let (summary, sent) = try run("team.run/fix.csv")
        let all = (1...4).map { "team.csv:\($0) \("abcd".dropFirst($0 - 1).prefix(1))@x.example invited" }
        #expect(sent == 2)
        #expect(try results() == all)
        #expect(summary.rows == 4)
        #expect(summary.exitCode == 0)
        #expect(
            simulated.rows("results.csv").map { $0.split(separator: ",").prefix(4).joined(separator: ",") } == [
                "1,2,a@x.example,viewer", "2,3,b@x.example,viewer", "3,4,c@x.example,admin", "4,5,d@x.example,viewer",
            ])
        #expect(simulated.folder.read("team.run/fix.csv") == nil)

        let again = try run("team.csv")
        #expect(again.sent == 0)
        #expect(try results() == all)
        #expect(again.0.exitCode == 0)
    }

    @Test func correctionsMayComeInAnyOrderAndInPart() throws {
        try brokenTeam()
        try rewrite("fix.csv") { text in
            let lines = text.split(whereSeparator: \.isNewline).map(String.init)
            return [lines[0], lines[2], ",,new@x.example,viewer"].joined(separator: "\n") + "\n"
        }
        let (summary, sent) = try run("team.run/fix.csv")
        #expect(sent == 2)
        #expect(
            try results() == [
                "team.csv:1 a@x.example invited", "team.csv:2 b@@x.example invalid", "team.csv:3 c@x.example invited",
                "team.csv:4 d@x.example invited", "team.run/fix.csv:2 new@x.example invited",
            ])
        #expect(summary.exitCode == 1)
        #expect(simulated.rows("fix.csv").count == 1)
    }

    @Test func whatWasNotSentGoesOutByRetryAndInItsPlace() throws {
        try team("a@x.example,viewer", "b@x.example,viewer", "c@x.example,viewer")
        simulated.first = 1
        try run("team.csv")
        simulated.first = nil
        #expect(simulated.rows("retry.csv").count == 2)
        let (summary, sent) = try run("team.run/retry.csv")
        #expect(sent == 2)
        #expect(summary.exitCode == 0)
        #expect(try results() == "abc".enumerated().map { "team.csv:\($0 + 1) \($1)@x.example invited" })
    }

    @Test func rowsOfAnotherFileAreNotSentAlong() throws {
        try team("a@x.example,viewer", "b@x.example,viewer")
        simulated.first = 1
        try run("team.csv")
        simulated.first = nil
        try team("z@x.example,viewer", as: "more.csv")
        let (summary, sent) = try run("more.csv")
        #expect(sent == 1)
        #expect(summary.count(.notSent) == 1)
        #expect(
            try results() == [
                "team.csv:1 a@x.example invited", "team.csv:2 b@x.example not-sent", "more.csv:1 z@x.example invited",
            ])
        #expect(try run("team.csv").sent == 1)
        #expect(
            try results().sorted() == [
                "more.csv:1 z@x.example invited", "team.csv:1 a@x.example invited", "team.csv:2 b@x.example invited",
            ])
    }

    @Test func aNewerFileOfTheSameNameTakesThePlaceOfTheOlder() throws {
        try team("a@x.example,viewer", "b@x.example,viewer", "c@@x.example,viewer", "d@x.example,viewer")
        simulated.first = 2
        try run("team.csv")
        simulated.first = nil
        try team("e@x.example,viewer", "A@X.example,viewer", "c@x.example,viewer")
        let (summary, sent) = try run("team.csv")
        #expect(sent == 2)
        #expect(summary.exitCode == 0)
        // d was never sent and is wanted no more; b was invited and must not be forgotten.
        #expect(
            try results() == [
                "team.csv:1 e@x.example invited", "team.csv:2 A@X.example invited", "team.csv:3 c@x.example invited",
                "team.csv:2 b@x.example invited",
            ])
        #expect(try run("team.csv").sent == 0)
        #expect(try results().count == 4)
    }

    @Test func nobodyIsInvitedByTwoRows() throws {
        try team("a@x.example,viewer", "b@x.example,emperor")
        try run("team.csv")
        try team("b@x.example,viewer", as: "more.csv")
        let (summary, sent) = try run("more.csv")
        #expect(sent == 1)
        #expect(summary.exitCode == 0)
        #expect(
            try results() == [
                "team.csv:1 a@x.example invited", "team.csv:2 b@x.example duplicate", "more.csv:1 b@x.example invited",
            ])
    }

    @Test func aDamagedPlanIsToldAndMadeAnew() throws {
        try team("a@x.example,viewer", "b@x.example,viewer")
        try run("team.csv")
        try rewrite("plan.jsonl") { $0.replacing("a@x", with: "q@x") }
        try team("c@x.example,viewer", as: "more.csv")
        let (summary, _) = try run("more.csv")
        #expect(summary.count(.invited) == 1)
        #expect(summary.gaps.contains { $0.contains("plan.jsonl is damaged at byte") })
    }
}
