/// What the person says about an input; everything else is found out from its content.
public struct ReadingOptions: Hashable, Sendable {
    /// The format; `nil`, the default, finds it out.
    public var format: InputFormat?
    /// The byte between the cells of CSV, an ASCII character; `nil`, the default, finds it out.
    public var delimiter: UInt8?
    /// The encoding; `nil`, the default, takes UTF-8, or UTF-16 where its mark is.
    public var encoding: TextEncoding?
    /// The name of the preset; `nil`, the default, finds it out; `none` takes none.
    public var preset: String?
    /// The systems that are known; a program that uses this library can add its own.
    public var presets = Preset.all
    /// Where fields are that are not where they would be looked for.
    public var mapping: [Field: FieldMapping] = [:]
    /// Columns, and members of JSON by the way to them, whose names say nothing about who is in, whatever it looks like.
    public var ignoredColumns: [String] = []
    /// What is usual in the columns that say who is in, by their names; found out by reading the input once.
    var usual: [String: UsualValues] = [:]
    /// Whether an input without any row is fine, also one without a byte; else it is an error, as it is probably the wrong
    /// file.
    var mayBeEmpty = false
    /// Columns that a message template names; each has to be there.
    var placeholders: [String] = []
    /// Columns that a role map names; each has to be there.
    var roleColumns: [String] = []
    /// Whether their roles are also where the preset, or the usual names, have them.
    var takesUsualRoleColumns = true

    /// Makes options.
    public init(format: InputFormat? = nil, delimiter: UInt8? = nil) {
        self.format = format
        self.delimiter = delimiter
    }
}

extension ReadingOptions {
    /// The members of JSON that a person named as the way to the address; empty if none was, or it leads to several.
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
