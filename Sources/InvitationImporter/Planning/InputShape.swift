/// What was found out about an input. A person should see it before the input is used.
public struct InputShape: Hashable, Sendable {
    /// The input's name.
    public var name: String
    /// How it is written.
    public var dialect: Dialect
    /// How its characters are written.
    public var encoding: TextEncoding
    /// The system that the input comes from; `nil` if it is not a known one.
    public var recognition: Recognition?
    /// Columns and JSON members that hold secrets. These are only in the copy in the run directory, and in nothing
    /// else.
    public var secrets: [String]
    /// Warnings about the input as a whole.
    public var warnings: [InputWarning]
    /// Every column and JSON member in order, with its use.
    public var columns: [ColumnUse]
    /// By column, the numbers that nearly all people have in the columns that say who takes part. Such a number is no
    /// reason to leave somebody out.
    public var usualNumbers: [String: [String]]
    /// Words of ``ImportOptions/includedStatus`` that made no difference: without them, no input would have left
    /// anybody out. Only the first input has them.
    public var unusedStatus: [String] = []

    /// Columns of ``ReadingOptions/ignoredColumns`` that no input has. Only the first input has them.
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
