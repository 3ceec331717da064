/// The names of roles, groups and organizations at the server.
struct ServerNames: Sendable {
    private let snapshot: ServerSnapshot
    /// The organizations that the inputs name, as they are written there.
    private let written: Set<String>
    /// The organizations in which the run has tried to invite somebody, as they were written then.
    private let before: Set<String>

    init(_ snapshot: ServerSnapshot, written: Set<String>, before: Set<String>) {
        (self.snapshot, self.written, self.before) = (snapshot, written, before)
    }

    /// The meaning of a name. If the server's list could not be read, a name means itself. O(names of the server).
    func meaning(of name: String, _ field: Field) -> NameResolution.Meaning {
        switch field {
        case .roles: meaning(of: name, "role", .roleUnknown, in: snapshot.roles)
        case .groups: meaning(of: name, "group", .groupUnknown, in: snapshot.groups)
        default: meaning(ofOrganization: name)
        }
    }

    private func meaning(
        of name: String, _ kind: String, _ code: Finding.Code, in resources: [ServerResource]?
    ) -> NameResolution.Meaning {
        guard let resources else { return .known(name) }
        switch resources.match(name) {
        case .one(let resource): return .known(snapshot.sendsNames ? name : resource.id)
        case .several(let alike):
            let ids = alike.map(\.id).joined(separator: ", ")
            return .problem(code, advice: "Several have this name; write the id of the one that is meant: \(ids).")
        case .none(let nearest):
            let hint = nearest.isEmpty ? "" : " Was \(nearest.joined(separator: " or ")) meant?"
            return .problem(code, advice: "The server has no such \(kind).\(hint)")
        }
    }

    private func meaning(ofOrganization id: String) -> NameResolution.Meaning {
        guard let organizations = snapshot.organizations, !organizations.isEmpty else { return meaning(ofUnlisted: id) }
        guard let known = organizations.first(where: { $0.id == id }) ?? organizations.first(where: { $0.uid == id })
        else {
            let names = organizations.prefix(5).map(\.id).joined(separator: ", ")
            return .problem(
                .organizationUnknown, advice: "The server does not know this organization; it knows \(names).")
        }
        // Under two names of the organization, one person would count as two.
        guard let other = id == known.id ? known.uid : known.id, other != id else { return .known(id) }
        let isWritten = other == known.id && written.contains(other)
        guard isWritten || before.contains(other) else { return .known(id) }
        return .problem(
            .organizationTwice,
            advice: "This is the organization \(other), which \(isWritten ? "other rows name" : "this run named") so; "
                + "write \(other) here as well.")
    }

    /// Without the server's list, ids of two forms may be one organization, and so may two names that differ only in
    /// case. Then one person would count as two.
    private func meaning(ofUnlisted id: String) -> NameResolution.Meaning {
        let others = written.union(before).subtracting([id])
        let alike = others.filter { $0.lowercased() == id.lowercased() && $0 < id }
        let form = OrganizationID.form(of: id)
        // Of two forms, the rows with the less usual one are the ones to mend.
        let named = form == .name ? [] : others.filter { OrganizationID.form(of: $0) != form }
        let isOlder = { (other: String) in before.contains(other) && !before.contains(id) }
        let older = others.filter { isOlder($0) && OrganizationID.form(of: $0) != form }
        guard let other = alike.union(named).union(older).min() else { return .known(id) }
        return .problem(
            .organizationTwice,
            advice:
                "This may be the organization \(other), which is named as well, and the server's list of organizations "
                + "cannot be read; write one of the two in all rows, or import them apart.")
    }
}
