/// What a second POST for the same address does.
public enum SandboxDuplicates: String, Sendable, CaseIterable {
    /// 409 with the code CONFLICT.
    case conflict409 = "conflict"
    /// Another invitation, and another mail.
    case accept
}
