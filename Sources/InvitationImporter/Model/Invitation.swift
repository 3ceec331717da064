/// A row that passed all checks: who is invited to which organization, and with which roles and groups.
public struct Invitation: Hashable, Sendable {
    /// The organization's id, as it goes into the URL.
    public var organization: String
    /// The address as it is sent; see ``EmailAddress/written``.
    public var email: String
    /// What identifies the invitation across files, runs and machines.
    public var key: InvitationKey
    /// The roles, in the order written.
    public var roles: [String]
    /// The groups, in the order written.
    public var groups: [String]
    /// The text for the mail, or `nil`.
    public var message: String?
    /// The person's name, for reports and for the files that `convert` writes. It is not sent.
    public var name: String?

    /// Makes an invitation.
    public init(
        organization: String, email: String, key: InvitationKey, roles: [String], groups: [String], message: String?,
        name: String? = nil
    ) {
        self.organization = organization
        self.email = email
        self.key = key
        self.roles = roles
        self.groups = groups
        self.message = message
        self.name = name
    }

    /// The body of the request as JSON. Empty lists and a missing message are left out.
    public var json: JSONValue {
        var members = [JSONValue.Member("email", .string(email))]
        if !roles.isEmpty { members.append(.init("roles", .strings(roles))) }
        if !groups.isEmpty { members.append(.init("groups", .strings(groups))) }
        if let message { members.append(.init("message", .string(message))) }
        return .object(members)
    }

    /// The body of the request: the same bytes for the same invitation.
    public var body: [UInt8] {
        var bytes: [UInt8] = []
        writeBody(into: &bytes)
        return bytes
    }

    /// Appends the bytes of ``json``.
    func writeBody(into bytes: inout [UInt8]) {
        bytes.add("{\"email\":", email)
        bytes.add(",\"roles\":", roles)
        bytes.add(",\"groups\":", groups)
        if let message { bytes.add(",\"message\":", message) }
        bytes.append(.closeBrace)
    }
}
