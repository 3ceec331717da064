/// A member of an organization.
package struct SandboxMember: Sendable, Equatable {
    /// A UUID derived from organization and address.
    package let id: String
    /// The address.
    package let email: String
    /// The roles, as in the invitation.
    package let roles: [String]

    init(organization: String, email: String, roles: [String]) {
        id = SplitMix64.uuid(for: organization + " " + email.lowercased())
        self.email = email
        self.roles = roles
    }
}
