/// What follows from an attempt that ended.
public struct Conclusion: Sendable {
    /// The attempt.
    public let attempt: Attempt
    /// What became of it.
    public let reply: AttemptReply
    /// How the row ended; `nil` if it will be tried again, and for a revocation.
    public let outcome: Outcome?
    /// How the revocation ended; `nil` if it will be tried again, and for an invitation.
    public let revocation: RevocationOutcome?
    /// The words for the report: the server's, with what must be known beside.
    public let reason: String?

    /// Whether the row has come to its end.
    var isLast: Bool { outcome != nil || revocation != nil }

    /// Makes the conclusion on an attempt after which its row goes on.
    init(_ attempt: Attempt, goesOnAfter reply: AttemptReply) {
        self.attempt = attempt
        self.reply = reply
        (outcome, revocation, reason) = (nil, nil, reply.reason)
    }

    /// Makes the last conclusion on a row; of one to be revoked, the outcome is translated.
    init(_ attempt: Attempt, _ reply: AttemptReply, _ outcome: Outcome, reason: String?) {
        self.attempt = attempt
        self.reply = reply
        self.reason = reason
        self.outcome = attempt.isRevocation ? nil : outcome
        revocation = attempt.isRevocation ? RevocationOutcome(reply.result, else: outcome) : nil
    }

    /// Makes the last conclusion on an invitation that was to be revoked.
    init(_ attempt: Attempt, _ reply: AttemptReply, revocation: RevocationOutcome, reason: String?) {
        self.attempt = attempt
        self.reply = reply
        self.reason = reason
        self.revocation = revocation
        outcome = nil
    }
}
