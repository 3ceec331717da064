import InvitationImporter
import Testing

@testable import InviteCommands

/// What many rows have alike is said once, with the rows.
struct RepeatedFindingsTests {
    private static func said(_ findings: [Finding]) -> [String] {
        var repeated = RepeatedFindings()
        let alone = findings.filter { repeated.saysAlone($0, in: "team.csv") }
        return alone.map { $0.line(in: "team.csv") } + repeated.rest
    }

    private static func unknown(_ line: Int, _ advice: String = "The server has no such role.") -> Finding {
        Finding(.roleUnknown, line: line, column: "roles", value: "admn", advice: advice)
    }

    @Test(arguments: [0, 1, 3]) func fewAreSaidOneByOne(_ count: Int) {
        let lines = Self.said((0..<count).map { Self.unknown($0 + 2) })
        #expect(lines.count == count)
        #expect(lines.allSatisfy { $0.hasSuffix("(roles: \"admn\")") })
    }

    @Test(arguments: [
        (4, "team.csv: 1 more row: error role-unknown: The server has no such role. (line 5)"),
        (6, "team.csv: 3 more rows: error role-unknown: The server has no such role. (lines 5, 6, 7)"),
        (
            100,
            "team.csv: 97 more rows: error role-unknown: The server has no such role. (lines 5, 6, 7, 8, 9, 10, 11, 12 and 89 more)"
        ),
    ]) func theOthersAreSaidOnce(_ count: Int, _ line: String) {
        let lines = Self.said((0..<count).map { Self.unknown($0 + 2) })
        #expect(lines.count == RepeatedFindings.limit + 1)
        #expect(lines.last == line)
    }

    @Test func otherWordsAreOtherFindings() {
        let lines = Self.said((0..<8).map { Self.unknown($0, "Character \($0) is odd.") })
        #expect(lines.count == 8)
    }
}
