/// The parts of an invitation that a column can give.
public enum Field: String, Hashable, Sendable, CaseIterable {
    case email
    case roles
    case groups
    case message
    case name
    case organization
    case status

    /// Its index in a table of all fields.
    var index: Int {
        switch self {
        case .email: 0
        case .roles: 1
        case .groups: 2
        case .message: 3
        case .name: 4
        case .organization: 5
        case .status: 6
        }
    }
}

/// What a person says about a field: `--map email="Work Email"`, or `--map roles=:viewer` for a value of every row.
public enum FieldMapping: Hashable, Sendable {
    /// The column, or the path to it.
    case column(String)
    /// The value of every row.
    case fixed(String)

    /// Reads the text after `=`. A text after a colon is the value itself; anything else names a column.
    public init(_ text: String) {
        self = text.hasPrefix(":") ? .fixed(String(text.dropFirst())) : .column(text)
    }

    /// The text that a person writes for it.
    public var text: String {
        switch self {
        case .column(let name): name
        case .fixed(let value): ":" + value
        }
    }
}
