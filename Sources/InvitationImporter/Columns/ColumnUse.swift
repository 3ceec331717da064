/// A column of an input, or a member of JSON, and what is made of it.
public struct ColumnUse: Hashable, Sendable {
    /// What is made of a column.
    public enum Use: Hashable, Sendable {
        /// An invitation is made of it.
        case field(Field)
        /// It says who is in.
        case status
        /// It may say who is in, but its name is in doubt, and only what is understood for certain leaves somebody out.
        case doubtfulStatus
        /// A role map turns it into roles and groups.
        case roles
        /// It goes no further than the copy in the run directory.
        case secret
        /// It is carried into the report.
        case report
    }

    /// The column as written; for a member the way to it, such as `fields.is_active`.
    public var name: String
    /// What is made of it.
    public var use: Use
    /// The values that people have there and how many have each, the most frequent first; only for what is carried into
    /// the report, or only may say who is in, and has from two to five values, of which `""` is none at all.
    public var values: [ColumnUse.Value]

    /// A value and how many people have it.
    public struct Value: Hashable, Sendable {
        /// The value.
        public var text: String
        /// People who have it.
        public var count: Int
    }

    /// The column for scripts.
    var json: JSONValue {
        var members: [JSONValue.Member] = [.init("name", .string(name))]
        switch use {
        case .field(let field): members.append(.init("use", .string(field.rawValue)))
        case .status: members.append(.init("use", .string("who is in")))
        case .doubtfulStatus: members.append(.init("use", .string("who is in, perhaps")))
        case .roles: members.append(.init("use", .string("role map")))
        case .secret: members.append(.init("use", .string("secret")))
        case .report: members.append(.init("use", .string("report")))
        }
        if !values.isEmpty {
            members.append(
                .init("values", .object(values.map { JSONValue.Member($0.text, .integer($0.count)) })))
        }
        return .object(members)
    }
}
