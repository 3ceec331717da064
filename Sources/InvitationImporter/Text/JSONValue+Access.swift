extension JSONValue {
    /// Makes a whole number.
    public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

    /// An object with these members, in this order; the names must differ.
    public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// The value of the first member with this name; `nil` if there is none or this is not an object. O(members).
    public subscript(name: String) -> JSONValue? {
        members?.first { $0.name == name }?.value
    }

    /// The text; `nil` if this is not a string.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The Boolean; `nil` if this is neither `true` nor `false`.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number, if it is written as a whole number and fits; else `nil`. Nothing is rounded: `1.0` and `1e3` give
    /// `nil`.
    public var integer: Int? {
        if case .number(let text) = self { Int(text) } else { nil }
    }

    /// The number, rounded to the nearest `Double`; `nil` if this is not a number.
    public var double: Double? {
        if case .number(let text) = self { Double(text) } else { nil }
    }

    /// The elements; `nil` if this is not an array.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members in the order they were written; `nil` if this is not an object.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// Whether there is nothing to read: `null`, white space, or a list of nothing.
    var isBlank: Bool {
        switch self {
        case .null: true
        case .string(let text): text.utf8.allSatisfy(\.isBlank) || text.trimmed().isEmpty
        case .array(let elements): elements.allSatisfy(\.isBlank)
        case .bool, .number, .object: false
        }
    }
}
