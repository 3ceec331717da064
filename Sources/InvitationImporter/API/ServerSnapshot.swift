/// What the server has, as far as the preflight could read it before the plan.
public struct ServerSnapshot: Sendable {
    /// In what way a person is there already.
    public struct Presence: Hashable, Sendable {
        /// Whether the person is a member. Otherwise the person has an invitation.
        public var isMember: Bool
        /// The roles there; `nil` if the server does not say.
        public var roles: [String]?
        /// The groups there; `nil` if the server does not say.
        public var groups: [String]?
        /// The server's word for the invitation's state, if this program does not know it.
        public var word: String?
    }

    /// The roles; `nil` if they could not be read.
    public var roles: [ServerResource]?
    /// The groups; `nil` if they could not be read.
    public var groups: [ServerResource]?
    /// The organizations; `nil` if they could not be read.
    public var organizations: [ServerResource]?
    /// The people who are there, by key.
    var people: [KeyHash: Presence] = [:]
    /// The people of whom the list shows an invitation that is over.
    var over: Set<KeyHash> = []
    /// What could not be read, in words.
    public var gaps: [String] = []
    /// Whether roles and groups are sent as they are written. Otherwise they are sent by id.
    public var sendsNames = false

    /// Makes an empty snapshot.
    public init() {}

    /// Whether the list of invitations of every organization could be read.
    public var hasInvitations: Bool { !gaps.contains { $0.hasPrefix("the invitations") } }

    /// All names by which the server knows these organizations: id and uid.
    func names(of organizations: [String]) -> Set<String> {
        let known = (self.organizations ?? []).filter { resource in
            organizations.contains { $0 == resource.id || $0 == resource.uid }
        }
        return Set(known.flatMap { [$0.id] + [$0.uid].compactMap(\.self) })
    }

    /// Adds people who have just been invited, and whom the list does not show.
    mutating func add(invited people: Set<KeyHash>) {
        for person in people { self.people[person] = Presence(isMember: false) }
    }

    /// In what way a person is there already; `nil` if they are not, as far as the snapshot shows.
    public func presence(_ key: InvitationKey) -> Presence? { people[key.hash] }
}

extension [ServerResource] {
    /// What a person's name for a resource stands for.
    enum Match: Hashable {
        case one(ServerResource)
        /// Several resources have that name.
        case several([ServerResource])
        /// No resource has it. These are the nearest.
        case none(nearest: [String])
    }

    /// Finds a resource by its id, then by its uid, then by its display name. Case is ignored if that leaves only one.
    func match(_ name: String) -> Match {
        if let exact = first(where: { $0.id == name }) ?? first(where: { $0.uid == name }) { return .one(exact) }
        let folded = name.lowercased()
        let alike = filter { $0.names.contains { $0.lowercased() == folded } }
        // An exact name counts before names that differ in case, but not before another resource's id.
        let byName = alike.filter { $0.displayName == name }
        if byName.count == 1, !alike.contains(where: { $0.id.lowercased() == folded && $0 != byName[0] }) {
            return .one(byName[0])
        }
        switch alike.count {
        case 0: return .none(nearest: nearest(to: folded))
        case 1: return .one(alike[0])
        default: return .several(alike)
        }
    }

    private func nearest(to folded: String) -> [String] {
        let ranked = compactMap { resource -> (Int, String)? in
            let distance = resource.names.map { EditDistance.between($0.lowercased(), folded) }.min() ?? .max
            return distance <= Swift.max(2, folded.count / 3) ? (distance, resource.id) : nil
        }
        return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.1)
    }
}

extension ServerResource {
    /// The names that people write.
    fileprivate var names: [String] { [id] + (displayName.map { [$0] } ?? []) }
}
