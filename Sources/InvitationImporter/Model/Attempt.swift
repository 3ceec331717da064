/// An invitation about which something is on its way to the server: what to do, and which try this is.
public struct Attempt: Hashable, Sendable {
    /// What is asked of the server.
    public enum Task: Hashable, Sendable {
        /// To create the invitation, with the body as the plan has it. That mails a person, so it must not be repeated
        /// blindly.
        case invite(body: [UInt8])
        /// To revoke the invitation with this id. That may be repeated.
        case revoke(id: String)
    }

    /// Tells the attempts under way apart.
    public let tag: Int
    /// The invitation; of one to be revoked, organization, address and key are known.
    public let invitation: Invitation
    /// What is asked for.
    public let task: Task
    /// The number of this attempt for its key and task, counted from 1 over all runs.
    public let number: Int

    /// Whether it revokes.
    var isRevocation: Bool {
        if case .revoke = task { true } else { false }
    }
}

/// What follows from an attempt that ended.
public struct Verdict: Sendable {
    /// The attempt.
    public let attempt: Attempt
    /// The server's answer, or its absence.
    public let answer: Answer
    /// How the row ended; `nil` if it will be tried again, and for a revocation.
    public let outcome: Outcome?
    /// How the revocation ended; `nil` if it will be tried again, and for an invitation.
    public let revocation: RevocationOutcome?
    /// The words for the report: the server's, with what must be known beside.
    public let reason: String?

    /// Whether the row has come to its end.
    var isLast: Bool { outcome != nil || revocation != nil }

    /// Makes the verdict on an attempt after which its row goes on.
    init(_ attempt: Attempt, goesOnAfter answer: Answer) {
        self.attempt = attempt
        self.answer = answer
        (outcome, revocation, reason) = (nil, nil, answer.reason)
    }

    /// Makes the last verdict on a row; of one to be revoked, the outcome is translated.
    init(_ attempt: Attempt, _ answer: Answer, _ outcome: Outcome, reason: String?) {
        self.attempt = attempt
        self.answer = answer
        self.reason = reason
        self.outcome = attempt.isRevocation ? nil : outcome
        revocation = attempt.isRevocation ? RevocationOutcome(answer.attemptClass, else: outcome) : nil
    }

    /// Makes the last verdict on an invitation that was to be revoked.
    init(_ attempt: Attempt, _ answer: Answer, revocation: RevocationOutcome, reason: String?) {
        self.attempt = attempt
        self.answer = answer
        self.reason = reason
        self.revocation = revocation
        outcome = nil
    }
}
