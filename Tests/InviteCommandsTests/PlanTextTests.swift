import InvitationImporter
import Testing

@testable import InviteCommands

/// What the inputs hold, word by word.
struct PlanTextTests {
    /// An input and the text about it.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let input: String
        var name = "team.csv"
        var change: @Sendable (inout ImportOptions) -> Void = { _ in }
        let text: String
    }

    private static let cases: [Case] = [
        Case(
            testDescription: "one person",
            input: "email,roles\nann@x.example,viewer\n",
            text: """
                team.csv: 1 row, 1 person to invite
                  roles         viewer 1
                  domains       x.example 1
                  organization  acme 1
                """),
        Case(
            testDescription: "several people, the most frequent first, and what is not sent",
            input: """
                email,roles,groups,status
                ann@x.example,viewer,eng,active
                bob@y.example,viewer;admin,eng;ops,active
                ann@x.example,viewer,,active
                cleo@x.example,viewer,,suspended
                dora,viewer,,active
                """,
            text: """
                team.csv: 5 rows, 2 people to invite, 1 duplicate, 1 invalid, 1 skipped
                  roles         viewer 2, admin 1
                  groups        eng 2, ops 1
                  domains       x.example 1, y.example 1
                  organization  acme 2
                  skipped       status is suspended 1
                  warnings      1, see above
                """),
        Case(
            testDescription: "more names than anybody reads",
            input: "email,roles\n" + (1...11).map { "p\($0)@d\($0 + 10).example,viewer\n" }.joined(),
            text: """
                team.csv: 11 rows, 11 people to invite
                  roles         viewer 11
                  domains       d11.example 1, d12.example 1, d13.example 1, d14.example 1, d15.example 1, d16.example 1, \
                d17.example 1, d18.example 1 and 3 more
                  organization  acme 11
                """),
        Case(
            testDescription: "columns that nothing is taken from, and names with control characters",
            input: "email,roles,Shoe size,\u{1B}[2J\nann@x.example,viewer,42,x\n", name: "te\u{7}am.csv",
            text: """
                te\\u{7}am.csv: 1 row, 1 person to invite
                  roles         viewer 1
                  domains       x.example 1
                  organization  acme 1
                  besides       columns that only go into the report: Shoe size, \\u{1B}[2J
                """),
        Case(
            testDescription: "no organization",
            input: "email,roles\nann@x.example,viewer\n",
            change: { ($0.organization, $0.needsOrganization) = (nil, false) },
            text: """
                team.csv: 1 row, 1 person to invite
                  roles         viewer 1
                  domains       x.example 1
                """),
    ]

    @Test(arguments: cases) func says(_ one: Case) throws {
        let preview = try Preview.of(one.input, name: one.name, change: one.change)
        #expect(PlanText.lines(preview.plan).joined(separator: "\n") == one.text)
    }
}
