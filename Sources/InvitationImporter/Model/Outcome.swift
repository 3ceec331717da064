/// How a row ended. Every row of an input ends in exactly one of these; there are no others.
///
/// The raw values stand in journals and reports, and scripts may rely on them.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The server created an invitation for this row.
    case invited
    /// There was an invitation for this person already.
    case alreadyInvited = "already-invited"
    /// The person is a member of the organization already.
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
    /// May have been invited: an attempt ended without a clear answer.
    case unknown
    /// The run stopped before it, or did not reach it.
    case notSent = "not-sent"

    /// Whether the server's word on the person is final, so that no run may send the row again.
    public var standsForGood: Bool {
        switch self {
        case .invited, .alreadyInvited, .alreadyMember: true
        case .duplicate, .invalid, .skipped, .refused, .failed, .unknown, .notSent: false
        }
    }
}
