import CurlMulti

/// Settles attempts in doubt by reading the server's lists of invitations and members.
///
/// Rows wait here while others go on. A *reading* goes through all pages of the lists and settles all rows that wait. A
/// person who is found is settled at once. A person who is not found counts as absent only after readings that were
/// complete and explained: nothing was missing, every id that this run got before was there, and no entry could be the
/// person in another spelling. Before anything is sent again, two such readings are needed, and they begin
/// ``patience(for:)`` after the attempt ended or later. Where only the server says that the person is there, one is
/// enough. If the list never gets there, the rows stay unknown.
///
/// There is one for each organization. A value that reads no clock.
struct Settlement: Sendable {
    let organization: String
    private let policy: RetryPolicy
    private(set) var cases = WaitingCases()
    var snapshot = ListSnapshot()
    private(set) var lag = ListLag()
    private(set) var reading: ListReading?
    /// How many invitations had been created when the reading began.
    private var expected = 0
    /// What the reading has shown of the people who wait.
    var found: [KeyHash: Result] = [:]
    var strangers = Strangers()
    /// The people whom earlier runs invited not long ago, and of whom the snapshot need not know.
    let invitedEarlier: KeySet
    /// The people whom this run invited without being told an id.
    private(set) var invitedWithoutID: Set<KeyHash> = []
    private var schedule = SettlementSchedule()
    private(set) var members = MembersList.notKnown

    /// What is known of the list of members.
    enum MembersList: Hashable, Sendable {
        /// No list of members is known to be this organization's.
        case notKnown
        /// It is read after the invitations.
        case read
        /// It cannot be read, for this reason.
        case unreadable(String)
    }

    /// Makes a settlement without rows.
    ///
    /// - Parameters:
    ///   - policy: How long to wait.
    ///   - wanted: The people to remember from the snapshot; `nil` for everybody.
    ///   - created: The ids of invitations that earlier runs created not long ago.
    ///   - invited: The people whom these are for.
    init(
        organization: String, _ policy: RetryPolicy, wanted: KeyIndex? = nil, created: [String] = [],
        invited: KeySet = KeySet(), at now: Instant
    ) {
        self.organization = organization
        invitedEarlier = invited
        self.policy = policy
        snapshot.wanted = wanted
        for id in created { lag.note(id, isNew: false, at: now) }
    }

    /// How many rows wait.
    var count: Int { cases.count }

    /// Whether the list will probably have somebody for whom no reading has looked.
    var someAreHopedFor: Bool { cases.someAreHopedFor }

    /// Adds a row in doubt.
    ///
    /// - Parameter answered: The id in an answer that was not understood as the person's invitation.
    mutating func await(
        _ tag: Int, _ invitation: Invitation, _ doubt: Doubt, earlier: EarlierDoubt? = nil, answered: String? = nil,
        ended: Instant
    ) {
        cases.add(Case(tag, invitation, doubt, earlier, answered: answered.map { KeyHash($0) }, ended: ended))
        schedule.waits(since: ended)
    }

    /// Notes an invitation that this run created.
    ///
    /// - Parameter isNew: Whether it was made just now, and not found in the list.
    mutating func note(created id: String, isNew: Bool = true, at now: Instant) {
        lag.note(id, isNew: isNew, at: now)
    }

    /// Notes that this run invited somebody, and that the reply had no id.
    mutating func note(invited person: KeyHash) { invitedWithoutID.insert(person) }

    /// Notes that the list of members is this organization's.
    mutating func readMembers() { if members == .notKnown { members = .read } }

    /// Gives up all rows that wait, as unknown.
    mutating func giveUp(_ reason: String) -> [(Case, Result)] {
        defer { cases = WaitingCases() }
        reading = nil
        return cases.all.sorted { $0.tag < $1.tag }.map { ($0, .unknown(reason)) }
    }
}

// MARK: - When to read

extension Settlement {
    /// The patience until something shows how far the list is behind.
    private static let unproved: Duration = .seconds(60)
    private static let usualDelay: Duration = .seconds(10)

    /// How long after an attempt a reading must begin to show that the attempt created nothing.
    func patience(for waiting: Case) -> Duration { patience(isOnlyAClaim: waiting.isOnlyAClaim) }

    private func patience(isOnlyAClaim: Bool) -> Duration {
        let delay = max(policy.settleDelay ?? Self.usualDelay, lag.longest)
        if policy.settleDelay != nil || isOnlyAClaim { return delay }
        return lag.proved.map { $0 <= delay } ?? false ? delay : max(delay, Self.unproved)
    }

    /// When the next reading is due; `nil` if no row waits. The first one comes early: it may prove that the list is
    /// hardly behind, and then no row has to wait a minute.
    ///
    /// - Parameter isLast: Whether nothing else is left to do, so that there is no reason to wait for more rows.
    func due(isLast: Bool) -> Instant? {
        guard !cases.isEmpty else { return nil }
        let isEarly = lag.mayProve || cases.someAreHopedFor
        let ripe = [true, false].compactMap { kind in
            cases.firstEnd(isOnlyAClaim: kind).map { $0 + patience(isOnlyAClaim: kind || isEarly) }
        }.min()
        return schedule.due(ripe: ripe ?? .origin, count: cases.count, isUrgent: isLast || cases.someAreMissed)
    }

