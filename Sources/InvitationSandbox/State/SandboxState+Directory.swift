extension SandboxState {
    /// The organization with this id or uid.
    func organization(_ name: String) throws(SandboxProblem) -> SandboxResource {
        if let known = configuration.organizations.first(where: { $0.id == name || $0.uid == name }) { return known }
        guard configuration.requireOrganization else { return SandboxResource(id: name) }
        throw .notFound("Organization '\(name)' not found.")
    }

    /// An organization in the API's form.
    func wire(_ organization: SandboxResource) -> OrganizationBody {
        OrganizationBody(id: organization.id, uid: organization.uid, displayName: organization.displayName)
    }

    /// Lists the organizations.
    func organizations(_ request: SandboxRequest) throws(SandboxProblem) -> SandboxAnswer {
        let page = try PageQuery(request.query, count: configuration.organizations.count)
        let elements = configuration.organizations[page.range].map(wire)
        return .json(DirectoryBody(name: "organizations", elements: elements, next: page.next))
    }

    /// Lists the roles.
    func roles(_ request: SandboxRequest) throws(SandboxProblem) -> SandboxAnswer {
        let page = try PageQuery(request.query, count: configuration.roles.count)
        let elements = configuration.roles[page.range].map {
            RoleBody(id: $0.id, uid: $0.uid, displayName: $0.displayName, description: "System role \($0.displayName)")
        }
        return .json(DirectoryBody(name: "roles", elements: elements, next: page.next))
    }

    /// Lists the groups.
    func groups(_ request: SandboxRequest) throws(SandboxProblem) -> SandboxAnswer {
        let page = try PageQuery(request.query, count: configuration.groups.count)
        let elements = configuration.groups[page.range].map {
            GroupBody(id: $0.id, uid: $0.uid, displayName: $0.displayName, description: "Group \($0.displayName)")
        }
        let total = configuration.groups.count
        return .json(DirectoryBody(name: "groups", elements: elements, next: page.next, total: total))
    }

    /// Lists the members of the organization in `orgId`, or of the first one.
    func users(_ request: SandboxRequest) throws(SandboxProblem) -> SandboxAnswer {
        let name = request.query["orgId"] ?? configuration.organizations.first?.id ?? ""
        let members = books[try organization(name).id]?.members ?? []
        let page = try PageQuery(request.query, count: members.count)
        let elements = members[page.range].map {
            UserBody(id: $0.id, uid: $0.id, email: $0.email, displayName: $0.email, roles: $0.roles)
        }
        return .json(DirectoryBody(name: "users", elements: elements, next: page.next))
    }
}
