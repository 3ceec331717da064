/// The result of an attempt, which decides what follows.
///
/// The raw values are written in journals.
public enum AttemptResult: String, Hashable, Sendable, CaseIterable {
    /// The server created the invitation.
    case invited
    /// The server says that the person is invited already.
    case alreadyInvited = "already-invited"
    /// The server says that the person is a member already.
    case alreadyMember = "already-member"
    /// Something like this exists already. Only the list can tell whether it is an invitation for this person.
    case conflict
    /// Too many requests, or the server wants a pause. Not processed; try again later.
    case turnedAway = "turned-away"
    /// A server error. The invitation may have been created all the same.
    case perhapsProcessed = "perhaps-processed"
    /// The server said no to this row.
    case refused
    /// The server does not accept the token.
    case credentials
    /// A reply that every row would get. The run has to stop.
    case wholeRun = "whole-run"
    /// Nothing left this machine.
    case notSent = "not-sent"
    /// The request may have been processed. Nobody knows.
    case unknown
    /// A success with a whole body that this program does not understand. The list has to decide.
    case notUnderstood = "not-understood"
    /// The server's list shows that an attempt with an unknown outcome created nothing.
    case notFound = "not-found"
    /// The server revoked the invitation.
    case revoked
    /// The invitation to revoke is not there any more.
    case gone
    /// The invitation to revoke has been accepted.
    case accepted

    /// Whether the server dealt with the request properly, whatever it said.
    var isServersWord: Bool {
        switch self {
        case .invited, .alreadyInvited, .alreadyMember, .conflict, .refused, .revoked, .gone, .accepted: true
        case .turnedAway, .notUnderstood, .perhapsProcessed, .credentials, .wholeRun, .notSent, .unknown, .notFound:
            false
        }
    }
}
