/// A change of the sandbox's state: one line of the state file.
package enum SandboxEvent: Sendable, Equatable, Codable {
    /// A POST with this address came in, whatever became of it.
    case received(email: String)
    /// An invitation was made.
    case invited(invitation: SandboxInvitation)
    /// An invitation was accepted or has expired.
    case changed(organization: String, id: String, status: SandboxInvitation.Status)
    /// An invitation was revoked.
    case revoked(organization: String, id: String)
    /// A person is a member from the start.
    case joined(organization: String, email: String)
    /// Everything was forgotten.
    case reset
}
