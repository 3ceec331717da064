/// A column `Message` in a file that was not made for invitations, such as the answers to a contact form: it would be
/// mailed to those who wrote it.
enum ForeignMessage {
    /// The question that such a column asks; `nil` if the file is made for invitations, or the person said what it is.
    ///
    /// A file is made for invitations if it has roles or groups, or no column that is none of ours.
    static func question(
        _ columns: ColumnTable, _ fields: FieldMap, _ options: ReadingOptions, file: String, line: Int?
    ) -> InputError? {
        guard options.mapping[.message] == nil, let column = fields[.message] else { return nil }
        let ours = columns.usualFields
        let isMade =
            ours.contains(.roles) || ours.contains(.groups)
            || columns.names.indices.allSatisfy {
                ours[$0] != nil || fields.uses(column: $0) || isBlank(columns.names[$0])
            }
        guard !isMade else { return nil }
        let shown = Printable.escape(columns.names[column], limit: 60)
        let typed = ShellWord.quoted(columns.names[column]) ?? "COLUMN"
        let message =
            "The column \"\(shown)\" would be mailed to each person, and the other columns are not those of invitations. If "
            + "that is meant: --map message=\(typed). If not, and no message goes out: --map message=:"
        return InputError(.notUnderstood, code: "message-column", file: file, line: line, message: message)
    }

    private static func isBlank(_ name: String) -> Bool { name.trimmed().isEmpty }
}
