/// The meanings of the names of roles, groups and organizations at the server. Each name is looked up once.
///
/// A person writes ids, uids or display names. Memory: an entry for each distinct name.
struct NameResolution: Sendable {
    /// The meaning of one name.
    enum Meaning: Hashable, Sendable {
        /// This is sent for it.
        case known(String)
        /// Nothing can be sent for it, for the reason in this finding.
        case problem(Finding.Code, advice: String)
    }

    private let snapshot: ServerSnapshot
    /// The organizations that the inputs name, as they are written there.
    private let written: Set<String>
    /// The organizations in which the run has tried to invite somebody, as they were written then.
    private let before: Set<String>
    private var meanings: [Field: [String: Meaning]] = [:]
    /// How many names were compared with what the server has.
    private(set) var lookUps = 0

    init(_ snapshot: ServerSnapshot, written: Set<String>, before: Set<String>) {
        (self.snapshot, self.written, self.before) = (snapshot, written, before)
    }

    /// The meaning of a name. If the server's list could not be read, a name means itself.
    mutating func meaning(of name: String, _ field: Field) -> Meaning {
        if let meaning = meanings[field]?[name] { return meaning }
        lookUps += 1
        let meaning =
            switch field {
            case .roles: lookUp(name, "role", .roleUnknown, in: snapshot.roles)
            case .groups: lookUp(name, "group", .groupUnknown, in: snapshot.groups)
            default: lookUp(organization: name)
            }
        meanings[field, default: [:]][name] = meaning
        return meaning
    }

    private func lookUp(
        _ name: String, _ kind: String, _ code: Finding.Code, in resources: [ServerResource]?
    ) -> Meaning {
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

    private func lookUp(organization id: String) -> Meaning {
        guard let organizations = snapshot.organizations, !organizations.isEmpty else { return lookUp(unlisted: id) }
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

    /// Without the server's list, an id and a uid may be one organization, and so may two names that differ only in
    /// case. Then one person would count as two.
    private func lookUp(unlisted id: String) -> Meaning {
        let others = written.union(before).subtracting([id])
        let alike = others.filter { $0.lowercased() == id.lowercased() && $0 < id }
        let named = OrganizationID.isUID(id) ? others.filter { !OrganizationID.isUID($0) } : []
        let isOlder = { (other: String) in before.contains(other) && !before.contains(id) }
        let older = others.filter { isOlder($0) && OrganizationID.isUID($0) != OrganizationID.isUID(id) }
        guard let other = alike.union(named).union(older).min() else { return .known(id) }
        return .problem(
            .organizationTwice,
            advice:
                "This may be the organization \(other), which is named as well, and the server's list of organizations "
                + "cannot be read; write one of the two in all rows, or import them apart.")
    }
}

extension NameResolution {
    /// What is sent for roles or groups, each once; `nil` if nothing can be sent for one of them.
    mutating func ids(of names: [String], _ field: Field) -> [String]? {
        var ids: [String] = []
        for name in names {
            guard case .known(let id) = meaning(of: name, field) else { return nil }
            ids.append(id)
        }
        return ids.withoutRepeats()
    }

    /// Replaces a row's names by what is sent for them. Adds a finding for each name that the server does not have, and
    /// then drops the row's invitation.
    ///
    /// - Parameters:
    ///   - columns: The headers as written.
    ///   - fields: The columns that hold the fields of an invitation.
    mutating func resolve(_ row: inout CheckedRow, _ record: Record, _ columns: [String], _ fields: FieldMap) {
        guard let names = row.names else { return }
        let asked: [(Field, [String])] = [
            (.roles, names.roles), (.groups, names.groups), (.organization, names.organization.map { [$0] } ?? []),
        ]
        var isKnown = true
        for (field, texts) in asked {
            for text in texts {
                guard case .problem(let code, let advice) = meaning(of: text, field) else { continue }
                isKnown = false
                let column = fields.name(of: field, among: columns)
                row.findings.append(
                    record.naming(Finding(code, line: record.line, column: column, value: text, advice: advice)))
            }
        }
        guard isKnown else { return row.invitation = nil }
        row.invitation?.roles = ids(of: names.roles, .roles) ?? names.roles
        row.invitation?.groups = ids(of: names.groups, .groups) ?? names.groups
    }
}
