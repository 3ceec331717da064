/// The invitation as the server describes it in its answer. No field is certain to be there.
public struct CreatedInvitation: Hashable, Sendable {
    /// The server's id, which `revoke` and `status` need.
    public var id: String?
    /// The address.
    public var email: String?
    /// The roles.
    public var roles: [String]?
    /// The groups.
    public var groups: [String]?
    /// When the link in the mail stops working, as the server wrote it.
    public var expiresAt: String?

    /// Reads an invitation, bare or inside `{"invitation":…}` or `{"data":…}`; `nil` if it is none.
    public init?(_ value: JSONValue) {
        let value = value["invitation"] ?? value["data"] ?? value
        guard case .object = value else { return nil }
        id = value["id"]?.string ?? value["uid"]?.string
        email = value["email"]?.string
        roles = value["roles"]?.strings ?? value["role"]?.string.map { [$0] }
        groups = value["groups"]?.strings
        expiresAt = value["expiresAt"]?.string
    }

    /// What the server made differently from what was asked; empty if nothing.
    public func differences(from asked: Invitation) -> [String] {
        var found: [String] = []
        if let email, email.lowercased() != asked.email.lowercased() {
            found.append("the server answered for \(email)")
        }
        if let roles, Set(roles) != Set(asked.roles) {
            found.append("roles are \(roles.joined(separator: ";")), asked for \(asked.roles.joined(separator: ";"))")
        }
        if let groups, Set(groups) != Set(asked.groups) {
            found.append(
                "groups are \(groups.joined(separator: ";")), asked for \(asked.groups.joined(separator: ";"))")
        }
        return found.map { Printable.escape($0, limit: 300) }
    }
}
