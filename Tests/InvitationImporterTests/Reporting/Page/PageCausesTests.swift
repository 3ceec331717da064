import Testing

@testable import InvitationImporter

/// Where the rows of one cause are, in words.
struct PageCausesTests {
    private static func places(_ rows: [(Int, String)], unit: String = "row") -> [PageCauses.Place] {
        rows.map { PageCauses.Place(unit: unit, number: $0.0, file: $0.1) }
    }

    @Test(
        arguments: [
            ([(4, "")], "row 4"), ([(4, ""), (6, "")], "rows 4, 6"), ([(4, "a.csv")], "row 4 of a.csv"),
            ([(4, "a.csv"), (6, "a.csv"), (2, "b\u{202E}.csv")], "rows 4, 6 of a.csv; row 2 of b\\u{202E}.csv"),
        ] as [([(Int, String)], String)])
    func oneWordForNeighbours(_ rows: [(Int, String)], _ words: String) {
        #expect(PageCauses.words(Self.places(rows)) == words)
        #expect(PageCauses.words(Self.places(rows, unit: "line")) == words.replacing("row", with: "line"))
    }

    @Test func manyRowsAreCounted() throws {
        var causes = PageCauses()
        let cause = PageCauses.Cause(rank: 1, outcome: "invalid", code: "email-syntax", advice: "Correct it.")
        for place in Self.places((1...15).map { ($0, "") }) { causes.add(cause, "There is no @.", row: place) }
        let group = try #require(causes.values.first)
        let words = try #require(group["words"] as? [[String: Any]])
        #expect(group["count"] as? String == "15 rows")
        #expect(words.first?["rows"] as? String == "rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more")
    }
}
