/// A column of an input, or a member of JSON, and what it is used for.
public struct ColumnUse: Hashable, Sendable {
    /// What a column is used for.
    public enum Use: Hashable, Sendable {
        /// It gives a part of an invitation.
        case field(Field)
        /// It says who is in.
        case status
        /// It may say who is in, but its name leaves that open. Only a value that is certain leaves somebody out.
        case doubtfulStatus
        /// A role map turns it into roles and groups.
        case roles
        /// It goes no further than the copy in the run directory.
        case secret
        /// It is carried into the report.
        case report
    }

    /// The column as written; for a member the path to it, such as `fields.is_active`.
    public var name: String
    /// What it is used for.
    public var use: Use
    /// The values in the column and how many people have each, the most frequent first. Given only for a column with
    /// two to five values whose use is ``Use/report`` or ``Use/doubtfulStatus``. `""` stands for no value.
    public var values: [ColumnUse.Value]

    /// A value and how many people have it.
    public struct Value: Hashable, Sendable {
        /// The value.
        public var text: String
        /// How many people have it.
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
