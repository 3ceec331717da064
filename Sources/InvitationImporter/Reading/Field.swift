/// What an invitation is made of, as far as a column can give it.
public enum Field: String, Hashable, Sendable, CaseIterable {
    case email
    case roles
    case groups
    case message
    case name
    case organization
    case status
}

/// Which column gives which field.
public struct FieldMap: Hashable, Sendable {
    private var columns: [Int?] = Array(repeating: nil, count: Field.allCases.count)

    /// Makes a map without any column.
    public init() {}

    /// The index of the column that gives the field, counted from 0; `nil` if none does.
    public subscript(field: Field) -> Int? {
        get { columns[Self.index(field)] }
        set { columns[Self.index(field)] = newValue }
    }

    /// The field that a column gives; `nil` if none.
    public func field(ofColumn column: Int) -> Field? {
        Field.allCases.first { self[$0] == column }
    }

    private static func index(_ field: Field) -> Int {
        switch field {
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
