public import CurlMulti

// MARK: - Looking before anything is sent

extension Sender {
    /// Reads the server's roles, groups and organizations, and the invitations and members of these organizations, all at
    /// once. What is read of the latter is also what settling compares with: it is read once.
    ///
    /// - Parameter people: Whose presence matters; nobody else is remembered.
    public mutating func lookUp(_ organizations: [String], for people: Set<KeyHash>, at now: Instant) {
        wanted = people
        catalogues = [ListRequest.List.organizations, .roles, .groups].map(ResourceList.init)
        for organization in organizations { openListing(of: organization, at: now) }
    }

    /// Reads the invitations of these organizations, also of those whose list was read before, and the members where that
    /// list is known to be theirs.
    ///
    /// - Parameter people: Whose presence matters; nobody else is remembered.
    public mutating func lookUp(
        invitationsOf organizations: [String], for people: Set<KeyHash>, at now: Instant
    ) {
        wanted = people
        // Which organizations there are tells whose members the list of members has.
        if catalogues.isEmpty { catalogues = [ResourceList(.organizations)] }
        for organization in organizations {
            listings[organization] = nil
            openListing(of: organization, at: now)
        }
    }

    /// Whether a list is still being read without which nothing goes on.
    public var isLookingUp: Bool {
        listings.values.contains { $0.access == .reading } || catalogues.contains { !$0.isOver }
    }

    /// What has been read.
    public var directory: ServerSnapshot {
        var directory = ServerSnapshot()
        for catalogue in catalogues {
            let resources = catalogue.isOver ? catalogue.resources : nil
            switch catalogue.list {
            case .roles: directory.roles = resources
            case .groups: directory.groups = resources
            case .organizations: directory.organizations = resources
            case .invitations, .members: break
            }
            if let reason = catalogue.reason { directory.gaps.append("\(catalogue.list.words): \(reason)") }
        }
        for (organization, listing) in listings.sorted(by: { $0.key < $1.key }) {
            directory.people.merge(listing.settlement.before) { $1 }
            switch listing.access {
            case .denied(let reason): directory.gaps.append("the invitations of \(organization): \(reason)")
            case .allowed where !listing.settlement.hasSnapshot:
                directory.gaps.append("the invitations of \(organization): the list could not be read to its end")
            case .allowed where !listing.settlement.readsMembers:
                directory.gaps.append(
                    "the members of \(organization): no list of them is known to be this organization's")
            case .allowed where listing.settlement.membersLack != nil:
                directory.gaps.append("the members of \(organization): \(listing.settlement.membersLack ?? "")")
            case .reading, .allowed: break
            }
        }
        return directory
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
