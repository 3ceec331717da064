/// Where everything is in the rows of one input.
public struct FieldMap: Hashable, Sendable {
    /// Where one field is.
    public struct Source: Hashable, Sendable {
        /// The first alternative that has text gives the value. The locations of one alternative are joined by a space.
        public var alternatives: [[ValueLocation]] = []
        /// The value of every row. The alternatives are then empty.
        public var fixed: String?
        /// Whether it is an error if the alternatives have different values.
        public var mustAgree = false
        /// Whether the value is the list of the values of all alternatives.
        public var isUnited = false

        /// Makes a source.
        public init(
            _ alternatives: [[ValueLocation]] = [], fixed: String? = nil, mustAgree: Bool = false,
            isUnited: Bool = false
        ) {
            self.alternatives = alternatives
            self.fixed = fixed
            self.mustAgree = mustAgree
            self.isUnited = isUnited
        }
    }

    private var sources: [Source?] = Array(repeating: nil, count: Field.allCases.count)
    var rules: [BoundRule] = []
    /// Where another system's roles and groups are, and the folded names of these columns.
    var roleSources: [ValueLocation] = []
    var roleColumns: [String] = []
    /// The fields whose values are roles or groups of this server even beside a role map, because the person said so.
    var ownLists: Set<Field> = []
    /// Where the columns are that a message template names.
    var placeholders: [String: ValueLocation] = [:]

    /// Makes a map without any column.
    public init() {}

    /// Where a field is; `nil` if it is nowhere.
    public internal(set) subscript(source field: Field) -> Source? {
        get { sources[field.index] }
        set { sources[field.index] = newValue }
    }

    /// The first column that gives the field, counted from 0; `nil` if none does.
    public subscript(field: Field) -> Int? {
        if field == .status { return rules.first?.places[0].column }
        return sources[field.index]?.alternatives.first?.first?.column
    }

    /// Whether anything is taken from a column.
    public func uses(column: Int) -> Bool {
        givesField(column: column)
            || rules.contains { $0.places.contains { $0.column == column } || $0.condition?.column == column }
    }

    /// Whether a field is taken from a column.
    func givesField(column: Int) -> Bool {
        sources.contains { $0?.alternatives.contains { $0.contains { $0.column == column } } == true }
    }

    /// The value of a field in a row; `nil` if there is none or only a word for nothing (`NULL`).
    ///
    /// If several columns may hold the address, the first with an `@` wins. The principal name of a guest in Entra
    /// (`#EXT#`) never counts as an address.
    func value(_ field: Field, in record: Record) -> JSONValue? {
        guard let source = sources[field.index] else { return nil }
        if let fixed = source.fixed { return .string(fixed) }
        if field == .email { return address(source, in: record) }
        if source.isUnited { return united(source, in: record) }
        let isName = field == .name
        for places in source.alternatives {
            guard places.count > 1 else {
                if let value = places.first?.value(in: record), !value.isNothing(asName: isName) { return value }
                continue
            }
            let parts = places.compactMap { $0.value(in: record)?.string?.trimmed() }
                .filter { !NothingWord.isOne($0, asName: isName) }
            if !parts.isEmpty { return .string(parts.joined(separator: " ")) }
        }
        return nil
    }

    private func united(_ source: Source, in record: Record) -> JSONValue? {
        let values = source.alternatives.joined().compactMap { $0.value(in: record) }.filter { !$0.isNothing() }
        let elements = values.flatMap { value in
            ListValue.parts(of: value)?.map(JSONValue.string) ?? [value]
        }
        return elements.isEmpty ? nil : .array(elements)
    }

    private func address(_ source: Source, in record: Record) -> JSONValue? {
        var first: JSONValue?
        for places in source.alternatives {
            var value = places.first?.value(in: record)
            // A path with steps may lead to several: take the first. A list in a plain column is left to the checker.
            if places.first?.steps.isEmpty == false, case .array(let elements) = value {
                value = elements.first { !$0.isBlank }
            }
            guard let value, !value.isNothing(), !Self.isGuestName(value) else { continue }
            if value.string?.utf8.contains(UInt8(ascii: "@")) == true { return value }
            first = first ?? value
        }
        return first
    }

    private static func isGuestName(_ value: JSONValue) -> Bool {
        value.string?.utf8.contains(UInt8(ascii: "#")) == true && value.string?.uppercased().contains("#EXT#") == true
    }

    /// The first two columns that have different addresses in this row; `nil` if there are none.
    func disagreement(in record: Record) -> (Int, Int)? {
        guard sources[Field.email.index]?.mustAgree == true, let source = sources[Field.email.index] else { return nil }
        var first: (column: Int, text: String)?
        for place in source.alternatives.compactMap(\.first) {
            guard let text = place.value(in: record)?.string?.trimmed().lowercased(), !text.isEmpty else { continue }
            if let first, first.text != text { return (first.column, place.column) }
            first = first ?? (place.column, text)
        }
        return nil
    }
}
