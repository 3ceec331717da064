/// What an attempt came to, which decides what follows.
///
/// The raw values stand in journals.
public enum AttemptResult: String, Hashable, Sendable, CaseIterable {
    /// The server created the invitation.
    case invited
    /// The server says that the person is invited already.
    case alreadyInvited = "already-invited"
    /// The server says that the person is a member already.
    case alreadyMember = "already-member"
    /// Something like this exists already; whether it is an invitation for this person, only the list can tell.
    case conflict
    /// Too many requests, or the server wants a pause: not processed, try again later.
    case turnedAway = "turned-away"
    /// A server error behind which the invitation may have been created all the same.
    case perhapsProcessed = "perhaps-processed"
    /// The server said no to this row.
    case refused
    /// The server does not accept the token.
    case credentials
    /// An answer that would meet every row alike; the run has to stop.
    case wholeRun = "whole-run"
    /// Nothing left this machine.
    case notSent = "not-sent"
    /// The request may have been processed, and nobody knows.
    case unknown
    /// A success whose whole body is nothing that this program understands: the list has to tell.
    case notUnderstood = "not-understood"
    /// The server's list shows that an attempt of unknown outcome made nothing.
    case notFound = "not-found"
    /// The server revoked the invitation.
    case revoked
    /// The invitation that was to be revoked is not there any more.
    case gone
    /// The invitation that was to be revoked has been accepted.
    case accepted

    /// Whether the server dealt with the request in good order, whatever it said.
    var isServersWord: Bool {
        switch self {
        case .invited, .alreadyInvited, .alreadyMember, .conflict, .refused, .revoked, .gone, .accepted: true
        case .turnedAway, .notUnderstood, .perhapsProcessed, .credentials, .wholeRun, .notSent, .unknown, .notFound:
            false
        }
    }
}
