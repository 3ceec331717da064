import CurlMulti

/// The server's lists: those that are read once before there is a plan, and those of each organization's invitations and
/// members, with the rows that wait for them.
///
/// It says which page to ask for, takes the pages, and tells what they mean for the rows. A value that reads no clock.
struct ServerLists: Sendable {
    /// What a page, or its absence, means.
    struct Effect {
        /// Rows about which the list has decided.
        var settled: [(Settlement.Case, Settlement.Result)] = []
        /// Rows that waited to know whether the list can be read, in order.
        var released: [Int] = []
        /// Why to stop; `nil` to go on.
        var stop: StopReason?
    }

    /// A list that was read before the first attempt, or could not be.
    struct SnapshotNote: Hashable, Sendable {
        let organization: String
        /// How many invitations it had; `nil` if it could not be read.
        let count: Int?
        /// Why it could not be read; `nil` if it could.
        let reason: String?
    }

    /// What comes next.
    enum Step {
        /// A page is to be asked for.
        case ask(ListRequest)
        /// No page is due before this instant; `nil` for none at all.
        case wait(until: Instant?)
    }

    private let policy: SendingPolicy
    private(set) var organizations: [String: OrganizationLists] = [:]
    /// The lists that are read once, before there is a plan.
    private(set) var resources: [ResourceList] = []
    /// The invitations that earlier runs made not long ago, by organization.
    private let createdEarlier: [String: [String]]
    /// Whose presence before the first attempt is remembered; `nil` for everybody's.
    private var wanted: Set<KeyHash>?
    /// The organizations that the token names as its own.
    private var ownOrganizations: [String] = []
    private var notes: [SnapshotNote] = []
    /// Counts down, so that no request has the tag of an attempt.
    private var tags = 0

    init(_ policy: SendingPolicy, createdEarlier: [String: [String]]) {
        self.policy = policy
        self.createdEarlier = createdEarlier
    }
}

// MARK: - Which lists

extension ServerLists {
    /// Begins to read the server's roles, groups and organizations, and the lists of these organizations.
    ///
    /// - Parameter people: Whose presence matters; nobody else is remembered.
    mutating func beginPreflight(_ organizations: [String], for people: Set<KeyHash>, at now: Instant) {
        wanted = people
        resources = [ListRequest.List.organizations, .roles, .groups].map(ResourceList.init)
        for organization in organizations { open(organization, at: now) }
    }

    /// Begins to read the lists of these organizations, also of those whose list was read before.
    ///
    /// - Parameter people: Whose presence matters; nobody else is remembered.
    mutating func beginReading(_ organizations: [String], for people: Set<KeyHash>, at now: Instant) {
        wanted = people
        // Which organizations there are tells whose members the list of members has.
        if resources.isEmpty { resources = [ResourceList(.organizations)] }
        for organization in organizations {
            self.organizations[organization] = nil
            open(organization, at: now)
        }
    }

    /// Makes sure that an organization's lists are read.
    mutating func open(_ organization: String, at now: Instant) {
        guard organizations[organization] == nil else { return }
        var lists = OrganizationLists(organization, delay: policy.retry.settleDelay, at: now)
        lists.settlement.wanted = wanted
        for id in createdEarlier[organization] ?? [] { lists.settlement.note(created: id, at: now) }
        if !policy.readsLists { lists.access = .denied("not asked for") }
        organizations[organization] = lists
    }

    /// The token that came names these organizations as its own.
    mutating func tokenNames(_ organizations: [String]) { ownOrganizations = organizations }

    /// Whether a list is still being read without which nothing goes on.
    var isReading: Bool {
        organizations.values.contains { $0.access == .reading } || resources.contains { !$0.isOver }
    }

    /// Whether an organization's list is being read for the first time.
    func isReading(_ organization: String) -> Bool { organizations[organization]?.access == .reading }

    /// Whether an organization's list was read and can be read again.
    func canRead(_ organization: String) -> Bool { organizations[organization]?.access == .allowed }

    /// How somebody was there before the first attempt; `nil` for not at all, as far as could be seen.
    func presence(_ key: InvitationKey) -> ServerSnapshot.Presence? {
        organizations[key.organization]?.settlement.presence(key)
    }

    /// Rows that wait to be settled.
    var unsettled: Int { organizations.values.reduce(0) { $0 + $1.settlement.count } }

    /// The lists that were read before the first attempt, each told once.
    mutating func takeNotes() -> [SnapshotNote] {
        defer { notes = [] }
        return notes
    }
}

// MARK: - Rows

extension ServerLists {
    /// Lets a row wait until it is known whether the list can be read.
    mutating func hold(_ tag: Int, for organization: String) { organizations[organization]?.held.append(tag) }

    /// Lets a row wait for what the list says about it.
    mutating func settle(_ row: AttemptRows.Row, at now: Instant) {
        organizations[row.organization]?.settlement.await(
            row.tag, row.attempt.invitation, began: row.uncertainSince, askedEarlier: row.doubt?.asked,
            isResumed: row.isResumed, mayBeOurs: row.perhapsInvited, ended: now)
    }

