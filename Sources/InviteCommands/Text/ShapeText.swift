import InvitationImporter

/// What was found out about an input, in words.
enum ShapeText {
    /// One line for each fact that a person should check.
    ///
    /// - Parameter count: How many inputs there are. If there are several, each line names its input.
    static func lines(_ shape: InputShape, among count: Int) -> [String] {
        let place = count > 1 ? " (\(Printable.escape(shape.name, limit: 60)))" : ""
        var lines: [String] = []
        for warning in shape.warnings { lines.append(Phrase.row("warning", warning.message + place)) }
        if let recognition = shape.recognition {
            let columns = recognition.columns.map { "\"\(Printable.escape($0, limit: 40))\"" }.joined(separator: ", ")
            let why = columns.isEmpty ? "as --from says" : "by the columns \(columns); else --from none"
            lines.append(Phrase.row("from", "\(recognition.preset.title), \(why)\(place)"))
        }
        if shape.dialect.format == .list {
            lines.append(Phrase.row("from", "a list of addresses without a header\(place)"))
        }
        if shape.encoding != .utf8 {
            lines.append(Phrase.row("encoding", "\(shape.encoding.rawValue)\(place); look at the names"))
        }
        if !shape.unusedStatus.isEmpty {
            let words = shape.unusedStatus.map { "\"\(Printable.escape($0, limit: 40))\"" }
            lines.append(Phrase.row("include", "nobody is left out as \(Phrase.cut(words)) (--include-status)"))
        }
        if !shape.secrets.isEmpty {
            // All of them, however many: nobody can look for a column that is not named.
            let names = shape.secrets.map { Printable.escape($0, limit: 40) }.joined(separator: ", ")
            lines.append(Phrase.row("secrets", "\(names): kept out of everything but the copy in input/\(place)"))
        }
        return lines + columnLines(shape, place)
    }

    /// The lines about the use of the columns.
    private static func columnLines(_ shape: InputShape, _ place: String) -> [String] {
        var lines: [String] = []
        if let fields = fields(shape) { lines.append(Phrase.row("fields", fields + place)) }
        // The program's own names need no words.
        let status = shape.columns.filter { $0.use == .status }.map(\.name)
        if status.contains(where: { ColumnNames.folded($0) != Field.status.rawValue }) {
            lines.append(Phrase.row("who is in", "by \(Phrase.columns(status.map(shown)))\(place)"))
        }
        for (name, numbers) in shape.usualNumbers.sorted(by: { $0.key < $1.key }) {
            let words =
                "nearly all have \(Phrase.cut(numbers)) in \(shown(name)), so that is no reason to leave them out"
            lines.append(Phrase.row("usual", words + place))
        }
        let few = shape.columns.filter { !$0.values.isEmpty }.map(values)
        if !few.isEmpty { lines.append(Phrase.row("few values", few.joined(separator: "; ") + place)) }
        if !shape.missingIgnored.isEmpty {
            let names = Phrase.cut(shape.missingIgnored.map(shown))
            lines.append(Phrase.row("ignored", "there is no column \(names) (--ignore-column)"))
        }
        return lines
    }

    /// Which columns give the fields; `nil` if all of them have the program's own names.
    private static func fields(_ shape: InputShape) -> String? {
        let taken = shape.columns.compactMap { column -> (field: Field, name: String)? in
            if case .field(let field) = column.use { (field, column.name) } else { nil }
        }
        guard taken.contains(where: { ColumnNames.folded($0.name) != $0.field.rawValue }) else { return nil }
        let texts = Field.allCases.compactMap { field in
            let names = taken.filter { $0.field == field }.map { shown($0.name) }
            return names.isEmpty ? nil : "\(field.rawValue) from \(Phrase.columns(names))"
        }
        return texts.joined(separator: ", ")
    }

    /// A column that was not understood, with its values: `Typ: M 412, G 3`.
    private static func values(_ column: ColumnUse) -> String {
        let counts = column.values.map { value in
            "\(value.text.isEmpty ? "blank" : Printable.escape(value.text, limit: 30)) \(value.count.grouped)"
        }
        return "\(Printable.escape(column.name, limit: 40)): \(counts.joined(separator: ", "))"
    }

    private static func shown(_ name: String) -> String { "\"\(Printable.escape(name, limit: 40))\"" }
}
