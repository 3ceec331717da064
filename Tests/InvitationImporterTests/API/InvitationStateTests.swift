import Testing

@testable import InvitationImporter

/// What a word of the server says about an invitation.
struct InvitationStateTests {
    @Test(
        "a word is known in any letters, with blanks and prefixes, and only as it is",
        arguments: [
            ("pending", InvitationState.waiting), (" Pending ", .waiting), ("INVITATION_STATUS_SENT", .waiting),
            ("invite-state-open", .waiting), ("status: expired", .over), ("Invitation revoked", .over),
            ("ACCEPTED", .accepted), ("declined", .over),
        ])
    func known(_ word: String, _ state: InvitationState) { #expect(InvitationState(word: word) == state) }

    @Test(arguments: [
        "expired?", "!expired", "[expired]", "-revoked-", "expired=0", "expired 2027-01-01", "~declined", "not expired",
        "expired?pending", "expired, pending", "re-sent", "pre_accepted", "wubbed", "1",
    ])
    func unknown(_ word: String) { #expect(InvitationState(word: word) == .unknown(word)) }

    @Test func noWordIsWaiting() { #expect(InvitationState(word: nil) == .waiting) }
}
