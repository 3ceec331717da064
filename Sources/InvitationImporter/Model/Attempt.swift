/// An invitation about which something is on its way to the server: what to do, and which try this is.
public struct Attempt: Hashable, Sendable {
    /// What is asked of the server.
    public enum Operation: Hashable, Sendable {
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
    public let operation: Operation
    /// The number of this attempt for its key and task, counted from 1 over all runs.
    public let number: Int

    /// Whether it revokes.
    var isRevocation: Bool {
        if case .revoke = operation { true } else { false }
    }
}
