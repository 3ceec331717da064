/// Finds out whether a column names organizations of the server. It may name employers, texts of a profile or numbers
/// of another system instead, and nobody can be invited to these.
struct OrganizationColumn {
    private var usual = 0
    private var others: [String: Int] = [:]
    /// How many rows have a value that is no text, and how many have none.
    private var (notTexts, blanks) = (0, 0)
    private var column = ""
    private var isMadeForInvitations = true

    /// Counts the row's value in the column that would hold the organization.
    mutating func add(_ record: Record, _ reader: InputReader) {
        add(record, reader.fields, reader.columns, isMadeForInvitations: reader.isMadeForInvitations, times: 1)
    }

    /// Counts so many rows with the same value.
    ///
    /// - Parameter isMadeForInvitations: Whether the input's columns are those of a file made for invitations.
    mutating func add(
        _ record: Record, _ fields: FieldMap, _ columns: [String], isMadeForInvitations isMade: Bool, times: Int
    ) {
        guard let value = fields.value(.organization, in: record), !value.cell.trimmed().isEmpty else {
            blanks += times
            return
        }
        if column.isEmpty, let index = fields[.organization], index < columns.count { column = columns[index] }
        isMadeForInvitations = isMade
        if value.string == nil { notTexts += times }
        let text = value.cell.trimmed()
        if value.string != nil, OrganizationID.looksUsual(text) {
            usual += times
        } else if others.count < 100 || others[text] != nil {
            others[text, default: 0] += times
        }
    }

    /// The warning if nobody is invited into what the column names; `nil` if the column is used.
    ///
    /// - Throws: ``InputError`` with the code `organization-column` if the person named no organization for everybody
    ///   instead.
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

    /// Whether the values name no organizations of the server. In a file that was not made for invitations, they do not
    /// even if they look like ids.
    private var isNobodys: Bool {
        guard isMadeForInvitations else { return usual > 0 || !others.isEmpty }
        // In a file that was made for invitations, a number in a few rows is a mistake of these rows. The check reports
        // it.
        let isRowsMistake = others.values.reduce(0, +) == notTexts && notTexts < blanks
        return usual == 0 && !others.isEmpty && !isRowsMistake
    }

    /// Some of the values.
    private var shown: String? {
        guard usual > 0 || !others.isEmpty else { return nil }
        let most = others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        return most.isEmpty
            ? "names of theirs" : most.map { Printable.escape($0.key, limit: 30) }.joined(separator: ", ")
    }
}
