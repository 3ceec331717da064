/// How a row ended. Every row of an input ends in exactly one of these outcomes; there are no others.
///
/// The raw values are written in journals and reports. Scripts may rely on them.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The server created an invitation for this row.
    case invited
    /// The person already had an invitation.
    case alreadyInvited = "already-invited"
    /// The person was already a member of the organization.
    case alreadyMember = "already-member"
    /// A row further up names the same person.
    case duplicate
    /// The row failed a check and was not sent.
    case invalid
    /// Left out on purpose.
    case skipped
    /// The server said no to this row.
    case refused
    /// Given up after retries; the person was certainly not invited.
    case failed
    /// The person may have been invited: an attempt ended without a clear reply.
    case unknown
    /// The run stopped before it, or did not reach it.
    case notSent = "not-sent"

    /// Whether the server's word on the person is final. Then no run may send the row again.
    public var standsForGood: Bool {
        switch self {
        case .invited, .alreadyInvited, .alreadyMember: true
        case .duplicate, .invalid, .skipped, .refused, .failed, .unknown, .notSent: false
        }
    }
}
