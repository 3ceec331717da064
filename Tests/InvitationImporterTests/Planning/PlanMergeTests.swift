import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

struct PlanMergeTests {
    private let folder: TemporaryFolder
    private let directory: RunDirectory

    init() throws {
        folder = try TemporaryFolder()
        directory = RunDirectory(folder.path.appending("team.run"))
    }

    /// Imports files of addresses, and gives the plan then.
    ///
    /// - Parameters:
    ///   - files: The name of each, and its lines without the header; `address, place` for a row of `fix` or `retry`.
    ///   - begun: Who may have been invited by now.
    private func merge(_ files: [(String, [String])], begun: [String] = []) throws -> (plan: [String], toSend: Int) {
        var made = CreatedPaths()
        let lock = try directory.open(&made)
        let merged = Result { try mergeLocked(files, begun: begun, &made) }
        lock.release()
        return try merged.get()
    }

    private func mergeLocked(
        _ files: [(String, [String])], begun: [String], _ made: inout CreatedPaths
    ) throws -> (plan: [String], toSend: Int) {
        var options = ImportOptions()
        options.organization = "acme"
        options.roles = ["viewer"]
        var kept = KeptInputs(directory)
        let inputs = try files.map { name, lines in
            let header = lines.contains { $0.contains(",") } ? "email,import_row" : "email"
            let file = try folder.write(name, ([header] + lines).joined(separator: "\n") + "\n")
            return PlanInput(name: name, path: try kept.keep(.opening(file, name: name), &made).copy)
        }
        var journal = JournalState()
        for name in begun {
            journal.take(.intent(.init(key: "acme \(name)", attempt: 1, digest: "", at: "")), at: 0)
        }
        var merge = try PlanMerge(Planner(inputs, options), directory, journal)
        _ = try merge.write { _, _ in }
        return (try plan(), merge.toSend)
    }

    /// `file:row address`, with `=number` of the row that is sent instead of a duplicate; a row that the last import
    /// was not about is in brackets.
    private func plan() throws -> [String] {
        var plan = try PlanFile(directory.plan)
        defer { plan.close() }
        var rows: [String] = []
        while let row = try plan.next() {
            let place = "\(plan.header.inputs[row.place.input].name):\(row.place.row)"
            let text =
                switch row.decision {
                case .invite(let invitation): "\(place) \(invitation.email)"
                case .duplicate(let other, _): "\(place) =\(other)"
                case .invalid: "\(place) invalid"
                case .skip(let reason): "\(place) \(reason)"
                }
            rows.append(plan.header.isCurrent(row) ? text : "(\(text))")
        }
        return rows
    }

    /// Imports one after another.
    struct Imports: Sendable {
        var name: String
        /// The files of each import.
        var imports: [[(String, [String])]]
        var begun: [String] = []
        var plan: [String]
        var toSend: Int
    }

