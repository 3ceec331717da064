/// One attempt for an invitation: the operation on the server, and the number of the try.
public struct Attempt: Hashable, Sendable {
    /// What the attempt asks of the server.
    public enum Operation: Hashable, Sendable {
        /// To create the invitation, with the body from the plan. That mails a person, so it must not be repeated
        /// blindly.
        case invite(body: [UInt8])
        /// To revoke the invitation with this id. That may be repeated.
        case revoke(id: String)
    }

    /// A number that tells the attempts under way apart.
    public let tag: Int
    /// The invitation. For a revocation, only its organization, address and key are known.
    public let invitation: Invitation
    /// What the attempt asks of the server.
    public let operation: Operation
    /// The number of this attempt for its key and operation, counted from 1 over all runs.
    public let number: Int

    /// Whether it is a revocation.
    var isRevocation: Bool {
        if case .revoke = operation { true } else { false }
    }
}
