/// The first line of a journal, and of each later start that sends: what the run belongs to.
public struct JournalHeader: Hashable, Sendable {
    /// The format version that this program writes, and the newest that it reads. Version 2 added the lines about
    /// revoking. A journal without them reads like version 1.
    public static let currentVersion = 2

    /// The first bytes of every journal.
    static let mark = #"{"journal":"k0rdent-invite""#

    /// The version of the format.
    public var version: Int
    /// The version of the program that began the run.
    public var tool: String
    /// The organization of `--org`; empty if every row named its own.
    public var organization: String
    /// Scheme, host and port of the API; `sandbox` for the program's own sandbox.
    public var origin: String
    /// When the run began, ISO 8601 in UTC. In a later header line, when that start began.
    public var createdAt: String
    /// Who began it, by the names that the system has: `ann@desk-7`; empty if an earlier version did.
    public var by = ""
    /// The options of that start that decide what may be sent again, by name.
    public var options: [String: String] = [:]

    /// Makes a header of the current version.
    public init(tool: String, organization: String, origin: String, createdAt: String) {
        version = Self.currentVersion
        self.tool = tool
        self.organization = organization
        self.origin = origin
        self.createdAt = createdAt
    }

    init?(_ value: JSONValue) {
        guard value["journal"]?.string == "k0rdent-invite", let version = value["version"]?.integer else { return nil }
        self.version = version
        tool = value["tool"]?.string ?? ""
        organization = value["organization"]?.string ?? ""
        origin = value["origin"]?.string ?? ""
        createdAt = value["createdAt"]?.string ?? ""
        by = value["by"]?.string ?? ""
        for option in value["options"]?.members ?? [] { options[option.name] = option.value.string }
    }

    /// The command of this start; `nil` for an import.
    var command: String? { options["command"] }

    /// Whether both have the same organization and server.
    func belongsTogether(with other: JournalHeader) -> Bool {
        (organization, origin) == (other.organization, other.origin)
    }

    var members: [JSONValue.Member] {
        [
            .init("journal", .string("k0rdent-invite")), .init("version", .integer(version)),
            .init("tool", .string(tool)), .init("organization", .string(organization)),
            .init("origin", .string(origin)), .init("createdAt", .string(createdAt)), .init("by", .string(by)),
            .init(
                "options",
                .object(options.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })),
        ]
    }
}
