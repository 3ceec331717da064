import SystemPackage
import Testing

@testable import InvitationImporter

/// Imports into the run directory of a shard.
struct ShardedMergeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func directory(_ shard: Shard) -> RunDirectory {
        RunDirectory(folder.path.appending("\(shard.number).run"))
    }

    /// Prepares an import of a file, and gives the rows of the plan then: `file:row address`, or what is wrong.
    private func rows(_ shard: Shard, _ file: String, in run: RunDirectory? = nil) throws -> [String] {
        let run = try ImportRun(
            run ?? directory(shard), organization: "acme", origin: "https://a.example", shard: shard)
        // As after a start that sent: otherwise nothing would stay.
        try run.journal.begin(
            JournalHeader(tool: "0", organization: "acme", origin: "https://a.example", shard: shard, createdAt: ""))
        defer { run.close() }
        var options = ImportOptions()
        options.roles = ["viewer"]
        options.organization = "acme"
        _ = try run.prepare([.opening(folder.path.appending(file), name: file)], options)
        var plan = try PlanFile(run.directory.plan)
        defer { plan.close() }
        #expect(plan.header.shard == shard)
        var rows: [String] = []
        while let row = try plan.next() {
            let what = if case .invite(let invitation) = row.decision { invitation.email } else { "-" }
            rows.append("\(plan.header.inputs[row.place.input].name):\(row.place.row) \(what)")
        }
        return rows
    }

    private let shards = [1, 2].compactMap { Shard($0, of: 2) }

    /// p2 and p3 belong to 1/2, p1 and p4 to 2/2.
    @Test func aCorrectedAddressMayBelongToAnotherShard() throws {
        try folder.write("team.csv", "email\np1@x.example\n@bad\n@worse\np2@x.example\n")
        #expect(try rows(shards[0], "team.csv") == ["team.csv:2 -", "team.csv:3 -", "team.csv:4 p2@x.example"])
        #expect(try rows(shards[1], "team.csv") == ["team.csv:1 p1@x.example"])
        try folder.write("fix.csv", "email,import_row\np3@x.example,001-team.csv:2\np4@x.example,001-team.csv:3\n")
        let (first, second) = (try rows(shards[0], "fix.csv"), try rows(shards[1], "fix.csv"))
        #expect(first == ["team.csv:2 p3@x.example", "team.csv:3 -", "team.csv:4 p2@x.example"])
        // It has no such place, so the row counts by itself, and is not lost.
        #expect(second == ["team.csv:1 p1@x.example", "fix.csv:2 p4@x.example"])
        // The same again changes nothing.
        #expect(try rows(shards[0], "fix.csv") == first)
        #expect(try rows(shards[1], "fix.csv") == second)
        #expect(try rows(shards[0], "team.csv") == first)
    }

    @Test func aRunDirectoryIsOneShards() throws {
        try folder.write("team.csv", "email\np1@x.example\n")
        let (one, other) = (shards[0], shards[1])
        let third = try #require(Shard(1, of: 3))
        _ = try rows(one, "team.csv")
        for wanted in [other, third, .whole] {
            let error = #expect(throws: RunError.self) { try rows(wanted, "team.csv", in: directory(one)) }
            #expect(error?.kind == .otherShard)
            #expect(error?.message.contains("Give --shard 1/2 to go on with it") == true, "\(error?.message ?? "")")
            let dry = #expect(throws: RunError.self) {
                try directory(one).journalState(organization: "acme", origin: "https://a.example", shard: wanted)
            }
            #expect(dry == error)
        }
        #expect(try rows(one, "team.csv").isEmpty)
        _ = try rows(.whole, "team.csv", in: RunDirectory(folder.path.appending("whole.run")))
        let error = #expect(throws: RunError.self) {
            try rows(one, "team.csv", in: RunDirectory(folder.path.appending("whole.run")))
        }
        #expect(error?.message.contains("Leave out --shard") == true)
    }

    /// A plan without a journal is what a kill before the first attempt leaves.
    @Test func aPlanAloneTellsTheShard() throws {
        try folder.write("team.csv", "email\np1@x.example\n")
        _ = try rows(shards[0], "team.csv")
        try directory(shards[0]).journal.removeFile()
        let error = #expect(throws: RunError.self) { try rows(shards[1], "team.csv", in: directory(shards[0])) }
        #expect(error?.kind == .otherShard)
    }

    /// As when a Job gets more completions on the same volume: some of the new shards have people of the old ones.
    @Test func anotherSplitBesideIsRefusedWhereNoListTells() throws {
        try folder.write("team.csv", "email\np1@x.example\n")
        _ = try rows(shards[1], "team.csv")
        let first = try ImportRun(
            directory(shards[1]), organization: "acme", origin: "https://a.example", shard: shards[1])
        try first.journal.append([.intent(.init(key: "acme p1@x.example", attempt: 1, digest: "", at: ""))])
        first.close()
        // In three, p1 is in the third.
        for number in 1...3 {
            let shard = try #require(Shard(number, of: 3))
            let run = RunDirectory(folder.path.appending("\(number)-of-3.run"))
            if number < 3 {
                #expect(try rows(shard, "team.csv", in: run).isEmpty)
                continue
            }
            let error = #expect(throws: RunError.self) { try rows(shard, "team.csv", in: run) }
            #expect(error?.kind == .otherShard)
            #expect(error?.message.contains("Go on with 2 shards") == true, "\(error?.message ?? "")")
        }
    }

    @Test func anotherRuleIsRefused() throws {
        var header = JournalHeader(
            tool: "9", organization: "acme", origin: "https://a.example", shard: shards[0], createdAt: "")
        header.rule = 2
        #expect(JournalHeader(.object(header.members))?.rule == 2)
        #expect(throws: RunError.self) { try directory(shards[0]).check(header.shard, rule: 2, against: shards[0]) }
    }

    /// A version that knows no shards refuses format 3. Otherwise it would invite the people of all shards.
    @Test func theFormatOfAShardIsNewer() throws {
        func header(_ shard: Shard) -> JournalHeader {
            JournalHeader(tool: "", organization: "", origin: "", shard: shard, createdAt: "")
        }
        #expect(header(.whole).version == 2 && header(shards[0]).version == 3)
        #expect(PlanHeader(inputs: []).json["plan"]?.integer == 2)
        let plan = PlanHeader(inputs: [], shard: shards[1])
        #expect(plan.json["plan"]?.integer == 3)
        #expect(PlanHeader(plan.json)?.shard == shards[1])
        #expect(PlanHeader(PlanHeader(inputs: []).json)?.shard == .whole)
    }
}
