import InvitationImporter
import Testing

@testable import InviteCommands

/// What many rows have alike is said once, with the rows.
struct RepeatedFindingsTests {
    private static func said(_ findings: [Finding]) -> [String] {
        var repeated = RepeatedFindings()
        let alone = findings.filter { repeated.saysAlone($0, in: "team.csv") }
        return alone.map { $0.line(in: "team.csv") } + (repeated.equal + repeated.rest).map(\.text)
    }

    private static func unknown(_ line: Int, _ value: String? = "admn") -> Finding {
        Finding(.roleUnknown, line: line, column: "roles", value: value, advice: "The server has no such role.")
    }

    private static let words = "error role-unknown: The server has no such role."

    @Test(arguments: [
        (0, nil), (1, "team.csv:2: \(words) (roles: \"admn\")"),
        (3, "team.csv: 3 rows: \(words) (roles: \"admn\"; lines 2, 3, 4)"),
        (
            100,
            "team.csv: 100 rows: \(words) (roles: \"admn\"; lines \((2...21).map(String.init).joined(separator: ", ")) "
                + "and 80 more)"
        ),
    ]) func equalOnesAreSaidOnce(_ count: Int, _ line: String?) {
        #expect(Self.said((0..<count).map { Self.unknown($0 + 2) }) == [line].compactMap(\.self))
    }

    @Test func otherValuesAreOtherFindings() {
        let lines = Self.said(
            (0..<8).map { Self.unknown($0 + 2, $0 % 2 == 0 ? "admn" : "viewr") } + [Self.unknown(10, nil)])
        #expect(
            lines == [
                "team.csv: 4 rows: \(Self.words) (roles: \"admn\"; lines 2, 4, 6, 8)",
                "team.csv: 4 rows: \(Self.words) (roles: \"viewr\"; lines 3, 5, 7, 9)", "team.csv:10: \(Self.words)",
            ])
    }

    private static func syntax(_ line: Int, _ advice: String = "There is no @.") -> Finding {
        Finding(.emailSyntax, line: line, column: "email", value: "ann\(line)", advice: advice)
    }

    @Test(arguments: [
        (3, nil), (4, "team.csv: 1 more row: error email-syntax: There is no @. (line 5)"),
        (6, "team.csv: 3 more rows: error email-syntax: There is no @. (lines 5, 6, 7)"),
    ]) func addressesAreShownThreeTimes(_ count: Int, _ last: String?) {
        let lines = Self.said((0..<count).map { Self.syntax($0 + 2) })
        #expect(lines.count == 3 + (last == nil ? 0 : 1))
        #expect(lines[0] == "team.csv:2: error email-syntax: There is no @. (email: \"ann2\")")
        if let last { #expect(lines.last == last) }
    }

    @Test func otherWordsAreOtherFindings() {
        let lines = Self.said((0..<8).map { Self.syntax($0, "Character \($0) is odd.") })
        #expect(lines.count == 8)
    }
}
