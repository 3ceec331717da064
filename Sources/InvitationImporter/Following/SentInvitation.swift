/// An invitation that a run made, as its journal tells.
public struct SentInvitation: Hashable, Sendable {
    /// Whose it is.
    public var key: InvitationKey
    /// The server's id; `nil` if its answer was cut before that.
    public var id: String?
    /// Whether the server itself said so, by a 2xx; else its list did, after an attempt without a clear answer.
    public var isByOwnAnswer: Bool
    /// When the request was sent, ISO 8601 in UTC.
    public var sentAt: String
    /// When it expires, as the server wrote it.
    public var expiresAt: String?
    /// When this program revoked it, ISO 8601 in UTC; `nil` if it did not.
    public var revokedAt: String?

    /// The invitation that a line of the journal tells of; `nil` if it tells of none.
    init?(_ line: JournalLine, _ journal: JournalState) {
        guard case .outcome(let ended, .invited) = line else { return nil }
        key = InvitationKey(text: ended.key)
        id = ended.invitationID
        isByOwnAnswer = ended.status.map { (200..<300).contains($0) } ?? false
        (sentAt, expiresAt) = (ended.sentAt, ended.expiresAt)
        revokedAt = journal.revocation(of: key)?.revokedAt
    }
}
