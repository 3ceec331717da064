import Testing

@testable import InviteCommands

struct PaintTests {
    @Test(
        "paints this program's own words alone",
        arguments: [
            ("error: no", "\u{1B}[1;31merror:\u{1B}[0m no"), ("Stopped: no.", "\u{1B}[1;31mStopped:\u{1B}[0m no."),
            ("warning: look", "\u{1B}[1;35mwarning:\u{1B}[0m look"),
            ("a.csv:12: error email-syntax: x", "a.csv:12: \u{1B}[1;31merror\u{1B}[0m email-syntax: x"),
            ("a.csv:1: warning email-mark: x", "a.csv:1: \u{1B}[1;35mwarning\u{1B}[0m email-mark: x"),
            (
                "2 mails will go out, among them admin 3.",
                "2 mails will go out, among them \u{1B}[1;35madmin 3\u{1B}[0m."
            ),
            ("  roles         viewer 30, org-admin 2", "  roles         viewer 30, \u{1B}[1;35morg-admin 2\u{1B}[0m"),
            ("  roles         error: 3", "  roles         error: 3"), ("a: error b", "a: error b"), ("", ""),
        ])
    func paints(line: String, painted: String) {
        #expect(Paint.painted(line) == painted)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1200, "-1,200")])
    func groups(number: Int, text: String) {
        #expect(number.grouped == text)
    }
}
