import Testing

@testable import InvitationImporter

/// The table has everybody as long as there is room, then whoever needs somebody, and says what it does not have.
struct PageTableTests {
    private func row(_ number: Int, needs: Bool) -> PageTable.Row {
        PageTable.Row(
            file: "team.csv", row: number, line: number + 1, email: "p\(number)@x.example", name: "Person \(number)",
            roles: ["viewer"], groups: ["eng"], outcome: needs ? "invalid" : "invited", needsSomebody: needs)
    }

    private func table(needing: Int, others: Int) throws -> (PageTable, rows: [JSONValue]) {
        var table = PageTable()
        for number in 1...(needing + others) { table.add(row(number, needs: number % 2 == 1 && number <= 2 * needing)) }
        let json = try JSONValue(parsing: table.script)
        return (table, json["rows"]?.array ?? [])
    }

    @Test func hasEverybodyInOrder() throws {
        let (table, rows) = try table(needing: 10, others: 90)
        #expect(rows.compactMap { $0.array?[1].integer } == Array(1...100))
        #expect(table.count == 100)
        #expect(table.missing(but: "results.csv") == nil)
    }

    @Test func thousandsFit() throws {
        #expect(try table(needing: 50, others: 1950).rows.count == 2000)
    }

    @Test func whoNeedsNobodyIsACountWhereThereAreMany() throws {
        let (table, rows) = try table(needing: 10, others: 20_000)
        #expect(rows.count == 10)
        #expect(rows.allSatisfy { $0.array?.last == .integer(1) })
        #expect(
            table.missing(but: "results.csv") == "The table has the 10 rows that need somebody. 20,000 rows that need "
                + "nobody are counted above. All rows are in results.csv.")
    }

    @Test func staysSmallIfEverybodyNeedsSomebody() throws {
        var table = PageTable()
        for number in 1...20_000 {
            var row = row(number, needs: true)
            row.note = "a reason of its own for row \(number), \(String(repeating: "<", count: 500))"
            table.add(row)
        }
        #expect(table.script.utf8.count < 420_000)
        #expect(table.shown > 1000)
        #expect(table.missing(but: "results.csv")?.contains("of 20,000 rows that need somebody") == true)
    }
}
