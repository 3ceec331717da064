/// The routes of the API.
enum Route: Sendable, Equatable {
    case invitations(organization: String)
    case organizations
    case organization(String)
    case roles
    case groups
    case users
    case token

    /// Finds the route of a request; nil if there is none.
    init?(_ request: SandboxRequest) {
        let path = request.path
        guard path.count >= 4, path[0] == "v1", path[1] == "regions", path[2] == "global" else { return nil }
        switch (path.count, path[3], path.dropFirst(4).last) {
        case (4, "organizations", _): self = .organizations
        case (5, "organizations", let id?): self = .organization(id)
        case (6, "organizations", "invitations"): self = .invitations(organization: path[4])
        case (5, "iam", "roles"): self = .roles
        case (5, "iam", "groups"): self = .groups
        case (5, "iam", "users"): self = .users
        case (5, "auth", "token"): self = .token
        default: return nil
        }
    }
}
