import Testing

@testable import InvitationImporter

/// Data in a page is the data it was made from, and nothing more: no part of it ends its element or hides.
struct PageJSONTests {
    static let hostile = [
        "</script><script>alert(1)</script>", "<!--<script>", "<img src=x onerror=alert(1)>", "{{nonce}}{{{style}}}",
        "a\u{2028}b\u{2029}c", "left\u{202E}right\u{2066}", "nul\u{0}bell\u{7}escape\u{1B}[31m", "\u{9B}2J\u{7F}\u{AD}",
        "\"quote\" \\ back", "\u{E0041}tag", "😀 é \u{FEFF}", "]]>&lt;",
    ]

    @Test(arguments: hostile) func isTheSameTextAndHarmless(text: String) throws {
        let value = JSONValue.object([text: .array([.string(text), .integer(1)])])
        let json = PageJSON.text(value)
        #expect(try JSONValue(parsing: json) == value)
        #expect(!json.contains("<"))
        #expect(!json.unicodeScalars.contains { Printable.isInvisible($0) })
    }

    @Test func ordinaryTextStaysAsItIs() {
        #expect(PageJSON.text(.strings(["Jørgen 李伟", "a & b > c"])) == #"["Jørgen 李伟","a & b > c"]"#)
    }
}