    /// Begins to read the lists.
    mutating func begin(at now: Instant, isSnapshot: Bool = false) {
        reading = ListReading(began: now, isSnapshot: isSnapshot)
        expected = lag.count
        found = [:]
        strangers.begin()
        if isSnapshot { snapshot.restart() }
    }

    /// Notes that the lists could not be read to their end.
    mutating func failed(_ reason: String, at now: Instant) -> [(Case, Result)] {
        reading = nil
        return endFruitless(reason, at: now)
    }

    private mutating func endFruitless(_ reason: String, isLasting: Bool = false, at now: Instant) -> [(Case, Result)] {
        schedule.fruitless(isLasting: isLasting, at: now)
        guard schedule.isHopeless else { return [] }
        CoverageMark.settlingHopeless.pass()
        return giveUp(reason)
    }
}

// MARK: - What the lists say

extension Settlement {
    /// What follows from a page.
    enum Turn {
        /// Ask for another page.
        case more
        /// The reading has ended and has settled these rows. They wait no more.
        case end([(Case, Result)])
        /// The reading is useless, for this reason.
        case broken(String)
    }

    /// Takes a page of the list.
    mutating func take(_ page: ListPage, at now: Instant) -> Turn {
        guard var reading else { return .end([]) }
        for entry in page.people { look(at: entry, &reading) }
        for entry in page.withoutID { look(atOneWithoutID: entry, isSnapshot: reading.isSnapshot) }
        for address in page.mentioned { note(mentioned: address, isSnapshot: reading.isSnapshot) }
        let turn = reading.turn(page)
        self.reading = reading
        switch turn {
        case .more: return .more
        case .endless: return .broken("it does not come to an end")
        case .end:
            if reading.isSnapshot, let gap = reading.gap { return .broken(gap) }
            guard reading.list == .invitations, members == .read else { return .end(finish(at: now)) }
            self.reading?.beginMembers()
            return .more
        }
    }

    /// Does without the list of members, which may not be read.
    ///
    /// - Returns: The rows that the invitations settle. They wait no more.
    mutating func doWithoutMembers(because reason: String, at now: Instant) -> [(Case, Result)] {
        members = .unreadable(reason)
        return reading == nil ? [] : finish(at: now)
    }

    private mutating func finish(at now: Instant) -> [(Case, Result)] {
        guard let reading else { return [] }
        self.reading = nil
        schedule.ended(at: now)
        if reading.isSnapshot {
            snapshot.end(reading, knowsMembers: reading.list == .members)
            return []
        }
        return settle(reading, at: now)
    }

    private mutating func settle(_ reading: ListReading, at now: Instant) -> [(Case, Result)] {
        let showsAll = lag.learn(reading.ids, ended: now, expected: expected)
        let gap = reading.gap ?? (reading.unreadable > 0 ? "entries of it cannot be read" : nil)
        let isComplete = showsAll && gap == nil
        var settled: [(Case, Result)] = []
        for waiting in cases.all {
            let key = waiting.person
            if let result = found[key] {
                settled.append((waiting, result))
            } else if isComplete, strangers.doubt(about: waiting) == nil,
                reading.began >= waiting.ended + patience(for: waiting)
            {
                cases.note(misses: waiting.misses + 1, of: key)
                let needed = waiting.isOnlyAClaim ? 1 : 2
                if waiting.misses + 1 >= needed {
                    settled.append((waiting, .absent))
                } else {
                    CoverageMark.secondReading.pass()
                }
            } else {
                cases.note(misses: 0, of: key)
            }
        }
        for (waiting, _) in settled { cases.remove(waiting.person) }
        for waiting in cases.all where waiting.isHopedFor && reading.began >= waiting.ended {
            cases.noteSought(waiting.person)
        }
        if cases.isEmpty { schedule.nobodyWaits() }
        settled.sort { $0.0.tag < $1.0.tag }
        let doubtful = cases.all.compactMap(strangers.doubt).min()
        guard !isComplete || doubtful != nil else {
            schedule.succeeded()
            return settled
        }
        let words = doubtful ?? gap ?? "new invitations are missing"
        return settled
            + endFruitless(
                "the server's list never became consistent: \(words)", isLasting: gap != nil || doubtful != nil, at: now
            )
    }
}

// MARK: - Invariants

extension Settlement {
    /// The tags of the rows that wait.
    var tags: [Int] { cases.all.map(\.tag) }

    /// Ends the program if the state is impossible.
    func checkInvariants() {
        cases.checkInvariants()
        precondition(expected <= lag.count, "A reading expects ids that nobody was given.")
        precondition(!(reading?.isSnapshot ?? false) || snapshot.ids == nil, "The snapshot is read a second time.")
        lag.checkInvariants()
    }
}
