import CurlMulti

/// What is known about one organization's lists, and the rows that wait for them.
struct OrganizationLists: Sendable {
    /// Whether the list of invitations can be read.
    enum Access: Hashable {
        /// The snapshot before the first attempt is being read.
        case reading
        case allowed
        /// It cannot be read, for this reason.
        case denied(String)

        /// Why it cannot be read; `nil` if it is not denied.
        var reason: String? {
            if case .denied(let words) = self { words } else { nil }
        }
    }

    private(set) var access: Access
    private(set) var settlement: Settlement
    private(set) var pages = PageFetch()
    /// Whether the list's reply was one that this API never gives.
    private(set) var isNotThisAPI = false
    /// The rows that wait for the snapshot, in order.
    private var held: [Int] = []
    private let organization: String
    /// Whether nothing is sent as long as the list is in trouble.
    private let isNeeded: Bool
    /// How often a list is asked for that is not needed: once with each size of a page.
    private static let triesUnneeded = 4

    init(_ organization: String, _ settlement: Settlement, isNeeded: Bool, at now: Instant) {
        (self.organization, self.settlement, self.isNeeded) = (organization, settlement, isNeeded)
        access = .reading
        self.settlement.begin(at: now, isSnapshot: true)
    }

    /// Whether the list was read before the first attempt, and had nobody.
    var isEmpty: Bool { settlement.snapshot.ids?.isEmpty ?? false }

    /// When to ask for a page; `nil` for not at all.
    ///
    /// - Parameter isLast: Whether nothing else is left to do.
    func due(isLast: Bool, at now: Instant) -> Instant? {
        guard pages.request == nil else { return nil }
        switch access {
        case .denied: return nil
        case .reading: return pages.again ?? now
        case .allowed: return settlement.reading != nil ? pages.again ?? now : settlement.due(isLast: isLast)
        }
    }

    /// Lets a row wait until it is known whether the list can be read.
    mutating func hold(_ tag: Int) { held.append(tag) }

    /// Gives out the rows that waited, in order.
    mutating func takeHeld() -> [Int] {
        defer { held = [] }
        return held
    }

    /// Lets a row wait until the list decides about it.
    mutating func settle(
        _ tag: Int, _ invitation: Invitation, _ doubt: Doubt, earlier: EarlierDoubt?, answered: String?,
        at now: Instant
    ) {
        settlement.await(tag, invitation, doubt, earlier: earlier, answered: answered, ended: now)
    }

    /// Notes an invitation that was created.
    ///
    /// - Parameter isNew: Whether it was made just now, and not found in the list.
    mutating func note(created id: String, isNew: Bool, at now: Instant) {
        settlement.note(created: id, isNew: isNew, at: now)
    }

    /// Notes that this run invited somebody, and that the reply had no id.
    mutating func note(invited person: KeyHash) { settlement.note(invited: person) }

    /// Notes that the list of members is this organization's.
    mutating func readMembers() { settlement.readMembers() }

    /// The request for the next page.
    mutating func request(_ tag: Int, at now: Instant) -> ListRequest {
        if settlement.reading == nil { settlement.begin(at: now, isSnapshot: access == .reading) }
        pages.asked(tag)
        return ListRequest(
            tag: tag, organization: organization, list: settlement.reading?.list ?? .invitations,
            pageToken: settlement.reading?.pageToken, pageSize: pages.pageSize)
    }

    /// Notes that the request has been started with the token of this generation.
    mutating func started(generation: Int) { pages.started(with: generation) }
}

// MARK: - Replies

extension OrganizationLists {
    /// Takes the reply to a request for a page.
    ///
    /// - Parameter page: The page; `nil` if the reply has none.
    mutating func ended(
        _ reply: ServerReply, _ page: ListPage?, _ policy: RetryPolicy, _ moment: PageFetch.Moment,
        using generator: inout some RandomNumberGenerator
    ) -> ServerLists.Effect {
        let isFirst = settlement.reading?.isAtFirstPage ?? true
        // Before the first attempt, sending without the list may mail somebody again. Later, rows wait for the list.
        let isUnneeded = access == .reading && !isNeeded
        let worth = PageFetch.Worth(tries: isUnneeded ? Self.triesUnneeded : nil, time: policy.giveUpAfter)
        guard let page else {
            isNotThisAPI = reply.isNotThisAPI
            let failure = pages.failed(reply, isFirst: isFirst, worth, moment, policy: policy, using: &generator)
            return failed(failure, reply.whyNoPage, moment)
        }
        isNotThisAPI = false
        pages.came()
        switch settlement.take(page, at: moment.now) {
        case .more: return ServerLists.Effect()
        case .end(let settled):
            pages.ended()
            if access == .reading { access = .allowed }
            return ServerLists.Effect(settled: settled)
        case .broken(let words):
            guard access == .reading else {
                return ServerLists.Effect(settled: settlement.failed(words, at: moment.now))
            }
            settlement.begin(at: moment.now, isSnapshot: true)
            // Many pages were read in vain: once is enough for a list that is not needed.
            let worth = PageFetch.Worth(tries: isUnneeded ? 1 : nil, time: policy.giveUpAfter)
            let failure = pages.incomplete(words, worth, moment, policy: policy, using: &generator)
            return failed(failure, words, moment)
        }
    }

    /// What follows from a page that did not come.
    private mutating func failed(
        _ failure: PageFetch.Failure, _ words: String, _ moment: PageFetch.Moment
    ) -> ServerLists.Effect {
        var effect = ServerLists.Effect()
        let isOfMembers = settlement.reading?.list == .members
        switch failure {
        case .again: break
        case .forbidden where isOfMembers:
            // Not every token may read the members.
            effect.settled = settlement.doWithoutMembers(because: words, at: moment.now)
            if access == .reading { access = .allowed }
        case .forbidden where access == .reading: access = .denied(words)
        case .forbidden:
            // The right was taken away. The rows that wait cannot be settled any more.
            access = .denied(words)
            effect.settled = settlement.giveUp("the server's list may not be read any more: \(words)")
        case .trouble where access == .reading && !isNeeded: access = .denied(words)
        case .trouble where access == .reading:
            let list = isOfMembers ? "members" : "invitations"
            effect.stop =
                moment.unreachable
                ?? .gaveUp(
                    "the list of \(list) of \(organization) cannot be read, so nobody knows who is there already: "
                        + "\(words) (import --preflight off goes on without it)"
                )
        case .trouble: effect.settled = settlement.giveUp("the server's list cannot be read: \(words)")
        }
        return effect
    }
}

// MARK: - Invariants

extension OrganizationLists {
    /// The rows that wait here, for the snapshot or for what the list says.
    var parked: [Int] { held + settlement.tags }

    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(
            held.isEmpty || access == .reading, "Rows are held although it is known whether the list can be read.")
        let isReading = settlement.reading?.isSnapshot ?? false
        precondition(access != .reading || isReading, "The list is not being read although it has to be.")
        pages.checkInvariants()
        settlement.checkInvariants()
    }
}
