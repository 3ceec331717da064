/// The errors of an input with unusable columns, in words.
extension InputError {
    /// The error for an input without a column of addresses.
    ///
    /// - Parameter seen: the path to where addresses can be seen; `nil` if there are none.
    static func withoutEmail(
        _ columns: [String], _ preset: Preset?, seen: String?, file: String, line: Int?
    ) -> InputError {
        // The cells of a row are not shown: one of them may be a secret.
        if columns.contains(where: { $0.contains("@") }) {
            let message =
                "The first line is not a header: there is an address in it. Put a line above it that names the columns, "
                + "such as name,email"
            return InputError(.notUnderstood, code: "header-missing", file: file, line: line, message: message)
        }
        let shown = InputError.shown(columns)
        let field = columns.first { ColumnNames.field(named: $0) == .email }
        if let seen, let typed = ShellWord.quoted(seen), preset?.advice == nil {
            let missing =
                field.map { "Nobody has an address in \"\(Printable.escape($0, limit: 60))\"" }
                ?? "No column is named email"
            let message =
                "\(missing), but addresses can be seen at \"\(Printable.escape(seen, limit: 80))\". If these are meant: --map "
                + "email=\(typed). There are \(shown)."
            return InputError(.notUnderstood, code: "email-column-missing", file: file, line: line, message: message)
        }
        let like = columns.first { ColumnNames.folded($0).contains("mail") || NearName.isNear($0, .email) }
        let advice =
            preset?.advice ?? "Name the column of the addresses \"email\", in the first line, or say which it is: "
            + "--map email=\(like.flatMap(ShellWord.quoted) ?? "COLUMN")"
        let message = "No column is named email. The header has \(shown). \(advice)"
        return InputError(.notUnderstood, code: "email-column-missing", file: file, line: line, message: message)
    }

    /// The error for an export without any address. It is reported once, not for each row.
    static func withoutAddresses(_ preset: Preset, rows: Int, file: String) -> InputError {
        let advice =
            preset.advice ?? "Export it with the addresses, or add a column email and name it: --map email=email"
        let message = "This is \(preset.title), and none of its \(rows) people has an address. \(advice)"
        return InputError(.notUnderstood, code: "addresses-missing", file: file, message: message)
    }

    /// The error for an input that is not what a person said it is.
    static func withoutColumns(of preset: Preset, _ columns: [String], file: String) -> InputError {
        let sets = preset.signatures.map { $0.map { "\"\($0)\"" }.joined(separator: ", ") }
        let message =
            "This is not \(preset.title), as --from says: that has the columns \(sets.joined(separator: "; or ")). "
            + "There are \(columns.contains { $0.contains("@") } ? "none of these" : shown(columns)). "
            + "Name another system or leave --from out."
        return InputError(.notUnderstood, code: "preset-columns-missing", file: file, message: message)
    }

    static func twoColumns(_ first: String, _ second: String, _ field: Field, file: String, line: Int) -> InputError {
        let both = "\"\(Printable.escape(first, limit: 60))\" and \"\(Printable.escape(second, limit: 60))\""
        let advice =
            first == second
            ? "Rename one of them."
            : "Say which: --map \(field.rawValue)=\(ShellWord.quoted(first) ?? "COLUMN")"
        let message = "The columns \(both) could both be the \(field.rawValue). \(advice)"
        return InputError(.notUnderstood, code: "column-twice", file: file, line: line, message: message)
    }
}
