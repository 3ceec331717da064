/// Whether the caller may list invitations.
public enum SandboxListing: String, Sendable, CaseIterable {
    /// 200.
    case allowed
    /// 403 FORBIDDEN.
    case forbidden
}
