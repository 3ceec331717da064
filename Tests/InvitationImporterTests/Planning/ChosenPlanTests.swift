import CurlMulti
import SystemPackage
import Testing

@testable import InvitationImporter

/// An import of chosen people: what the plan says about them, and who is mailed.
struct ChosenPlanTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func choice(_ text: String) throws -> ChosenPeople {
        try ChosenPeople(reading: ByteSource(Array(text.utf8), name: "only.txt"))
    }

    /// Every tenth row is invalid, left out or a duplicate.
    private func table(_ rows: Int) -> String {
        let lines = (0..<rows).map { row in
            switch row % 10 {
            case 7: "p\(row)@x.example,no role of ours;\u{7},active"
            case 8: "p\(row)@x.example,viewer,suspended"
            case 9: "P\(row - 9)@x.example,viewer,active"
            default: "p\(row)@x.example,viewer,active"
            }
        }
        return "email,roles,status\n" + lines.joined(separator: "\n") + "\n"
    }

    @Test("the plan counts them, in both lanes and with or without a count of every row", arguments: [true, false])
    func counts(everyRow: Bool) throws {
        let inputs = [PlanInput(name: "team.csv", path: try folder.write("team.csv", table(400)))]
        var options = ImportOptions()
        options.organization = "acme"
        options.chosen = try choice(
            "p1@x.example\np7@x.example\np8@x.example\nP10@x.example\np401@x.example\np399@x.example\np390@x.example\n")
        var previews: [ImportPreview] = []
        for lane in [LaneChoice.slow, .fast(after: 0), .fast(after: 0, alone: 0)] {
            options.lane = lane
            var out: [Int] = []
            let preview = try ImportPreview(
                of: inputs, options, everyRow: everyRow, each: { if $1 { out.append($0.place.row) } })
            #expect(out == [2, 11, 391])
            #expect((preview.run.mails, preview.run.aside) == (3, 277))
            #expect(preview.run.leavesForLater)
            // p7 is invalid, p8 left out: their rows say so. p399 does not occur, only its row's number is like that.
            #expect(preview.missing.people.map(\.number) == [5, 6])
            previews.append(preview)
        }
        #expect(previews.allSatisfy { $0.plan == previews[0].plan && $0.run == previews[0].run })
    }

    @Test("each shard mails its own among them, and no shard misses those of the others")
    func shards() throws {
        let inputs = [PlanInput(name: "team.csv", path: try folder.write("team.csv", table(400)))]
        var options = ImportOptions()
        options.organization = "acme"
        options.chosen = try choice((0..<60).map { "p\($0)@x.example\n" }.joined() + "p9999@x.example\n")
        let whole = try ImportPreview(of: inputs, options)
        var (mails, aside) = (0, 0)
        for shard in (1...8).compactMap({ Shard($0, of: 8) }) {
            options.shard = shard
            let preview = try ImportPreview(of: inputs, options)
            (mails, aside) = (mails + preview.run.mails, aside + preview.run.aside)
            #expect(preview.missing == whole.missing)
        }
        #expect((mails, aside) == (whole.run.mails, whole.run.aside))
        #expect(mails == 42)
    }

    @Test("only they are mailed, the others stay open, and the next start goes on with them")
    func sends() throws {
        let simulated = try SimulatedImport(9)
        simulated.policy.pace = .unlimited
        func run() throws -> (RunSummary, [String]) {
            var mailed: [String] = []
            let (_, summary, _) = try simulated.run { request, _ in
                let body = try? JSONValue(parsing: String(decoding: request.body, as: UTF8.self))
                mailed.append(body?["email"]?.string ?? "?")
                return (.milliseconds(5), .answer(201, #"{"id":"i"}"#))
            }
            return (summary, mailed.sorted())
        }
        simulated.options.chosen = try choice("P3@x.example\np5@x.example\np6@x.example\n")
        simulated.first = 2
        #expect(try run().1 == ["p3@x.example", "p5@x.example"])
        #expect(simulated.progress.last?.total == 2)
        #expect(simulated.rows("results.csv").count { $0.contains(",not-sent,") } == 7)
        simulated.first = nil
        #expect(try run().1 == ["p6@x.example"])
        #expect(try run().1 == [])
        simulated.options.chosen = .everybody
        let (summary, mailed) = try run()
        #expect(mailed == [1, 2, 4, 7, 8, 9].map { "p\($0)@x.example" })
        #expect(summary.count(.invited) == 9)
    }

    @Test("a row that another file corrected counts with the corrected address")
    func corrected() throws {
        let simulated = try SimulatedImport()
        try simulated.folder.write("team.csv", "email,roles\np1@x.example,viewer\n@bad,viewer\n")
        let answer = { (_: HTTPRequest, _: Instant) in (after: Duration.zero, HTTPExchange.forbidden) }
        _ = try simulated.run(answer)
        try simulated.folder.write("fix.csv", "email,roles,import_row\np2@x.example,viewer,001-team.csv:2\n")
        simulated.files = ["fix.csv"]
        _ = try simulated.run(answer)
        let run = try ImportRun(
            RunDirectory(simulated.folder.path.appending("team.run")), organization: "acme",
            origin: "https://api.example")
        defer { run.close() }
        var options = ImportOptions()
        options.organization = "acme"
        options.chosen = try choice("p2@x.example\n")
        let preview = try run.prepare(
            [.opening(simulated.folder.path.appending("team.csv"), name: "team.csv")], options)
        #expect(preview.missing.people.isEmpty)
        #expect((preview.run.mails, preview.run.aside) == (1, 1))
    }
}
