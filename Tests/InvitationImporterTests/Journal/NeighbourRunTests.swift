import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// Where the server's list cannot tell, the runs beside a file may.
struct NeighbourRunTests {
    private let folder: TemporaryFolder
    private let api = "https://a.example"

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open(_ name: String, _ origin: String) throws -> ImportRun {
        try ImportRun(RunDirectory(folder.path.appending(name)), organization: "acme", origin: origin)
    }

    private func invite(
        _ people: [String], in name: String, _ outcome: Outcome = .invited, minutesAgo: Double = 600, at origin: String
    ) throws {
        let run = try open(name, origin)
        defer { run.close() }
        try run.journal.begin(JournalHeader(tool: "0", organization: "acme", origin: origin, createdAt: ""))
        for person in people {
            let key = "acme \(person)@x.example"
            let ended = JournalLine.Ended(
                key: key, attempt: 1, result: .refused, status: 400, sentAt: "t",
                at: Date().addingTimeInterval(-60 * minutesAgo).timestamp)
            try run.journal.append([
                .intent(.init(key: key, attempt: 1, digest: "", at: "")), .outcome(ended, outcome),
            ])
        }
    }

    private func neighbours(_ snapshot: ServerSnapshot?, organization: String = "acme") throws -> [String: Int] {
        let input = try folder.write("team.csv", "email,roles\na@x.example,viewer\nb@x.example,viewer\n")
        let run = try open("team.run", api)
        defer { run.close() }
        var options = ImportOptions()
        options.organization = organization
        _ = try run.prepare([.opening(input)], options, preflight: { _ in PreflightResult(snapshot) })
        let names = run.neighbours.map { ($0.path.lastComponent?.string ?? "", $0.people) }
        return Dictionary(uniqueKeysWithValues: names)
    }

    @Test func areFoundByThePeopleWhomTheyMayHaveInvited() throws {
        try invite(["a", "b", "z"], in: "both.run", at: api)
        try invite(["b"], in: "perhaps", .unknown, at: api)
        try invite(["a"], in: "refused.run", .refused, at: api)
        try invite(["z"], in: "others.run", at: api)
        try invite(["a"], in: "elsewhere.run", at: "https://b.example")
        try folder.write("a.txt", "no run")
        #expect(try neighbours(nil) == ["both.run": 2, "perhaps": 1])
        #expect(try neighbours(nil, organization: "other") == [:])
    }

    @Test func doNotMatterWhereTheListTells() throws {
        try invite(["a"], in: "old.run", at: api)
        #expect(try neighbours(ServerSnapshot()) == [:])
        var blind = ServerSnapshot()
        blind.gaps = ["the roles: 403"]
        #expect(try neighbours(blind) == [:])
        blind.gaps.append("the invitations of acme: 403")
        #expect(try neighbours(blind) == ["old.run": 1])
    }

    /// A list that does not show whom a run beside this one has just invited is behind.
    @Test(arguments: [
        (Outcome.invited, 5.0, "https://a.example", true), (.invited, 61, "https://a.example", false),
        (.invited, 5, "https://b.example", false), (.invited, 5, ServerOrigin.sandbox, false),
        (.refused, 5, "https://a.example", false),
    ])
    func holdBackWhomTheyHaveJustInvited(_ outcome: Outcome, _ minutes: Double, _ origin: String, _ isHeld: Bool) throws
    {
        try invite(["a"], in: "old.run", outcome, minutesAgo: minutes, at: origin)
        let input = try folder.write("team.csv", "email,roles\na@x.example,viewer\nb@x.example,viewer\n")
        let run = try open("team.run", origin == ServerOrigin.sandbox ? origin : api)
        defer { run.close() }
        var options = ImportOptions()
        options.organization = "acme"
        let preview = try run.prepare(
            [.opening(input)], options, preflight: { _ in PreflightResult(ServerSnapshot()) })
        #expect(preview.run.invitedAlready == (isHeld ? 1 : 0) && preview.run.toSend == (isHeld ? 1 : 2))
    }

    @Test func holdNobodyBackWhoseInvitationTheListShowsAsOver() throws {
        try invite(["a", "b"], in: "old.run", minutesAgo: 5, at: api)
        let input = try folder.write("team.csv", "email,roles\na@x.example,viewer\nb@x.example,viewer\n")
        let run = try open("team.run", api)
        defer { run.close() }
        var options = ImportOptions()
        options.organization = "acme"
        var snapshot = ServerSnapshot()
        snapshot.over = [KeyHash("acme a@x.example")]
        let preview = try run.prepare([.opening(input)], options, preflight: { _ in PreflightResult(snapshot) })
        #expect(preview.run.invitedAlready == 1 && preview.run.toSend == 1)
    }

    @Test func liesBesideTheFileOrTheRunDirectory() throws {
        for name in ["here", "there"] { try folder.path.appending(name).makeDirectory() }
        try invite(["a"], in: "here/old.run", at: api)
        try invite(["a"], in: "there/new.run", at: api)
        let people: Set<KeyHash> = [KeyHash("acme a@x.example")]
        let file = folder.path.appending("here/team.csv").string
        let run = RunDirectory(folder.path.appending("there/new.run"))
        let found = NeighbourRun.find(beside: run, [file, "-"], origin: api, people: people)
        #expect(found.map(\.path.lastComponent?.string) == ["old.run"])
    }
}
