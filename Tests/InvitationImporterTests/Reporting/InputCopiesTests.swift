import Foundation
import SystemPackage
import Testing

@testable import InvitationImporter

/// The rows of the inputs come back for the reports, however many inputs there are.
struct InputCopiesTests {
    private let folder: TemporaryFolder
    private let run: RunDirectory

    init() throws {
        folder = try TemporaryFolder()
        run = RunDirectory(folder.path.appending("team.run"))
    }

    private func prepared(_ count: Int) throws -> ImportRun {
        let opened = try ImportRun(run, organization: "acme", origin: "https://a.example")
        let inputs = try (0..<count).map { number in
            let rows = (0..<3).map { "p\(number)-\($0)@x.example,viewer\n" }.joined()
            return try ByteSource.reading(folder.write("t\(number).csv", "email,roles\n" + rows))
        }
        var options = ImportOptions()
        options.organization = "acme"
        _ = try opened.prepare(inputs, options)
        return opened
    }

    /// The addresses of some rows of a plan, in an order of the test's.
    private func addresses(_ order: [(input: Int, row: Int)]) throws -> [String?] {
        var plan = try PlanFile(run.plan)
        defer { plan.close() }
        var rows: [PlannedRow] = []
        while let row = try plan.next() { rows.append(row) }
        let copies = InputCopies(run, plan.header.inputs)
        return try order.map { place in
            let row = try #require(rows.first { $0.place == RowPlace(input: place.input, row: place.row) })
            return try copies.record(of: row)?.values.first??.string
        }
    }

    @Test func comeBackInAnyOrder() throws {
        try prepared(3).close()
        _ = try prepared(3)
        let order = [(0, 1), (0, 2), (0, 3), (1, 1), (0, 1), (2, 3), (2, 1), (2, 1), (1, 2)]
        #expect(try addresses(order) == order.map { "p\($0.0)-\($0.1 - 1)@x.example" })
    }

    @Test func oneThatIsThereAndCannotBeReadIsNoMissingOne() throws {
        let opened = try prepared(2)
        let copy = run.inputs.appending("002-t1.csv")
        try copy.removeFile()
        #expect(mkfifo(copy.string, 0o600) == 0)
        let error = #expect(throws: RunError.self) { _ = try opened.report(.complete) }
        #expect(error?.kind == .cannotWrite)
        #expect(error?.message.contains("002-t1.csv is there but cannot be read") == true)
        try copy.removeFile()
        #expect(try opened.report(.complete).0.gaps.first?.contains("002-t1.csv is missing") == true)
        opened.close()
    }

    @Test func copiesOfOneContentAreOneHoweverManyThereAre() throws {
        var made = CreatedPaths()
        let lock = try run.open(&made)
        var kept = KeptInputs(run, expecting: 100)
        for number in 0..<100 {
            try folder.path.appending("d\(number)").makeDirectory()
            let file = try folder.write("d\(number)/team.csv", "email\np\(number % 50 + 10)@x.example\n")
            _ = try kept.keep(.reading(file), &made)
        }
        try kept.synchronize()
        #expect(run.inputs.entries.count == 50)
        lock.release()
    }
}
