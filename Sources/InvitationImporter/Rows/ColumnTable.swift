/// The columns of an input, as far as they are known.
struct ColumnTable: Sendable {
    /// The most columns of an input.
    static let limit = 1000

    /// The names as written.
    private(set) var names: [String] = []
    /// The field that each name usually means.
    private(set) var usualFields: [Field?] = []
    /// The index of the first column with a name, for each way to compare names.
    private var indices: [String: Int] = [:]
    private var foldedIndices: [String: Int] = [:]
    private var bracketedIndices: [String: Int] = [:]

    /// Adds a column. A name may occur more than once.
    mutating func append(_ name: String, file: String, line: Int) throws(InputError) {
        let index = names.count
        guard index < Self.limit else {
            let message = "There are more than \(Self.limit) columns. Leave out those that are not needed."
            throw InputError(.notUnderstood, code: "columns-too-many", file: file, line: line, message: message)
        }
        names.append(name)
        usualFields.append(ColumnNames.field(named: name) ?? ColumnNames.numberedField(name))
        if indices[name] == nil { indices[name] = index }
        let folded = ColumnNames.folded(name)
        if !folded.isEmpty, foldedIndices[folded] == nil { foldedIndices[folded] = index }
        if let inner = ColumnNames.bracketed(name), bracketedIndices[inner] == nil { bracketedIndices[inner] = index }
    }

    /// The column whose name is written exactly like this.
    func index(written name: String) -> Int? { indices[name] }

    /// The column with this name: first as written, then folded, then by the part in brackets.
    func index(named name: String) -> Int? {
        if let index = indices[name] { return index }
        let folded = ColumnNames.folded(name)
        return folded.isEmpty ? nil : foldedIndices[folded] ?? bracketedIndices[folded]
    }

    /// The column that has this key in brackets: `[passwordProfile]`.
    func index(bracketed key: String) -> Int? { bracketedIndices[ColumnNames.folded(key)] }

    /// The column of a JSON member. It is added if it is new.
    ///
    /// - Parameter hint: the index where the name probably is.
    mutating func index(of name: String, hint: Int, file: String, line: Int) throws(InputError) -> Int {
        if hint < names.count && names[hint] == name { return hint }
        if let index = indices[name] { return index }
        try append(name, file: file, line: line)
        return names.count - 1
    }
}
