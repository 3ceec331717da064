/// A change of what the sandbox knows: one line of the state file.
package enum SandboxEvent: Sendable, Equatable, Codable {
    /// A POST with this address came in (whatever becomes of it).
    case received(email: String)
    /// An invitation came into being.
    case invited(invitation: SandboxInvitation)
    /// An invitation was accepted or has expired.
    case changed(organization: String, id: String, status: SandboxInvitation.Status)
    /// An invitation was revoked.
    case revoked(organization: String, id: String)
    /// Somebody is a member from the start.
    case joined(organization: String, email: String)
    /// Everything was forgotten.
    case reset
}
