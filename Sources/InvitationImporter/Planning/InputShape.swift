/// What was found out about an input: what a person should see before it is used.
public struct InputShape: Hashable, Sendable {
    /// The input's name.
    public var name: String
    /// How it is written.
    public var dialect: Dialect
    /// How its characters are written.
    public var encoding: TextEncoding
    /// The system that it comes from; `nil` if it is none that is known.
    public var recognition: Recognition?
    /// Columns and JSON members that hold secrets, which go no further than the copy in the run directory.
    public var secrets: [String]
    /// What was noticed about the input as a whole.
    public var warnings: [InputWarning]
    /// Every column and member of JSON, in their order, with what is made of it.
    public var columns: [ColumnUse]
    /// Numbers in the columns that say who is in which are no reason to leave somebody out because nearly all people have
    /// them, by the column.
    public var usualNumbers: [String: [String]]
    /// Words of ``ImportOptions/includedStatus`` for which nobody in any input would have been left out; told with the
    /// first input.
    public var unusedStatus: [String] = []

    /// Columns of ``ReadingOptions/ignoredColumns`` that no input has; told with the first input.
    public var missingIgnored: [String] = []

    init(_ reader: InputReader, _ columns: [ColumnUse], _ usual: [String: UsualValues]) {
        self.columns = columns
        usualNumbers = usual.mapValues { $0.numbers.subtracting(["1"]).sorted() }.filter { !$0.value.isEmpty }
        name = reader.name
        dialect = reader.dialect
        encoding = reader.encoding
        recognition = reader.recognition
        secrets = reader.secretColumns
        warnings = reader.warnings
    }

    /// The shape for scripts.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("file", .string(name)), .init("format", .string(dialect.format.rawValue)),
            .init("encoding", .string(encoding.rawValue)),
        ]
        if let recognition {
            members.append(.init("preset", .string(recognition.preset.name)))
            members.append(.init("recognisedBy", .strings(recognition.columns)))
        }
        if !unusedStatus.isEmpty { members.append(.init("unusedStatus", .strings(unusedStatus))) }
        if !warnings.isEmpty { members.append(.init("warnings", .array(warnings.map(\.json)))) }
        if !missingIgnored.isEmpty { members.append(.init("missingIgnored", .strings(missingIgnored))) }
        if !secrets.isEmpty { members.append(.init("secrets", .strings(secrets))) }
        members.append(.init("columns", .array(columns.map(\.json))))
        if !usualNumbers.isEmpty {
            let numbers = usualNumbers.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .strings($0.value)) }
            members.append(.init("usualNumbers", .object(numbers)))
        }
        return .object(members)
    }
}
