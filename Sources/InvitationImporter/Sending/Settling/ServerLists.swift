import CurlMulti

/// The server's lists: those that are read once before the plan, and each organization's invitations and members, with
/// the rows that wait for them.
///
/// It decides which page to ask for, takes the pages, and says what they mean for the rows. A value that reads no
/// clock.
struct ServerLists: Sendable {
    /// What a page, or a missing page, means.
    struct Effect {
        /// The rows that the list has decided about.
        var settled: [(Settlement.Case, Settlement.Result)] = []
        /// The rows that waited until it was known whether the list can be read, in order.
        var released: [Int] = []
        /// The reason to stop; `nil` to go on.
        var stop: StopReason?
    }

    /// A list that was read before the first attempt, or could not be read.
    struct SnapshotNote: Hashable, Sendable {
        let organization: String
        /// How many invitations it had; `nil` if it could not be read.
        let count: Int?
        /// Why it could not be read; `nil` if it could.
        let reason: String?
    }

    /// The next step.
    enum Step {
        /// Ask for this page.
        case ask(ListRequest)
        /// No page is due before this instant; `nil` for no page at all.
        case wait(until: Instant?)
    }

    private let policy: SendingPolicy
    private(set) var organizations: [String: OrganizationLists] = [:]
    /// The lists that are read once, before the plan.
    private(set) var resources: [ResourceList] = []
    /// The invitations that earlier runs created not long ago, by organization.
    private let createdEarlier: [String: [String]]
    /// The people whom these are for.
    private let invitedEarlier: KeySet
    /// The people to remember; `nil` for everybody.
    private var wanted: KeyIndex?
    /// The organizations that the token names as its own.
    private var ownOrganizations: [String] = []
    /// The lists that were read before the first attempt and are not in the journal yet.
    private(set) var notes: [SnapshotNote] = []
    /// It counts down, so that no request has the tag of an attempt.
    private var tags = 0

    init(_ policy: SendingPolicy, createdEarlier: [String: [String]], for invitedEarlier: KeySet) {
        self.policy = policy
        (self.createdEarlier, self.invitedEarlier) = (createdEarlier, invitedEarlier)
    }
}

// MARK: - Which lists

extension ServerLists {
    /// Begins to read the server's roles, groups and organizations, and the lists of these organizations.
    ///
    /// - Parameter people: The people to remember. Nobody else is.
    mutating func beginPreflight(_ organizations: [String], for people: Set<KeyHash>, at now: Instant) {
        wanted = KeyIndex(people)
        resources = [ListRequest.List.organizations, .roles, .groups].map(ResourceList.init)
        for organization in organizations { open(organization, at: now) }
    }

    /// Begins to read the lists of these organizations, even if they were read before.
    ///
    /// - Parameter people: The people to remember. Nobody else is.
    mutating func beginReading(_ organizations: [String], for people: Set<KeyHash>, at now: Instant) {
        wanted = KeyIndex(people)
        // The server's organizations show whose members the list of members has.
        if resources.isEmpty { resources = [ResourceList(.organizations)] }
        notes.removeAll { organizations.contains($0.organization) }
        for organization in organizations {
            self.organizations[organization] = nil
            open(organization, at: now)
        }
    }

    /// Makes sure that an organization's lists are read.
    mutating func open(_ organization: String, at now: Instant) {
        guard organizations[organization] == nil else { return }
        let settlement = Settlement(
            organization: organization, policy.retry, wanted: wanted, created: createdEarlier[organization] ?? [],
            invited: invitedEarlier, at: now)
        organizations[organization] = OrganizationLists(
            organization, settlement, isNeeded: policy.needsLists, at: now)
    }

    /// Notes the organizations that the new token names as its own.
    mutating func tokenNames(_ organizations: [String]) { ownOrganizations = organizations }

    /// Whether a list is being read that everything waits for.
    var isReading: Bool {
        organizations.values.contains { $0.access == .reading } || resources.contains { !$0.isOver }
    }

    /// Whether an organization's list is being read for the first time.
    func isReading(_ organization: String) -> Bool { organizations[organization]?.access == .reading }

    /// Whether an organization's list was read and can be read again.
    func canRead(_ organization: String) -> Bool { organizations[organization]?.access == .allowed }

    /// How somebody was in the lists before the first attempt; `nil` if they were not.
    func presence(_ key: InvitationKey) -> ServerSnapshot.Presence? {
        organizations[key.organization]?.settlement.snapshot.people[key.hash]
    }

    /// How many rows wait to be settled.
    var unsettled: Int { organizations.values.reduce(0) { $0 + $1.settlement.count } }

    /// Notes again what was noted before.
    mutating func noteAgain(_ earlier: [SnapshotNote]) { notes = earlier }

    /// Whether a list will probably have somebody for whom no reading has looked.
    var someAreHopedFor: Bool { organizations.values.contains { $0.settlement.someAreHopedFor } }

    /// Gives out the lists that were read before the first attempt, each once.
    mutating func takeNotes() -> [SnapshotNote] {
        defer { notes = [] }
        return notes
    }
}

// MARK: - Rows

extension ServerLists {
    /// Lets a row wait until it is known whether the list can be read.
    mutating func hold(_ tag: Int, for organization: String) { organizations[organization]?.hold(tag) }

    /// Lets a row wait until the list decides about it.
    mutating func settle(
        _ tag: Int, _ invitation: Invitation, _ doubt: Doubt, earlier: EarlierDoubt?, answered: String?,
        at now: Instant
    ) {
        organizations[invitation.organization]?
            .settle(tag, invitation, doubt, earlier: earlier, answered: answered, at: now)
    }

