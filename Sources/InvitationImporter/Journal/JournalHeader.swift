/// The first line of a journal, and of each later start that sends: what the run belongs to.
public struct JournalHeader: Hashable, Sendable {
    /// The newest format version that this program reads. Version 2 added the lines about revoking; a journal without
    /// them reads like version 1. Version 3 is that of a shard: a program that knows no shards must not go on with it,
    /// since it would invite the people of all others.
    public static let currentVersion = 3

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
    /// The part of the import that the run does.
    public var shard: Shard
    /// The rule by which the import was split, see ``Shard/rule``.
    public var rule: Int
    /// When the run began, ISO 8601 in UTC. In a later header line, when that start began.
    public var createdAt: String
    /// Who began it, by the names that the system has: `ann@desk-7`; empty if an earlier version did.
    public var by = ""
    /// The options of that start that decide what may be sent again, by name.
    public var options: [String: String] = [:]

    /// Makes a header of the version that it needs.
    public init(tool: String, organization: String, origin: String, shard: Shard = .whole, createdAt: String) {
        version = shard.isWhole ? 2 : Self.currentVersion
        (self.shard, rule) = (shard, Shard.rule)
        self.tool = tool
        self.organization = organization
        self.origin = origin
        self.createdAt = createdAt
    }

    init?(_ value: JSONValue) {
        guard value["journal"]?.string == "k0rdent-invite", let version = value["version"]?.integer,
            let (shard, rule) = Shard.read(value)
        else { return nil }
        (self.version, self.shard, self.rule) = (version, shard, rule)
        tool = value["tool"]?.string ?? ""
        organization = value["organization"]?.string ?? ""
        origin = value["origin"]?.string ?? ""
        createdAt = value["createdAt"]?.string ?? ""
        by = value["by"]?.string ?? ""
        for option in value["options"]?.members ?? [] { options[option.name] = option.value.string }
    }

    /// The command of this start; `nil` for an import.
    var command: String? { options["command"] }

    /// Whether both have the same organization, server and shard.
    func belongsTogether(with other: JournalHeader) -> Bool {
        (organization, origin, shard, rule) == (other.organization, other.origin, other.shard, other.rule)
    }

    var members: [JSONValue.Member] {
        [
            .init("journal", .string("k0rdent-invite")), .init("version", .integer(version)),
            .init("tool", .string(tool)), .init("organization", .string(organization)),
            .init("origin", .string(origin)), .init("createdAt", .string(createdAt)), .init("by", .string(by)),
            .init(
                "options",
                .object(options.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })),
        ] + shard.members(rule: rule)
    }
}
