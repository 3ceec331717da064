/// What the person says about an input. Everything else is found out from its content.
public struct ReadingOptions: Hashable, Sendable {
    /// The format; `nil`, the default, to find it out.
    public var format: InputFormat?
    /// The byte between the cells of CSV, an ASCII character; `nil`, the default, to find it out.
    public var delimiter: UInt8?
    /// The encoding; `nil`, the default, for UTF-8, or UTF-16 if its mark is there.
    public var encoding: TextEncoding?
    /// The name of the preset; `nil`, the default, to find it out; `none` for no preset.
    public var preset: String?
    /// The known systems. A program that uses this library can add its own.
    public var presets = Preset.all
    /// Where fields are, if not in the usual place.
    public var mapping: [Field: FieldMapping] = [:]
    /// Columns, and JSON members by their path, whose names say nothing about who is in, whatever they look like.
    public var ignoredColumns: [String] = []
    /// What is usual in the status columns, by their names, found by reading the input once.
    var usual: [String: UsualValues] = [:]
    /// Whether an input without rows, or even without bytes, is fine. Otherwise it is an error, since it is probably
    /// the wrong file.
    var mayBeEmpty = false
    /// Columns that a message template names. Each has to be there.
    var placeholders: [String] = []
    /// Whether a role map decides what becomes of each role.
    var hasRoleMap = false
    /// Columns that a role map names. Each has to be there.
    var roleColumns: [String] = []
    /// Whether roles are also read where the preset, or the usual names, have them.
    var takesUsualRoleColumns = true

    /// Makes options.
    public init(format: InputFormat? = nil, delimiter: UInt8? = nil) {
        self.format = format
        self.delimiter = delimiter
    }
}

extension ReadingOptions {
    /// The path of JSON members that a person named for the address; empty if none was named, or if it leads to
    /// several.
    var emailMembers: [String] {
        guard case .column(let text) = mapping[.email] else { return [] }
        let path = ColumnPath(text)
        let members = path.steps.map { step in if case .member(let name) = step { name } else { "" } }
        return members.contains("") ? [] : [path.root] + members
    }

    /// The options as a JSON object.
    var json: JSONValue {
        var members: [JSONValue.Member] = []
        if let format { members.append(.init("format", .string(format.rawValue))) }
        if let delimiter { members.append(.init("delimiter", .string(String(UnicodeScalar(delimiter))))) }
        if let encoding { members.append(.init("encoding", .string(encoding.rawValue))) }
        if let preset { members.append(.init("preset", .string(preset))) }
        if !ignoredColumns.isEmpty { members.append(.init("ignore-column", .strings(ignoredColumns))) }
        for field in Field.allCases {
            if let said = mapping[field] { members.append(.init("map-" + field.rawValue, .string(said.text))) }
        }
        return .object(members)
    }

    /// Reads options back.
    init(_ value: JSONValue) {
        format = value["format"]?.string.flatMap(InputFormat.init)
        delimiter = value["delimiter"]?.string?.utf8.first
        encoding = value["encoding"]?.string.flatMap(TextEncoding.init(named:))
        preset = value["preset"]?.string
        if case .array(let names)? = value["ignore-column"] { ignoredColumns = names.compactMap(\.string) }
        for field in Field.allCases {
            if let text = value["map-" + field.rawValue]?.string { mapping[field] = FieldMapping(text) }
        }
    }
}
