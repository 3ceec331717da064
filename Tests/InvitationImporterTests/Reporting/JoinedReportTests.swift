import CurlMulti
import Foundation
import InvitationImporter
import SystemPackage
import Testing

/// The reports of all shards become one, or none.
struct JoinedReportTests {
    private let simulated: SimulatedImport
    private var folder: FilePath { simulated.folder.path }

    init() throws {
        simulated = try SimulatedImport()
        simulated.policy.pace = .unlimited
        simulated.policy.concurrency = 1
        try team()
    }

    private func team(_ name: String = "team.csv", people: Int = 30) throws {
        var rows = (1...people).map { "p\($0)@x.example,viewer" }
        rows += ["p3@x.example,member", "@bad,viewer", ",viewer", "p4@x.example,emperor", "p5@x.example,"]
        try simulated.folder.write(name, "email,roles\n" + rows.joined(separator: "\n") + "\n")
    }

    /// Does all shards, each in `nN/I.run`, against a server that refuses the role `emperor`.
    private func importAll(_ count: Int, but skipped: Set<Int> = [], first: Int? = nil) throws -> [String] {
        try (1...count).filter { !skipped.contains($0) }.map { number in
            simulated.shard = try #require(Shard(number, of: count))
            // Beside one another, shards of different splits are refused.
            try FileManager.default.createDirectory(
                atPath: folder.appending("n\(count)").string, withIntermediateDirectories: true)
            simulated.directory = "n\(count)/\(number).run"
            simulated.first = first.map { simulated.shard.share(of: $0) }
            _ = try simulated.run { request, _ in
                let body = String(decoding: request.body, as: UTF8.self)
                let email = body.split(separator: "\"").first { $0.contains("@") } ?? ""
                if body.contains("emperor") { return (.milliseconds(5), .answer(400, #"{"message":"no such role"}"#)) }
                return (.milliseconds(5), .answer(201, #"{"id":"i-\#(email)"}"#))
            }
            return simulated.directory
        }
    }

    @discardableResult
    private func join(_ names: [String], into target: String = "joined") throws -> (RunSummary, JSONValue) {
        try JoinedReport(
            names.map { RunDirectory(folder.appending($0)) }, into: RunDirectory(folder.appending(target))
        ).write(at: Date(timeIntervalSince1970: 1_800_000_000))
    }

    /// The lines of a report without times.
    private func lines(_ file: String) -> [String] {
        let times = #/\d{4}-\d\d-\d\dT[^",]*/#
        let text = simulated.folder.read(file) ?? "none"
        return text.split(whereSeparator: \.isNewline).map { String($0).replacing(times, with: "T") }
    }

    private static let files = ["results.csv", "results.jsonl", "retry.csv", "retry.jsonl", "fix.csv", "fix.jsonl"]

    @Test(arguments: [nil, 10])
    func theSameReportWhateverTheNumberOfShards(first: Int?) throws {
        simulated.first = first
        _ = try importAll(1, first: first)
        let whole = try join(["n1/1.run"], into: "joined-1")
        for file in Self.files { #expect(lines("joined-1/" + file) == lines("n1/1.run/" + file), "\(file)") }
        for count in [2, 3, 8] {
            let runs = try importAll(count, first: first)
            for (turn, names) in [runs, runs.reversed(), runs.shuffled()].enumerated() {
                let target = "joined-\(count)-\(turn)"
                let (summary, json) = try join(names, into: target)
                #expect(json["shards"]?.integer == count && json["shard"] == nil)
                #expect(summary.rows == whole.0.rows)
                if first == nil {
                    // With --first, other people are among the first of their shard.
                    for file in Self.files {
                        #expect(lines("\(target)/" + file) == lines("joined-1/" + file), "\(file)")
                    }
                    #expect(summary.outcomes == whole.0.outcomes && summary.attempts == whole.0.attempts)
                } else {
                    #expect(summary.count(.invited) + summary.count(.refused) == 10)
                }
            }
            // Nothing is left behind, and nothing changed.
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.appending("joined-\(count)-0").string)
                    .allSatisfy { !$0.hasSuffix(".partial") })
        }
    }

    @Test func thePageIsOfAllShards() throws {
        try join(try importAll(3))
        let page = simulated.folder.read("joined/report.html") ?? ""
        for words in ["shard 1/3", "shard 2/3", "shard 3/3", "p1@x.example", "p30@x.example", "no such role"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.contains("fix.csv&#39; --shard I/3 --run-dir RUN"))
        // It may be written again.
        try join(["n3/1.run", "n3/2.run", "n3/3.run"])
    }

    @Test func severalImportsAreJoined() throws {
        _ = try importAll(3)
        _ = try importAll(1)
        try team("more.csv", people: 40)
        simulated.files = ["more.csv"]
        let runs = try importAll(3)
        _ = try importAll(1)
        try join(runs)
        try join(["n1/1.run"], into: "whole")
        #expect(lines("joined/results.csv").count == 1 + 35 + 45)
        #expect(lines("joined/results.csv") == lines("whole/results.csv"))
    }

    @Test func namesWhatDoesNotBelongTogether() throws {
        let runs = try importAll(3)
        let others = try importAll(2)
        _ = try importAll(1)
        try simulated.folder.write("team.csv", "email,roles\np1@x.example,viewer\n")
        simulated.organization = "other"
        try FileManager.default.createDirectory(atPath: folder.appending("x").string, withIntermediateDirectories: true)
        simulated.shard = try #require(Shard(2, of: 3))
        simulated.directory = "x/other.run"
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201, #"{"id":"i"}"#)) }
        simulated.organization = "acme"
        simulated.directory = "x/input.run"
        _ = try simulated.run { _, _ in (.milliseconds(5), .answer(201, #"{"id":"i"}"#)) }
        let cases: [([String], String)] = [
            ([runs[0], runs[2]], "Of 3 shards, 1 are missing: 2/3."),
            ([runs[1]], "Of 3 shards, 2 are missing: 1/3, 3/3."),
            (runs + [runs[1]], "named twice"),
            (runs + ["./" + runs[1]], "named twice"),
            ([runs[0], others[1], runs[2]], "\(others[1]) is one of 2 shards, others are of 3"),
            (runs + ["n1/1.run"], "n1/1.run is a whole import, others are of 3"),
            ([runs[0], "x/other.run", runs[2]], "x/other.run belongs to the organization other, others to acme"),
            (
                [runs[0], "x/input.run", runs[2]],
                "x/input.run has read other files than the others, such as team.csv"
            ),
        ]
        for (names, words) in cases {
            for names in [names, names.reversed()] {
                let error = #expect(throws: RunError.self, "\(names)") { try join(names) }
                #expect(error?.kind == .otherShard)
                #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
            }
        }
        #expect(simulated.folder.read("joined/results.csv") == nil)
        // The same shard twice, as after somebody copied a folder.
        try FileManager.default.copyItem(
            atPath: folder.appending(runs[1]).string, toPath: folder.appending("copy.run").string)
        let error = #expect(throws: RunError.self) { try join(runs + ["copy.run"]) }
        #expect(error?.message.contains("are both shard 2/3") == true, "\(error?.message ?? "")")
        #expect(throws: InputError.self) { try join(runs + ["nowhere.run"]) }
        try join(runs)
        #expect(simulated.folder.read("joined/results.csv") != nil)
    }

    /// A plan that lost rows with their lines whole would lose people without a word.
    @Test func missesARowThatIsInNoPlan() throws {
        let runs = try importAll(2)
        let name = runs[0] + "/plan.jsonl"
        let plan = try #require(simulated.folder.read(name)).split(separator: "\n")
        try simulated.folder.write(name, plan.dropLast().joined(separator: "\n") + "\n")
        let error = #expect(throws: RunError.self) { try join(runs) }
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains("has 35 rows, and the shards have 34") == true, "\(error?.message ?? "")")
        #expect(simulated.folder.read("joined/results.csv") == nil)
    }

    @Test func aTableOfSomebodyElseIsLeftAlone() throws {
        let runs = try importAll(2)
        try FileManager.default.createDirectory(
            atPath: folder.appending("joined").string, withIntermediateDirectories: true)
        try simulated.folder.write("joined/results.csv", "hi")
        let error = #expect(throws: RunError.self) { try join(runs) }
        #expect(error?.message.contains("holds results.csv") == true, "\(error?.message ?? "")")
        #expect(simulated.folder.read("joined/results.csv") == "hi")
    }

    @Test func aFolderWithSomethingElseIsLeftAlone() throws {
        let runs = try importAll(2)
        try FileManager.default.createDirectory(
            atPath: folder.appending("mine").string, withIntermediateDirectories: true)
        try simulated.folder.write("mine/fix.csv", "old")
        try simulated.folder.write("mine/notes.txt", "mine")
        for target in ["mine", runs[0], "."] {
            let error = #expect(throws: RunError.self) { try join(runs, into: target) }
            #expect(error?.kind == .cannotWrite)
        }
        #expect(simulated.folder.read("mine/fix.csv") == "old")
        try join(runs)
        try join(runs)
    }

    @Test func aKilledShardIsToldOf() throws {
        let runs = try importAll(2)
        let journal = runs[1] + "/journal.jsonl"
        let lines = try #require(simulated.folder.read(journal)).split(
            separator: "\n", omittingEmptySubsequences: false)
        let last = try #require(lines.lastIndex { $0.contains("\"end\"") })
        for name in ["results.csv", "results.jsonl", "summary.json"] {
            try FileManager.default.removeItem(atPath: folder.appending("\(runs[1])/\(name)").string)
        }
        try simulated.folder.write(journal, lines[..<(last - 1)].joined(separator: "\n") + "\n")
        let (summary, json) = try join(runs)
        #expect(summary.ending == .killed)
        #expect(json["exitCode"]?.integer == 75)
        #expect(summary.count(.unknown) == 1 && summary.rows == 35)
    }
}
