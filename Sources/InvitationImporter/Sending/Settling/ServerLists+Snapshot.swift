// MARK: - What has been read

extension ServerLists {
    /// What has been read of the server.
    var snapshot: ServerSnapshot {
        var snapshot = ServerSnapshot()
        for list in resources {
            let read = list.isOver ? list.resources : nil
            switch list.list {
            case .roles: snapshot.roles = read
            case .groups: snapshot.groups = read
            case .organizations: snapshot.organizations = read
            case .invitations, .members: break
            }
            if let reason = list.reason { snapshot.gaps.append("\(list.list.words): \(reason)") }
        }
        for (organization, lists) in organizations.sorted(by: { $0.key < $1.key }) {
            snapshot.people.merge(lists.settlement.before) { $1 }
            if let gap = lists.gap(organization) { snapshot.gaps.append(gap) }
        }
        return snapshot
    }
}

extension OrganizationLists {
    /// What could not be read, in words; `nil` for nothing.
    fileprivate func gap(_ organization: String) -> String? {
        switch access {
        case .denied(let reason): "the invitations of \(organization): \(reason)"
        case .allowed where !settlement.hasSnapshot:
            "the invitations of \(organization): the list could not be read to its end"
        case .allowed where !settlement.readsMembers:
            "the members of \(organization): no list of them is known to be this organization's"
        case .allowed: settlement.membersLack.map { "the members of \(organization): \($0)" }
        case .reading: nil
        }
    }
}

extension ListRequest.List {
    /// The list in words.
    fileprivate var words: String {
        switch self {
        case .invitations: "the invitations"
        case .members: "the members"
        case .roles: "the roles"
        case .groups: "the groups"
        case .organizations: "the organizations"
        }
    }
}
