/// How an input is written.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
    /// Records of cells with a delimiter; see ``CSVParser``.
    case csv
    /// The same with tabs.
    case tsv
    /// One JSON object on each line.
    case jsonl
    /// One JSON array of objects, or an object that holds one.
    case json
    /// Entries of a directory, as LDAP servers export them; see RFC 2849.
    case ldif
    /// Addresses, each alone or behind a name as in `Ann Lee <ann@example.com>`, on lines or with `;` or `,` between
    /// them, and no header.
    case list

    /// Whether rows have members of their own, and values that may be lists; else cells under a header.
    public var hasMembers: Bool { self == .jsonl || self == .json || self == .ldif }
}
