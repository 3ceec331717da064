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

    /// The id of the organization.
    public var organization: String
    /// The id for revoking, a UUID.
    public var id: String
    /// Another UUID.
    public var uid: String
    /// The address as it was sent.
    public var email: String
    /// The roles, as they were sent.
    public var roles: [String]
    /// The groups, as they were sent.
    public var groups: [String]
    /// The message in the mail, if any.
    public var message: String?
    /// When it was made, in milliseconds since 1970.
    public var createdAt: Int
    /// When it expires, in milliseconds since 1970.
    public var expiresAt: Int
    /// The status last recorded. A pending invitation may have expired since; see ``status(at:)``.
    public var status: Status
    /// Who made it.
    public var madeBy: Maker

    /// The status at a time in milliseconds since 1970.
    public func status(at milliseconds: Int) -> Status {
        status == .pending && milliseconds >= expiresAt ? .expired : status
    }
}