    /// Notes an invitation that was created.
    ///
    /// - Parameter isNew: Whether it was made just now, and not found in the list.
    mutating func note(created id: String, isNew: Bool, in organization: String, at now: Instant) {
        organizations[organization]?.note(created: id, isNew: isNew, at: now)
    }

    /// Notes that this run invited somebody, and that the reply had no id.
    mutating func note(invited key: InvitationKey) { organizations[key.organization]?.note(invited: key.hash) }

    /// Whether the id in a reply belongs to another person's earlier invitation.
    func isAnothers(_ id: String, than key: InvitationKey) -> Bool {
        organizations[key.organization]?.settlement.snapshot.isAnothers(id, than: key.hash) ?? false
    }

    /// The ids of a person's invitations that were over before the first attempt.
    func idsBefore(_ key: InvitationKey) -> [String] {
        organizations[key.organization]?.settlement.snapshot.overIDs(key.hash) ?? []
    }

    /// What is wrong with a list that is being read, in words; `nil` for nothing.
    var trouble: String? {
        (organizations.values.lazy.compactMap(\.pages.trouble) + resources.lazy.compactMap(\.pages.trouble)).first
    }
}

// MARK: - Which page

extension ServerLists {
    /// The next page to ask for.
    ///
    /// - Parameter isLast: Whether nothing else is left to do, so that there is no reason to wait for more rows.
    mutating func next(isLast: Bool, at now: Instant) -> Step {
        if let index = resources.firstIndex(where: { $0.due.map { $0 <= now } ?? false }) {
            tags -= 1
            return .ask(resources[index].request(tags))
        }
        let due = earliest(isLast: isLast, at: now)
        if let (organization, at) = due, at <= now {
            tags -= 1
            if let request = organizations[organization]?.request(tags, at: now) { return .ask(request) }
        }
        return .wait(until: nextPage(isLast: isLast, at: now))
    }

    /// When the next page is due; `nil` if none is.
    func nextPage(isLast: Bool, at now: Instant) -> Instant? {
        [earliest(isLast: isLast, at: now)?.at, resources.compactMap(\.due).min()].compactMap(\.self).min()
    }

    /// The list to read first, and when.
    private func earliest(isLast: Bool, at now: Instant) -> (organization: String, at: Instant)? {
        // The server's organizations show whose members the list of members has.
        if resources.contains(where: { $0.list == .organizations && !$0.isOver }) { return nil }
        return organizations.compactMap { organization, lists in
            lists.due(isLast: isLast, at: now).map { (organization, $0) }
        }.min { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// Notes that the request for a page has been started with the token of this generation.
    mutating func started(_ request: ListRequest, generation: Int) {
        if let index = index(of: request) {
            resources[index].started(generation: generation)
        } else {
            organizations[request.organization]?.started(generation: generation)
        }
    }

    /// The generation of the token that the request for a page went out with.
    func generation(of request: ListRequest) -> Int? {
        index(of: request).map { resources[$0].pages.generation }
            ?? organizations[request.organization]?.pages.generation
    }

    /// Whether a request is for a list that is read before the first attempt.
    func isPreflight(_ request: ListRequest) -> Bool {
        request.organization.isEmpty || isReading(request.organization)
    }

    private func index(of request: ListRequest) -> Int? {
        request.organization.isEmpty ? resources.firstIndex { $0.list == request.list } : nil
    }
}

// MARK: - Replies

extension ServerLists {
    /// Takes the reply to a request for a page.
    ///
    /// - Parameter page: The page; `nil` if the reply has none.
    mutating func ended(
        _ request: ListRequest, _ reply: ServerReply, _ page: ListPage?, _ moment: PageFetch.Moment,
        using generator: inout some RandomNumberGenerator
    ) -> Effect {
        let wasReading = isReading
        var effect = Effect()
        if let index = index(of: request) {
            resources[index].ended(reply, page, policy.retry, moment, using: &generator)
            if resources[index].reason != nil { effect.stop = moment.unreachable }
        } else if var lists = organizations[request.organization] {
            let wasSnapshot = lists.access == .reading
            if membersAreThose(of: request.organization) { lists.readMembers() }
            effect = lists.ended(reply, page, policy.retry, moment, using: &generator)
            if lists.access != .reading {
                if wasSnapshot { notes.append(note(request.organization, lists)) }
                effect.released = lists.takeHeld()
            }
            organizations[request.organization] = lists
        }
        if wasReading, let words = notThisAPI { effect.stop = .notThisAPI(words) }
        return effect
    }

    private func note(_ organization: String, _ lists: OrganizationLists) -> SnapshotNote {
        SnapshotNote(
            organization: organization, count: lists.settlement.snapshot.ids?.count, reason: lists.access.reason)
    }

    /// What was asked and what came, if no request ever had a reply that this API gives; `nil` otherwise.
    ///
    /// Something else may answer `{}` to everything. This API has roles, and the token's organization.
    private var notThisAPI: String? {
        guard !resources.isEmpty, resources.allSatisfy({ $0.isOver && ($0.isNotThisAPI || $0.resources == []) }),
            organizations.values.allSatisfy({ $0.isNotThisAPI || $0.access == .allowed && $0.isEmpty })
        else { return nil }
        let asked = resources.map { "\($0.list.path): \($0.reason ?? "nothing in it")" }
        return asked.joined(separator: "; ")
    }

    /// Whether the list of members is known to be an organization's: the token says so, or knows no other organization.
    private func membersAreThose(of organization: String) -> Bool {
        if ownOrganizations.contains(organization) { return true }
        let known = resources.first { $0.list == .organizations }?.resources ?? []
        return known.count == 1 && (known[0].id == organization || known[0].uid == organization)
    }
}
