import Testing

@testable import InvitationImporter

/// Cells that a spreadsheet would change are written as formulas of texts, and read back.
struct SpreadsheetTextTests {
    @Test(
        arguments: [
            "007", "12345678901234567890", "2026-01-02", "1/2", "3E5", "12.5", "=1+1", "+49 170 1234567", "-x", "@x",
            "\tx",
            " 007", "Mar-10", "MÄR1", "=\"a\"", "=\"007\"", "=say \"hi\"", "(3)", ".5", "\r=1", "1\u{600}",
            "=\"\u{301}",
        ])
    func isGuarded(cell: String) {
        let guarded = SpreadsheetText.guarded(cell)
        #expect(guarded.hasPrefix("=\""))
        #expect(guarded != cell)
        #expect(Array(SpreadsheetText.plain(guarded).utf8) == Array(cell.utf8))
    }

    @Test(
        arguments: [
            "", "-", "7", "42", "123456789012345", "ann@x.example", "1ann@x.example", "Ann Lee", "viewer;admin",
            "Marta",
            "room 12", "x=1", "=\"" + String(repeating: "1", count: 300) + "\"",
        ])
    func isLeftAsItIs(cell: String) {
        #expect(SpreadsheetText.guarded(cell) == cell)
        #expect(SpreadsheetText.plain(cell) == cell)
    }

    @Test("other formulas are text", arguments: [#"="a"&"b""#, #"=1+1"#, #"="a"#, #"="abc""#, #"="7""#])
    func otherFormulas(cell: String) {
        #expect(SpreadsheetText.plain(cell) == cell)
    }
}
