/// An invitation on its way to the server: what to send, and which try this is.
public struct Attempt: Hashable, Sendable {
    /// Tells the attempts under way apart.
    public let tag: Int
    /// The invitation.
    public let invitation: Invitation
    /// The body as the plan has it.
    public let body: [UInt8]
    /// The number of this attempt for its key, counted from 1 over all runs.
    public let number: Int
}

/// What follows from an attempt that ended.
public struct Verdict: Sendable {
    /// The attempt.
    public let attempt: Attempt
    /// The server's answer, or its absence.
    public let answer: Answer
    /// How the row ended; `nil` if it will be tried again.
    public let outcome: Outcome?
    /// The words for the report: the server's, with what must be known beside.
    public let reason: String?
}
