import Testing

@testable import InviteCommands

struct WrappingTests {
    @Test(
        "lines break at blanks, and what follows is indented",
        arguments: [
            ("", 10, ""),
            ("a line that fits", 16, "a line that fits"),
            ("a line that does not", 16, "a line that does\n    not"),
            ("two\nlines of which one is long", 16, "two\nlines of which\n    one is long"),
            ("  words  ", 4, "  words  "),
            ("a-word-without-a-blank and more", 10, "a-word-without-a-blank\n    and\n    more"),
            (
                "  domains       northwind.example 12, contoso.example 4", 40,
                "  domains       northwind.example 12,\n                contoso.example 4"
            ),
            ("  not looked at the members of acme: 403", 30, "  not looked at the members of\n      acme: 403"),
            ("  domains       a.example 12, b.example 4", 30, "  domains       a.example 12,\n      b.example 4"),
            ("\u{1B}[1;31merror:\u{1B}[0m no good", 14, "\u{1B}[1;31merror:\u{1B}[0m no good"),
            ("\u{1B}[1;31merror:\u{1B}[0m no good", 13, "\u{1B}[1;31merror:\u{1B}[0m no\n    good"),
        ])
    func wraps(text: String, width: Int, wrapped: String) {
        #expect(Wrapping.wrapped(text, width: width) == wrapped)
    }

    @Test(
        "a question goes to a line of its own, if it does not fit on the last line of the text",
        arguments: [
            (80, "501 mails will go out to people. Type 501 to go on: "),
            (nil, "501 mails will go out to people. Type 501 to go on: "),
            (40, "501 mails will go out to people.\nType 501 to go on: "),
            (20, "501 mails will go\n    out to people.\nType 501 to go on: "),
        ])
    func question(width: Int?, shown: String) {
        #expect(Question("501 mails will go out to people.", mails: 501).shown(width: width) == shown)
    }
}
