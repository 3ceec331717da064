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

    /// Finds the meaning of a name.
    private let find: @Sendable (_ name: String, _ field: Field) -> Meaning
    private var meanings: [Field: [String: Meaning]] = [:]

    init(find: @escaping @Sendable (_ name: String, _ field: Field) -> Meaning) {
        self.find = find
    }

    init(_ snapshot: ServerSnapshot, written: Set<String>, before: Set<String>) {
        self.init(find: ServerNames(snapshot, written: written, before: before).meaning)
    }

    /// The meaning of a name. If the server's list could not be read, a name means itself.
    mutating func meaning(of name: String, _ field: Field) -> Meaning {
        if let meaning = meanings[field]?[name] { return meaning }
        let meaning = find(name, field)
        meanings[field, default: [:]][name] = meaning
        return meaning
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
