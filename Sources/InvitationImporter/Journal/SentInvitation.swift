#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An invitation that a run made, or may have made, from its journal.
public struct SentInvitation: Hashable, Sendable {
    /// The invited person and the organization.
    public var key: InvitationKey
    /// Whether nobody knows if it was made: an attempt had no clear reply and has not been settled.
    public var isUnsettled = false
    /// The server's id; `nil` if its reply was cut before that, or never came.
    public var id: String?
    /// Whether the server itself said so, by a 2xx. Otherwise its list showed it, after an attempt without a clear
    /// reply.
    public var isByOwnAnswer: Bool
    /// When the request was sent, ISO 8601 in UTC.
    public var sentAt: String
    /// When it expires, as the server wrote it.
    public var expiresAt: String?
    /// When this program revoked it, ISO 8601 in UTC; `nil` if it did not.
    public var revokedAt: String?

    /// ``expiresAt`` as a date; `nil` if the server did not say it, or in no way that is understood.
    public var expiry: Date? { expiresAt.flatMap(ISOTime.parse) }
}

extension SentInvitation {
    /// The invitation of a journal line; `nil` if the line has none, or if a later line says more.
    init?(_ line: JournalLine, at offset: Int, _ journal: JournalState) {
        switch line {
        case .outcome(let ended, .invited):
            self.init(ended, journal)
            guard journal[key]?.offset == offset else { return nil }
        case .intent(let intent):
            self.init(intent)
            guard let entry = journal[key], entry.reported == .unknown, entry.begun == offset else { return nil }
        default: return nil
        }
    }

    private init(_ intent: JournalLine.Intent) {
        self.init(
            key: InvitationKey(text: intent.key), isUnsettled: true, isByOwnAnswer: false, sentAt: intent.at)
    }

    private init(_ ended: JournalLine.Ended, _ journal: JournalState) {
        let key = InvitationKey(text: ended.key)
        self.init(
            key: key, id: ended.invitationID,
            isByOwnAnswer: ended.status.map { (200..<300).contains($0) } ?? false, sentAt: ended.sentAt,
            expiresAt: ended.expiresAt, revokedAt: journal.revocation(of: key)?.revokedAt)
    }
}
