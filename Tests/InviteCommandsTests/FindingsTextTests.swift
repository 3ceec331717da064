import InvitationImporter
import Testing

@testable import InviteCommands

/// Findings, word by word.
struct FindingsTextTests {
    @Test(arguments: [
        (
            Finding(.emailMissing, line: 9, advice: "There is no address."),
            "team.csv:9: error email-missing: There is no address."
        ),
        (
            Finding(.emailLookAlike, line: 3, column: "E-mail", value: "a@gmial.com", advice: "Was gmail.com meant?"),
            "team.csv:3: warning email-look-alike: Was gmail.com meant? (E-mail: \"a@gmial.com\")"
        ),
        (
            Finding(.valueType, line: 1, column: "\u{1B}c", value: "\u{7}\n", advice: "No \u{1B}[2J."),
            "team.csv:1: error value-type: No \\u{1B}[2J. (\\u{1B}c: \"\\u{7}\\u{A}\")"
        ),
    ])
    func line(finding: Finding, words: String) {
        #expect(finding.line(in: "team.csv") == words)
    }

    private static func lines(_ input: String, limit: Int) throws -> [String] {
        var findings = FindingsText(limit: limit)
        _ = try Preview.of(input, each: { findings.add($0, in: "team.csv") })
        return findings.lines.map { String($0.prefix(40)) }
    }

    @Test("doubtful addresses come before errors, and not more than anybody reads")
    func order() throws {
        let input = "email,roles\na@gmial.com,viewer\nb,viewer\nc,viewer\nd@gmial.com,viewer\n"
        let lines = try Self.lines(input, limit: 3)
        #expect(lines.count == 4)
        #expect(lines.map { $0.contains("error") } == [false, false, true, false])
        #expect(lines.last?.hasPrefix("… and 1 more") == true)
    }

    @Test(
        "what only the server can tell is shown in full by check --online alone",
        arguments: [(Finding.Code.roleUnknown, "check --online"), (.emailMissing, "check")])
    func online(code: Finding.Code, command: String) throws {
        var findings = FindingsText(limit: 1)
        let input = "email,roles\na@x.example,viewer\nb@x.example,viewer\n"
        _ = try Preview.of(
            input,
            each: { row in
                var row = row
                row.findings = [Finding(code, line: row.line, advice: "Row \(row.line).")]
                findings.add(row, in: "team.csv")
            })
        #expect(findings.lines.last == "… and 1 more; `k0rdent-invite \(command)` shows all of them.")
    }

    @Test("nothing is said about nothing")
    func nothing() throws {
        #expect(try Self.lines("email,roles\na@x.example,viewer\n", limit: 3) == [])
    }
}
