/// Answers that are held back after the server has acted, until somebody releases them. For tests and demonstrations of
/// requests under way.
public enum SandboxHold: Sendable, Equatable {
    /// The answers to requests for lists.
    case lists
    /// The answers to invitations after this many.
    case invitations(after: Int)
}