    /// Notes an invitation that was made.
    mutating func note(created id: String, in organization: String, at now: Instant) {
        organizations[organization]?.settlement.note(created: id, at: now)
    }
}

// MARK: - Which page

extension ServerLists {
    /// Which page to ask for.
    ///
    /// - Parameter isLast: Whether nothing else is left to do, so that there is no reason to wait for more.
    mutating func next(isLast: Bool, at now: Instant) -> Step {
        if let index = resources.firstIndex(where: { $0.due.map { $0 <= now } ?? false }) {
            tags -= 1
            resources[index].pages.asked(tags)
            return .ask(
                ListRequest(
                    tag: tags, organization: "", list: resources[index].list, pageToken: resources[index].pageToken))
        }
        let due = earliest(isLast: isLast, at: now)
        if let (organization, at) = due, at <= now { return .ask(request(organization, at: now)) }
        return .wait(until: [due?.at, resources.compactMap(\.due).min()].compactMap(\.self).min())
    }

    private mutating func request(_ organization: String, at now: Instant) -> ListRequest {
        tags -= 1
        var lists = organizations[organization] ?? OrganizationLists(organization, delay: .zero, at: now)
        if !lists.settlement.isSweeping { lists.settlement.begin(at: now) }
        lists.pages.asked(tags)
        organizations[organization] = lists
        return ListRequest(
            tag: tags, organization: organization, list: lists.settlement.list, pageToken: lists.settlement.pageToken)
    }

    /// The list that is to be read first, and when.
    private func earliest(isLast: Bool, at now: Instant) -> (organization: String, at: Instant)? {
        // Which organizations there are tells whose members the list of members has.
        if resources.contains(where: { $0.list == .organizations && !$0.isOver }) { return nil }
        return organizations.compactMap { organization, lists in
            lists.due(isLast: isLast, at: now).map { (organization, $0) }
        }.min { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// The request for a page has been started with the token of a generation.
    mutating func started(_ request: ListRequest, generation: Int) {
        if let index = index(of: request) {
            resources[index].pages.started(with: generation)
        } else {
            organizations[request.organization]?.pages.started(with: generation)
        }
    }

    /// The token that the request for a page went out with.
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

// MARK: - What comes back

extension ServerLists {
    /// What is around when a page comes or does not.
    struct Moment {
        let now: Instant
        /// When the pause of everybody ends.
        let pauseEnds: Instant?
        /// Why nothing ever reached the server; `nil` if something did.
        let unreachable: StopReason?
    }

    /// Takes the reply to a request for a page.
    ///
    /// - Parameter page: The page; `nil` if the reply was none.
    mutating func ended(
        _ request: ListRequest, _ reply: ServerReply, _ page: ListPage?, _ moment: Moment,
        using generator: inout some RandomNumberGenerator
    ) -> Effect {
        if let index = index(of: request) {
            return resourcesEnded(index, reply, page, moment, using: &generator)
        }
        guard var lists = organizations[request.organization] else { return Effect() }
        var effect = Effect()
        let wasReading = lists.access == .reading
        if let page {
            lists.settlement.readsMembers = membersAreThose(of: request.organization)
            effect.settled = lists.take(page, at: moment.now)
        } else {
            effect = lists.failed(reply, policy.retry, moment, using: &generator)
        }
        if lists.access != .reading {
            if wasReading {
                notes.append(
                    SnapshotNote(
                        organization: request.organization, count: lists.settlement.snapshotCount,
                        reason: reply.reason ?? lists.access.reason))
            }
            (effect.released, lists.held) = (lists.held, [])
        }
        organizations[request.organization] = lists
        return effect
    }

    private mutating func resourcesEnded(
        _ index: Int, _ reply: ServerReply, _ page: ListPage?, _ moment: Moment,
        using generator: inout some RandomNumberGenerator
    ) -> Effect {
        if let page {
            resources[index].take(page)
            return Effect()
        }
        let failure = resources[index].pages.failed(
            reply, tries: OrganizationLists.triesToRead, pauseEnds: moment.pauseEnds, policy: policy.retry,
            using: &generator, at: moment.now)
        guard case .over = failure else { return Effect() }
        resources[index].giveUp(reply.whyNoPage)
        return Effect(stop: moment.unreachable)
    }

    /// Whether the list of members is known to be an organization's: its token says so, or the token knows no other one.
    private func membersAreThose(of organization: String) -> Bool {
        if ownOrganizations.contains(organization) { return true }
        let known = resources.first { $0.list == .organizations }?.resources ?? []
        return known.count == 1 && (known[0].id == organization || known[0].uid == organization)
    }
}

extension ServerReply {
    /// Why it brought no page of a list, in words.
    var whyNoPage: String {
        if let reason { return reason }
        guard let status else { return "no answer" }
        if isPage { return "it answered \(status), but not like the API: \(message.text ?? "")" }
        return status == 200 ? "the answer is no such list" : "HTTP \(status)"
    }
}
