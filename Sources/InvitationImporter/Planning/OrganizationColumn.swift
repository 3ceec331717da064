/// Whether a file's column of organizations names organizations of ours, or employers, profile texts and numbers of
/// another system: nobody is invited to these.
struct OrganizationColumn {
    private var usual = 0
    private var others: [String: Int] = [:]
    private var column = ""
    private var isMadeForInvitations = true

    /// Takes a row in, in which the organization is looked for where it would be.
    mutating func add(_ record: Record, _ reader: InputReader) {
        guard let value = reader.fields.value(.organization, in: record) else { return }
        if column.isEmpty, let index = reader.fields[.organization], index < reader.columns.count {
            column = reader.columns[index]
        }
        isMadeForInvitations = reader.isMadeForInvitations
        let text = value.cell.trimmed()
        if text.isEmpty { return }
        if value.string != nil, OrganizationID.looksUsual(text) {
            usual += 1
        } else if others.count < 100 || others[text] != nil {
            others[text, default: 0] += 1
        }
    }

    /// What to tell the person if nobody is to be invited into what the column names; `nil` if it is to be taken.
    ///
    /// - Throws: ``InputError`` of the code `organization-column` if no organization was named for everybody instead.
    func warning(_ options: ImportOptions, file: String) throws(InputError) -> InputWarning? {
        guard options.reading.mapping[.organization] == nil, isNobodys, let shown else { return nil }
        let meant = "If the column is meant: --map organization=\(ShellWord.quoted(column) ?? "COLUMN")"
        let words = "The column \"\(Printable.escape(column, limit: 60))\" (\(shown))"
        if let organization = options.organization {
            let place = Printable.escape(organization, limit: 60)
            let rest = "is not taken for the organization; everybody comes into \(place). \(meant)"
            return InputWarning("organization-column", "\(words) \(rest)")
        }
        guard options.needsOrganization else {
            let rest = "is not taken for the organization. Name it: --map organization=:acme"
            return InputWarning("organization-column", "\(words) \(rest)")
        }
        let message =
            "\(words) does not name organizations of ours. Say which one it is for everybody: --map organization=:acme. \(meant)"
        throw InputError(.notUnderstood, code: "organization-column", file: file, message: message)
    }

    /// Whether the values are no organizations of ours. In a file that was not made for invitations, they are not even if
    /// they look like ids.
    private var isNobodys: Bool { usual == 0 ? !others.isEmpty : !isMadeForInvitations }

    /// Some of the values.
    private var shown: String? {
        guard usual > 0 || !others.isEmpty else { return nil }
        let most = others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        return most.isEmpty
            ? "names of theirs" : most.map { Printable.escape($0.key, limit: 30) }.joined(separator: ", ")
    }
}
