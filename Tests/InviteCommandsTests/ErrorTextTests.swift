import InvitationImporter
import Testing

@testable import InviteCommands

/// What ends a command, word by word.
struct ErrorTextTests {
    @Test(arguments: [
        (
            OrganizationProblem.missing,
            "error: No organization was named; give --org, K0RDENT_ORG or a column organization."
        ),
        (
            .unknown("ac\u{7}mee", known: ["acme", "other"]),
            "error: The server does not know the organization ac\\u{7}mee; it knows acme, other."
        ),
    ])
    func organization(problem: OrganizationProblem, words: String) {
        #expect(ErrorText.line(problem) == words)
        #expect(InviteCommand.code(of: problem) == 78)
    }

    @Test func anything() {
        #expect(
            ErrorText.line(RunError(.damaged, "journal.jsonl is \u{1B}[31mdamaged."))
                == "error: journal.jsonl is \\u{1B}[31mdamaged.")
    }
}