    static let cases: [Imports] = [
        Imports(
            name: "one file", imports: [[("t", ["a@x.example", "nobody", "a@x.example"])]],
            plan: ["t:1 a@x.example", "t:2 invalid", "t:3 =1"], toSend: 1),
        Imports(
            name: "two files at once", imports: [[("t", ["a@x.example"]), ("u", ["b@x.example", "a@x.example"])]],
            plan: ["t:1 a@x.example", "u:1 b@x.example", "u:2 =1"], toSend: 2),
        Imports(
            name: "the same file again", imports: [[("t", ["a@x.example"])], [("t", ["a@x.example"])]],
            plan: ["t:1 a@x.example"], toSend: 1),
        Imports(
            name: "another file: the first stays in front",
            imports: [[("t", ["a@x.example", "b@x.example"])], [("u", ["c@x.example"])]],
            plan: ["(t:1 a@x.example)", "(t:2 b@x.example)", "u:1 c@x.example"], toSend: 1),
        Imports(
            name: "and comes back",
            imports: [[("t", ["a@x.example"])], [("u", ["b@x.example"])], [("t", ["a@x.example"])]],
            plan: ["(u:1 b@x.example)", "t:1 a@x.example"], toSend: 1),
        Imports(
            name: "who is in the newer file is a duplicate in the older one",
            imports: [[("t", ["a@x.example", "b@x.example"])], [("u", ["c@x.example", "A@x.example"])]],
            plan: ["(t:1 =4)", "(t:2 b@x.example)", "u:1 c@x.example", "u:2 A@x.example"], toSend: 2),
        Imports(
            name: "a newer file of the same name takes the place of the older one",
            imports: [[("t", ["a@x.example", "b@x.example"])], [("t", ["c@x.example", "b@x.example"])]],
            plan: ["t:1 c@x.example", "t:2 b@x.example"], toSend: 2),
        Imports(
            name: "but for people who may have been invited",
            imports: [
                [("t", ["a@x.example", "b@x.example", "d@x.example"])], [("t", ["c@x.example", "b@x.example"])],
            ],
            begun: ["a@x.example", "b@x.example"],
            plan: ["t:1 c@x.example", "t:2 b@x.example", "(t:1 a@x.example)"], toSend: 2),
        Imports(
            name: "a correction takes the place that it names",
            imports: [[("t", ["nobody", "b@x.example"])], [("fix", ["a@x.example,001-t:1"])]],
            plan: ["t:1 a@x.example", "(t:2 b@x.example)"], toSend: 1),
        Imports(
            name: "one that names no place stands for itself",
            imports: [[("t", ["nobody"])], [("fix", ["a@x.example,001-t:2", "b@x.example,", "c@x.example,009-u:1"])]],
            plan: ["(t:1 invalid)", "fix:1 a@x.example", "fix:2 b@x.example", "fix:3 c@x.example"], toSend: 3),
        Imports(
            name: "a place is taken once",
            imports: [[("t", ["nobody"])], [("fix", ["a@x.example,001-t:1", "b@x.example,001-t:1"])]],
            plan: ["t:1 a@x.example", "fix:2 b@x.example"], toSend: 2),
        Imports(
            name: "a correction stays when its file is imported again",
            imports: [
                [("t", ["nobody", "b@x.example"])], [("fix", ["a@x.example,001-t:1"])],
                [("t", ["nobody", "b@x.example"])],
            ],
            plan: ["t:1 a@x.example", "t:2 b@x.example"], toSend: 2),
        Imports(
            name: "a correction that names somebody else's place is their duplicate",
            imports: [[("t", ["nobody", "b@x.example"])], [("fix", ["b@x.example,001-t:1"])]],
            plan: ["t:1 b@x.example", "(t:2 =1)"], toSend: 1),
    ]

    @Test(arguments: cases) func thePlanIsAboutAllImports(_ it: Imports) throws {
        var last: (plan: [String], toSend: Int) = ([], 0)
        for files in it.imports { last = try merge(files, begun: it.begun) }
        #expect(last.plan == it.plan, "\(it.name)")
        #expect(last.toSend == it.toSend, "\(it.name)")
    }

    @Test func anImportThatIsRepeatedChangesNoByte() throws {
        func text() -> String? { folder.read("team.run/plan.jsonl") }
        _ = try merge([("t", ["a@x.example", "a@x.example", "nobody"]), ("u", ["b@x.example"])])
        let first = text()
        _ = try merge([("t", ["a@x.example", "a@x.example", "nobody"]), ("u", ["b@x.example"])])
        #expect(text() == first)
    }

    @Test func aPlanThatIsDamagedIsNone() throws {
        _ = try merge([("t", ["a@x.example", "b@x.example"])])
        let text = try #require(folder.read("team.run/plan.jsonl"))
        try folder.write("team.run/plan.jsonl", text.replacingOccurrences(of: "b@x.example", with: "c@x.example"))
        #expect(try merge([("u", ["d@x.example"])]).plan == ["u:1 d@x.example"])
    }
}
