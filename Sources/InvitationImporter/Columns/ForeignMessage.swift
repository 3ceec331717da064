/// Asks about a column `Message` in a file that was not made for invitations, such as the entries of a contact form. It
/// would be mailed back to the people who wrote it.
enum ForeignMessage {
    /// The question about such a column; `nil` if the file was made for invitations, or the person said what the column
    /// is.
    static func question(
        _ columns: ColumnTable, _ fields: FieldMap, _ options: ReadingOptions, file: String, line: Int?
    ) -> InputError? {
        guard options.mapping[.message] == nil, let column = fields[.message] else { return nil }
        guard !isMadeForInvitations(columns, fields) else { return nil }
        let shown = Printable.escape(columns.names[column], limit: 60)
        let typed = ShellWord.quoted(columns.names[column]) ?? "COLUMN"
        let message =
            "The column \"\(shown)\" would be mailed to each person, and the other columns are not those of invitations. If "
            + "that is meant: --map message=\(typed). If not, and no message goes out: --map message=:"
        return InputError(.notUnderstood, code: "message-column", file: file, line: line, message: message)
    }

    /// Whether a file was made for invitations: it has roles or groups, or every column is one of an invitation. A
    /// status is one only beside an organization: the entries of a contact form have one, too.
    static func isMadeForInvitations(_ columns: ColumnTable, _ fields: FieldMap) -> Bool {
        let ours = columns.usualFields
        if ours.contains(.roles) || ours.contains(.groups) { return true }
        if ours.contains(.status), !ours.contains(.organization) { return false }
        return columns.names.indices.allSatisfy { index in
            ours[index] != nil || fields.uses(column: index) || isBlank(columns.names[index])
        }
    }

    private static func isBlank(_ name: String) -> Bool { name.trimmed().isEmpty }
}
