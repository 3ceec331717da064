/// How an input is written.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
    /// Records of cells with a delimiter; see ``CSVParser``.
    case csv
    /// CSV with tabs.
    case tsv
    /// One JSON object on each line.
    case jsonl
    /// One JSON array of objects, or an object that holds one.
    case json
    /// Entries of a directory, as LDAP servers export them (RFC 2849).
    case ldif
    /// Addresses without a header, each alone or after a name as in `Ann Lee <ann@example.com>`, on lines or separated
    /// by `;` or `,`.
    case list

    /// Whether rows have their own members, with values that may be lists. Otherwise they have cells under a header.
    public var hasMembers: Bool { self == .jsonl || self == .json || self == .ldif }
}
