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
    /// Words of ``ImportOptions/includedStatus`` for which nobody in any input would have been left out; told with the
    /// first input.
    public var unusedStatus: [String] = []

    init(_ reader: InputReader) {
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
        if !secrets.isEmpty { members.append(.init("secrets", .strings(secrets))) }
        return .object(members)
    }
}
