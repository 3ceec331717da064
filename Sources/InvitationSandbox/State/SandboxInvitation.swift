/// An invitation as the sandbox keeps it.
public struct SandboxInvitation: Sendable, Equatable, Codable {
    /// What became of an invitation.
    public enum Status: String, Sendable, Codable {
        /// Sent, and not answered.
        case pending
        /// The person is a member now.
        case accepted
        /// Nobody answered in time.
        case expired
    }

    /// Who made an invitation.
    public enum Maker: String, Sendable, Codable {
        /// A POST to this sandbox.
        case client
        /// Another administrator, played by the sandbox.
        case other
        /// It was there at the start.
        case start
    }

    /// Id of the organization.
    public var organization: String
    /// The id that revoking takes, a UUID.
    public var id: String
    /// Another UUID.
    public var uid: String
    /// The address as it was sent.
    public var email: String
    /// Roles as they were sent.
    public var roles: [String]
    /// Groups as they were sent.
    public var groups: [String]
    /// The message in the mail, if any.
    public var message: String?
    /// Milliseconds since 1970.
    public var createdAt: Int
    /// Milliseconds since 1970.
    public var expiresAt: Int
    /// What was last recorded; a pending one may be past its time, see ``status(at:)``.
    public var status: Status
    /// Who made it.
    public var madeBy: Maker

    /// The status at a time in milliseconds since 1970.
    public func status(at milliseconds: Int) -> Status {
        status == .pending && milliseconds >= expiresAt ? .expired : status
    }
}
