/// What an invitation is made of, as far as a column can give it.
public enum Field: String, Hashable, Sendable, CaseIterable {
    case email
    case roles
    case groups
    case message
    case name
    case organization
    case status

    /// Its place in a table of all fields.
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

/// What a person said about a field: `--map email="Work Email"`, or `--map roles=:viewer` for a value of every row.
public enum FieldMapping: Hashable, Sendable {
    /// The column, or the path to it.
    case column(String)
    /// The value of every row.
    case fixed(String)

    /// Reads what stands behind `=`: a text behind a colon is the value itself, anything else a column.
    public init(_ text: String) {
        self = text.hasPrefix(":") ? .fixed(String(text.dropFirst())) : .column(text)
    }

    /// As a person writes it.
    public var text: String {
        switch self {
        case .column(let name): name
        case .fixed(let value): ":" + value
        }
    }
}
