/// What a chart tells apart about attempts.
enum AttemptKind: Int, CaseIterable {
    /// The server dealt with it, whatever it said.
    case answered
    /// The server asked for a pause.
    case turnedAway
    /// Trouble: a server error, no answer, an answer that is not understood, a connection that failed.
    case trouble

    init(_ result: AttemptResult) {
        self =
            switch result {
            case .invited, .alreadyInvited, .alreadyMember, .conflict, .refused, .revoked, .gone, .accepted: .answered
            case .turnedAway: .turnedAway
            case .perhapsProcessed, .credentials, .wholeRun, .notSent, .unknown, .notUnderstood, .notFound: .trouble
            }
    }

    /// The name in the page's style.
    var name: String {
        switch self {
        case .answered: "answered"
        case .turnedAway: "turned-away"
        case .trouble: "trouble"
        }
    }

    /// What it means, for a legend.
    var meaning: String {
        switch self {
        case .answered: "answered by the server"
        case .turnedAway: "turned away: too many requests"
        case .trouble: "server errors, no answer, no connection"
        }
    }
}
