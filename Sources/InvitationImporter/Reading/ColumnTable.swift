/// The columns of an input as far as they are known, and which of them give our fields.
struct ColumnTable: Sendable {
    /// Columns of an input, at most.
    static let limit = 1000

    /// The names as written.
    private(set) var names: [String] = []
    /// Which column gives which field.
    private(set) var fields = FieldMap()
    private var indices: [String: Int] = [:]

    /// Adds a column of a CSV header; the same name may come again.
    mutating func append(_ name: String, file: String, line: Int) throws(InputError) {
        let index = names.count
        guard index < Self.limit else {
            let message = "There are more than \(Self.limit) columns. Leave out those that are not needed."
            throw InputError(.notUnderstood, code: "columns-too-many", file: file, line: line, message: message)
        }
        names.append(name)
        guard let field = ColumnNames.field(named: name) else { return }
        if let other = fields[field] {
            let both = "\"\(Printable.escape(names[other], limit: 60))\" and \"\(Printable.escape(name, limit: 60))\""
            let message = "The columns \(both) could both be the \(field.rawValue). Rename or remove one of them."
            throw InputError(.notUnderstood, code: "column-twice", file: file, line: line, message: message)
        }
        fields[field] = index
    }

    /// The column of a JSON member, added if it is new.
    ///
    /// - Parameter hint: the column where the name probably is.
    mutating func index(of name: String, hint: Int, file: String, line: Int) throws(InputError) -> Int {
        if hint < names.count && names[hint] == name { return hint }
        if let index = indices[name] { return index }
        try append(name, file: file, line: line)
        indices[name] = names.count - 1
        return names.count - 1
    }
}
