// MARK: - Against what the server has

extension RowCheck {
    /// Adds a finding for an address outside of the domains that mail may go to; none named means all are fine.
    mutating func domainIsAllowed(_ email: EmailAddress, _ domains: Set<String>) {
        let domain = email.domain
        guard !domains.isEmpty, !domains.contains(domain), !domains.contains(where: { domain.hasSuffix("." + $0) })
        else { return }
        add(
            .domainNotAllowed, .email, email.written,
            "Mail may go to other domains only (--allow-domain); allow this one as well, or remove the row.")
    }

    /// What the server has for an organization's name; adds a finding if it has none such.
    mutating func known(organization id: String, in directory: ServerSnapshot) {
        guard let organizations = directory.organizations, !organizations.isEmpty else { return }
        if let known = organizations.first(where: { $0.id == id }) ?? organizations.first(where: { $0.uid == id }) {
            // Under two names, one person would be two.
            let other = id == known.id ? known.uid : known.id
            guard let other, other != id else { return }
            let isWritten = other == known.id && directory.organizationsWritten.contains(other)
            guard isWritten || directory.organizationsBefore.contains(other) else { return }
            return add(
                .organizationTwice, .organization, id,
                "This is the organization \(other), which \(isWritten ? "other rows name" : "this run named") so; write "
                    + "\(other) here as well.")
        }
        let names = organizations.prefix(5).map(\.id).joined(separator: ", ")
        add(.organizationUnknown, .organization, id, "The server does not know this organization; it knows \(names).")
    }

    /// The ids of roles or groups that a person wrote by id, uid or name; adds a finding for each that the server does not
    /// have.
    mutating func resolved(_ names: [String], _ field: Field, in directory: ServerSnapshot) -> [String] {
        let (resources, code, kind): ([ServerResource]?, Finding.Code, String) =
            field == .roles
            ? (directory.roles, .roleUnknown, "role") : (directory.groups, .groupUnknown, "group")
        guard let resources else { return names }
        let found = names.map { name in
            switch resources.match(name) {
            case .one(let resource): return directory.sendsNames ? name : resource.id
            case .several(let alike):
                let ids = alike.map(\.id).joined(separator: ", ")
                add(code, field, name, "Several have this name; write the id of the one that is meant: \(ids).")
            case .none(let nearest):
                let hint = nearest.isEmpty ? "" : " Was \(nearest.joined(separator: " or ")) meant?"
                add(code, field, name, "The server has no such \(kind).\(hint)")
            }
            return name
        }
        return found.withoutRepeats()
    }
}

extension Invitation {
    /// What a person should know about somebody who is there already; `nil` for nothing.
    func difference(from presence: ServerSnapshot.Presence, line: Int) -> Finding? {
        let differs = { (there: [String]?, asked: [String]) in there.map { Set($0) != Set(asked) } ?? false }
        let groups = presence.isMember ? nil : presence.groups
        guard differs(presence.roles, roles) || differs(groups, self.groups) else { return nil }
        let there = ((presence.roles ?? []) + (groups ?? [])).joined(separator: ", ")
        let words = there.isEmpty ? "none" : there
        return presence.isMember
            ? Finding(
                .memberDiffers, line: line, value: email,
                advice:
                    "A member already, with the roles \(words). Inviting does not change them; do that at the server.")
            : Finding(
                .invitationDiffers, line: line, value: email,
                advice: "Invited already, with \(words). That invitation stays as it is.")
    }
}
