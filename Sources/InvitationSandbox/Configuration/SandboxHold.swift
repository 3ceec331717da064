/// Answers that are held back, after the server has acted, until somebody releases them: for tests and demonstrations of
/// what happens while a request is under way.
public enum SandboxHold: Sendable, Equatable {
    /// Those to requests for lists.
    case lists
    /// Those to invitations after the first so many.
    case invitations(after: Int)
}
