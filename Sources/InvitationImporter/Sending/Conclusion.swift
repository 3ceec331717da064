/// What follows for a row from an attempt that ended.
public struct Conclusion: Sendable {
    /// The attempt.
    public let attempt: Attempt
    /// The reply to the attempt.
    public let reply: AttemptReply
    /// The outcome of the row; `nil` if the row goes on, and for a revocation.
    public let outcome: Outcome?
    /// The outcome of the revocation; `nil` if the row goes on, and for an invitation.
    public let revocation: RevocationOutcome?
    /// The words for the report: the server's, with anything else that must be known.
    public let reason: String?

    /// Whether the row has ended.
    var isLast: Bool { outcome != nil || revocation != nil }

    /// Makes the conclusion about an attempt after which its row goes on.
    init(_ attempt: Attempt, goesOnAfter reply: AttemptReply) {
        self.attempt = attempt
        self.reply = reply
        (outcome, revocation, reason) = (nil, nil, reply.reason)
    }

    /// Makes the last conclusion about a row. For a revocation, the outcome is translated.
    init(_ attempt: Attempt, _ reply: AttemptReply, _ outcome: Outcome, reason: String?) {
        self.attempt = attempt
        self.reply = reply
        self.reason = reason
        self.outcome = attempt.isRevocation ? nil : outcome
        revocation = attempt.isRevocation ? RevocationOutcome(reply.result, else: outcome) : nil
    }

    /// Makes the last conclusion about a revocation.
    init(_ attempt: Attempt, _ reply: AttemptReply, revocation: RevocationOutcome, reason: String?) {
        self.attempt = attempt
        self.reply = reply
        self.reason = reason
        self.revocation = revocation
        outcome = nil
    }
}
