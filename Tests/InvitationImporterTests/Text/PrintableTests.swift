import InvitationImporter
import Testing

@Suite struct PrintableTests {
    @Test(arguments: [
        ("plain text", "plain text"), ("é 漢字 😀 العربية", "é 漢字 😀 العربية"), ("a\\b", "a\\b"), ("", ""),
        ("\u{1B}[31mred", "\\u{1B}[31mred"),
        ("a\nb\tc\rd", "a\\u{A}b\\u{9}c\\u{D}d"), ("\r\n", "\\u{D}\\u{A}"),
        ("\u{0}\u{7F}\u{9B}", "\\u{0}\\u{7F}\\u{9B}"), ("\u{202E}abc\u{202C}", "\\u{202E}abc\\u{202C}"),
        ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"),
        ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
        ("a\u{200D}b", "a\\u{200D}b"), ("\u{AD}", "\\u{AD}"), ("\u{E0041}", "\\u{E0041}"),
        ("\u{200E}\u{61C}", "\\u{200E}\\u{61C}"), ("e\u{301}", "e\u{301}"), ("\u{A0}", "\u{A0}"),
        ("\u{115F}", "\\u{115F}"), ("\u{2800}", "\\u{2800}"), ("❤\u{FE0F}", "❤\u{FE0F}"),
    ]) func whatIsInvisibleIsShown(text: String, shown: String) {
        #expect(Printable.escape(text) == shown)
        #expect(Printable.escape(shown) == shown)
    }

    @Test(arguments: [
        ("Zoë O'Neil", "Zoë O'Neil"), ("", ""), ("two\nlines\tand\r\nthree", "two\nlines\tand\r\nthree"),
        ("over\rwritten\r", "over\\u{D}written\\u{D}"), ("\u{1B}[2J\u{9B}1m\u{7F}", "\\u{1B}[2J\\u{9B}1m\\u{7F}"),
        ("\u{202E}abc\u{2066}", "\\u{202E}abc\\u{2066}"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("👩\u{200D}🚀", "👩\u{200D}🚀"), ("\u{200F}שלום", "\u{200F}שלום"),
    ]) func aCellActsOnNoTerminalAndKeepsItsLetters(text: String, shown: String) {
        #expect(Array(Printable.cell(text).unicodeScalars) == Array(shown.unicodeScalars))
    }

    @Test func longTextIsCut() {
        #expect(Printable.escape("abcdef", limit: 6) == "abcdef")
        #expect(Printable.escape("abcdef", limit: 5) == "abcde…")
        #expect(Printable.escape("é😀\u{1B}x", limit: 3) == "é😀\\u{1B}…")
        #expect(Printable.escape("abc", limit: 0) == "…")
        #expect(Printable.escape("", limit: 0) == "")
        #expect(Printable.escape("a" + String(repeating: "\u{301}", count: 500), limit: 3).unicodeScalars.count < 30)
    }
}
