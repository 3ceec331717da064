// MARK: - What has been read

extension ServerLists {
    /// What has been read from the server.
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
            snapshot.people.merge(lists.settlement.snapshot.people) { $1 }
            snapshot.over.formUnion(lists.settlement.snapshot.peopleOver)
            snapshot.gaps += lists.gaps(organization)
        }
        return snapshot
    }
}

extension OrganizationLists {
    /// What could not be read, in words.
    fileprivate func gaps(_ organization: String) -> [String] {
        var gaps: [String] = []
        switch access {
        case .denied(let reason): return ["the invitations of \(organization): \(reason)"]
        case .reading: return []
        case .allowed: break
        }
        let unreadable = settlement.snapshot.unreadable
        if unreadable > 0 {
            let entries = unreadable == 1 ? "1 entry has" : "\(unreadable) entries have"
            gaps.append("the invitations of \(organization): \(entries) no address that can be read")
        }
        switch settlement.members {
        case .notKnown:
            gaps.append("the members of \(organization): no list of them is known to be this organization's")
        case .unreadable(let reason): gaps.append("the members of \(organization): \(reason)")
        case .read: break
        }
        return gaps
    }
}

extension ListRequest.List {
    /// The words for the list.
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
