import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import InvitationImporter

/// The plans of all shards are the plan of the whole import: every row in exactly one, and the same said about it.
struct ShardedPlanTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// By turns without the lane, with it, and with its second thread, for which each batch waits.
    private static let lanes = [LaneChoice.slow, .fast(after: 0), .fast(after: 0, alone: 0)]
    private static let shards = [2, 3, 8].map { count in (1...count).compactMap { Shard($0, of: count) } }

    private static func options(_ duplicates: ImportOptions.Duplicates = .merge) -> ImportOptions {
        var options = ImportOptions()
        options.organization = "acme"
        options.roles = ["viewer"]
        options.duplicates = duplicates
        return options
    }

    private func plan(_ inputs: [PlanInput], _ options: ImportOptions) throws -> ([PlannedRow], PlanSummary, KeySet) {
        let planner = try Planner(inputs, options)
        var rows: [PlannedRow] = []
        let summary = try planner.plan { rows.append($0) }
        return (rows, summary, planner.people)
    }

    /// Plans inputs as a whole and in shards, and compares.
    ///
    /// - Parameter turn: In everyday runs, this number says in which lane, and in how many shards.
    private func compare(_ texts: [[UInt8]], _ options: ImportOptions, turn: Int, _ words: Comment? = nil) throws {
        let inputs = try texts.enumerated().map { number, bytes in
            let path = folder.path.appending("in\(number)")
            try Data(bytes).write(to: URL(fileURLWithPath: path.string))
            return PlanInput(name: "in\(number)", path: path)
        }
        var options = options
        for lane in Self.some(Self.lanes, turn / Self.shards.count) {
            (options.lane, options.shard) = (lane, .whole)
            let (rows, whole, people) = try plan(inputs, options)
            for shards in Self.some(Self.shards, turn) {
                let parts = try shards.map { shard in
                    options.shard = shard
                    return try plan(inputs, options)
                }
                #expect(parts.flatMap(\.0).sorted { $0.number < $1.number } == rows, words)
                for part in parts { try compare(part.0, part.1, with: whole, words) }
                #expect(parts.reduce(0) { $0 + $1.2.count } == people.count, words)
                #expect(parts.allSatisfy { $0.2.allSatisfy(people.contains) }, words)
            }
        }
    }

    /// All of it, or in everyday runs the one whose turn it is.
    private static func some<Value>(_ all: [Value], _ turn: Int) -> [Value] {
        TestDose.isFull ? all : [all[turn % all.count]]
    }

    /// The numbers of a shard are those of its rows, and what concerns the whole file is known to each.
    private func compare(
        _ rows: [PlannedRow], _ part: PlanSummary, with whole: PlanSummary, _ words: Comment?
    ) throws {
        #expect(part.rows == rows.count && part.rowsInAll == whole.rows, words)
        #expect(part.errorsInAll == whole.count(.error), words)
        #expect(part.forbidsSending == whole.forbidsSending, words)
        #expect(part.unmappedInAll == whole.unmapped.count, words)
        #expect(part.shapes == whole.shapes && part.ignoredColumns == whole.ignoredColumns, words)
        let invitations = rows.count { if case .invite = $0.decision { true } else { false } }
        #expect(part.invitations == invitations, words)
    }

    @Test("the samples", arguments: SamplePaths.all)
    func sampleFiles(_ path: String) throws {
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        let turn = SamplePaths.all.firstIndex(of: path) ?? 0
        for duplicates in Self.some(ImportOptions.Duplicates.allCases, turn / 9) {
            var options = Self.options(duplicates)
            if path.hasSuffix("windows-1252.csv") { options.reading.encoding = TextEncoding(named: "windows-1252") }
            try compare([bytes], options, turn: turn, "\(path)")
            // Everybody occurs again, in another file.
            try compare([bytes, bytes], options, turn: turn + 4, "\(path)")
        }
    }

    @Test("people who occur again, are blocked in another row, or share a mailbox", arguments: 1...9)
    func madeUpPeople(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let names = ["ann", "Ann", "bob", "b.ob", "bob+x", "zoë", "ZOE\u{308}", "no one", "cy", ""]
        let domains = ["x.example", "X.example", "gmail.com", "googlemail.com", "gmial.com", "köln.example"]
        var lines = ["email,roles,organization,status,message"]
        for _ in 0..<(TestDose.isFull ? 400 : 200) {
            let cells = [
                "\(names.randomElement(using: &random) ?? "")\(Int.random(in: 0..<9, using: &random))"
                    + "@\(domains.randomElement(using: &random) ?? "")",
                ["viewer", "member;viewer", "", "\u{7}"].randomElement(using: &random) ?? "",
                ["", "acme", "other", "a b"].randomElement(using: &random) ?? "",
                ["active", "active", "active", "suspended", "odd"].randomElement(using: &random) ?? "",
                ["", "Hello", "Bye"].randomElement(using: &random) ?? "",
            ]
            lines.append(cells.joined(separator: ","))
        }
        for duplicates in Self.some(ImportOptions.Duplicates.allCases, seed / 3) {
            try compare([Array(lines.joined(separator: "\n").utf8)], Self.options(duplicates), turn: 4 * seed)
        }
    }

    @Test func rowsOfNobodyAreTheFirstShards() throws {
        let path = try folder.write("in", "email,roles\n,viewer\nnobody,viewer\n@@,viewer\np1@x.example,viewer\n")
        var options = Self.options()
        for shard in Self.shards[2] {
            options.shard = shard
            let rows = try plan([PlanInput(name: "in", path: path)], options).0.map(\.number)
            #expect(rows == (shard.number == 1 ? [1, 2, 3] : shard.number == 8 ? [4] : []))
        }
    }
}
