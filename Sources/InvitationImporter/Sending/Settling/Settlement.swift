import CurlMulti

/// Finds out what became of attempts whose outcome nobody knows, by reading the server's lists of invitations and members.
///
/// Rows wait here while others go on. A *reading* goes through all pages of the lists and settles all who wait. Who is
/// found is settled at once. Who is not found is believed absent only after readings that were complete and explained:
/// nothing was missing, every id that this run was given before was there, and no entry could be the person under
/// another spelling. Two of them are needed before anything is sent again, the first begun ``patience(for:)`` after the
/// attempt ended; where nothing is sent again, one will do. A list that never gets there leaves its rows unknown.
///
/// One for each organization. A value that reads no clock.
struct Settlement: Sendable {
    /// A row that waits.
    struct Case: Sendable {
        /// The row's tag.
        let tag: Int
        /// What was asked for.
        let invitation: Invitation
        /// What is known of its attempts.
        let doubt: Doubt
        /// What an earlier start left open; `nil` if all attempts are of this one.
        let earlier: EarlierDoubt?
        /// When its last attempt ended, or was found open.
        let ended: Instant
        /// Readings in a row that did not show it and would have.
        fileprivate(set) var misses = 0
    }

    /// What became of a row.
    enum Result: Hashable, Sendable {
        /// Our attempt made this invitation.
        case ours(id: String, expiresAt: String?)
        /// Somebody else invited the person, or we did in another run. The word: the state, if it is not known here.
        case someoneElses(id: String, word: String?)
        /// The person is a member, or has accepted somebody else's invitation.
        case member
        /// The attempt made nothing.
        case absent
        /// Nobody can tell, for this reason.
        case unknown(String)
    }

    private let organization: String
    private let policy: RetryPolicy
    private var cases: [KeyHash: Case] = [:]
    private(set) var snapshot = ListSnapshot()
    private var lag = ListLag()
    private(set) var reading: ListReading?
    /// Invitations that had been made when the reading began.
    private var expected = 0
    /// What the reading has shown of those who wait.
    private var found: [KeyHash: Result] = [:]
    /// Entries of the reading that could be one of those who wait, under another spelling.
    private var unexplained: [KeyHash: String] = [:]
    private var schedule = SettlementSchedule()
    private(set) var members = MembersList.notKnown

    /// What is known of the list of members.
    enum MembersList: Hashable, Sendable {
        /// No list of them is known to be this organization's.
        case notKnown
        /// It is read after the invitations.
        case read
        /// It cannot be read, in words.
        case unreadable(String)
    }

    /// Makes a settlement with nobody waiting.
    ///
    /// - Parameters:
    ///   - policy: How long to wait.
    ///   - wanted: Whose presence before the first attempt is remembered; `nil` for everybody's.
    ///   - created: The ids of invitations that earlier runs made not long ago.
    init(
        organization: String, _ policy: RetryPolicy, wanted: Set<KeyHash>? = nil, created: [String] = [],
        at now: Instant
    ) {
        self.organization = organization
        self.policy = policy
        snapshot.wanted = wanted
        for id in created { lag.note(id, isNew: false, at: now) }
    }

    /// Rows that wait.
    var count: Int { cases.count }

    /// Takes a row in whose outcome is unknown.
    mutating func await(
        _ tag: Int, _ invitation: Invitation, _ doubt: Doubt, earlier: EarlierDoubt? = nil, ended: Instant
    ) {
        cases[invitation.key.hash] = Case(
            tag: tag, invitation: invitation, doubt: doubt, earlier: earlier, ended: ended)
        schedule.waits(since: ended)
    }

    /// Notes an invitation that this run made.
    mutating func note(created id: String, at now: Instant) { lag.note(id, isNew: true, at: now) }

    /// The list of members turned out to be this organization's.
    mutating func readMembers() { if members == .notKnown { members = .read } }

    /// Everybody who still waits, given up as unknown.
    mutating func giveUp(_ reason: String) -> [(Case, Result)] {
        defer { cases = [:] }
        reading = nil
        return cases.values.sorted { $0.tag < $1.tag }.map { ($0, .unknown(reason)) }
    }
}

// MARK: - When to read

extension Settlement {
    /// As long as nothing was seen that proves how far the list is behind.
    private static let unproved: Duration = .seconds(60)
    private static let usualDelay: Duration = .seconds(10)

    /// How long after an attempt a reading must begin to tell that it made nothing.
    func patience(for waiting: Case) -> Duration {
        let delay = max(policy.settleDelay ?? Self.usualDelay, lag.longest)
        if policy.settleDelay != nil || waiting.doubt.endsWhenAbsent { return delay }
        return lag.proved.map { $0 <= delay } ?? false ? delay : max(delay, Self.unproved)
    }

    /// When the next reading is due; `nil` if nobody waits.
    ///
    /// - Parameter isLast: Whether nothing else is left to do, so that there is no reason to wait for more.
    func due(isLast: Bool) -> Instant? {
        guard !cases.isEmpty else { return nil }
        let ripe = cases.values.map { $0.ended + patience(for: $0) }.min() ?? .origin
        return schedule.due(
            ripe: ripe, count: cases.count, isUrgent: isLast || cases.values.contains { $0.misses > 0 })
    }

    /// Begins to read the lists.
    mutating func begin(at now: Instant, isSnapshot: Bool = false) {
        reading = ListReading(began: now, isSnapshot: isSnapshot)
        expected = lag.count
        (found, unexplained) = ([:], [:])
        if isSnapshot { snapshot.restart() }
    }

    /// The lists could not be read to their end.
    mutating func failed(_ reason: String, at now: Instant) -> [(Case, Result)] {
        reading = nil
        return endFruitless(reason, at: now)
    }

    private mutating func endFruitless(_ reason: String, isLasting: Bool = false, at now: Instant) -> [(Case, Result)] {
        schedule.fruitless(isLasting: isLasting, at: now)
        return schedule.isHopeless ? giveUp(reason) : []
    }
}

// MARK: - What the lists say

extension Settlement {
    /// What follows from a page.
    enum Turn {
        /// There is another page to ask for.
        case more
        /// The reading has come to its end, with these rows settled; they wait no more.
        case end([(Case, Result)])
        /// The reading is worth nothing, in words.
        case broken(String)
    }

    /// Takes a page of the list.
    mutating func take(_ page: ListPage, at now: Instant) -> Turn {
        guard var reading else { return .end([]) }
        for entry in page.people { look(at: entry, &reading) }
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

    /// The list of members may not be read: the invitations have to do.
    ///
    /// - Returns: The rows that are settled by them; they wait no more.
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

    private mutating func look(at entry: ListPage.Person, _ reading: inout ListReading) {
        let key = InvitationKey(organization: organization, email: entry.address).hash
        reading.take(entry, key)
        if reading.isSnapshot { snapshot.note(entry, key, isMember: reading.list == .members) }
        guard !cases.isEmpty else { return }
        if let waiting = cases[key] {
            if let result = judge(entry, waiting, isMember: reading.list == .members) {
                found[key] = Self.stronger(result, found[key])
            }
        } else if reading.list == .invitations {
            noteSimilar(entry)
        }
    }

    /// An entry outside of the snapshot that could be one of those who wait, under another spelling.
    private mutating func noteSimilar(_ entry: ListPage.Person) {
        let id = KeyHash(entry.id)
        guard !lag.contains(id) else { return }
        let wasThere = snapshot.contains(id)
        let similarity = ListedAddress.similarity(of: entry.address)
        for (key, waiting) in cases where waiting.similarity == similarity {
            // The snapshot of this start may have what an attempt of an earlier one made.
            if !wasThere || waiting.earlier != nil { unexplained[key] = entry.address.written }
        }
    }

    /// What an entry says about the row that waits for its address; `nil` for nothing.
    private func judge(_ entry: ListPage.Person, _ waiting: Case, isMember: Bool) -> Result? {
        if isMember { return .member }
        let isOver = !entry.state.holdsBack
        if isOver, wasThere(entry, waiting) { return nil }
        if isOver, waiting.earlier.map({ $0.idsBefore == nil }) ?? false {
            return .unknown("the list has an invitation that is over, and nobody knows if it was there before")
        }
        let isKnown = lag.contains(KeyHash(entry.id))
        if waiting.doubt.mayBeOurs, !isKnown, entry.isAsAsked(waiting) {
            return .ours(id: entry.id, expiresAt: entry.expiresAt)
        }
        if entry.state == .accepted { return .member }
        return isOver && !waiting.doubt.mayBeOurs
            ? nil : .someoneElses(id: entry.id, word: entry.state.unknownWord)
    }

    /// Whether an invitation that is over was so before the first attempt.
    private func wasThere(_ entry: ListPage.Person, _ waiting: Case) -> Bool {
        guard let earlier = waiting.earlier else { return snapshot.contains(KeyHash(entry.id)) }
        return earlier.idsBefore?.contains(entry.id) ?? false
    }

    /// Several entries may stand for one person: ours counts first, then one that waits, then what says least.
    private static func stronger(_ new: Result, _ old: Result?) -> Result {
        func weight(_ result: Result) -> Int {
            switch result {
            case .ours: 4
            case .someoneElses: 3
            case .member: 2
            case .unknown: 1
            case .absent: 0
            }
        }
        guard let old else { return new }
        return weight(new) > weight(old) ? new : old
    }

    private mutating func settle(_ reading: ListReading, at now: Instant) -> [(Case, Result)] {
        let showsAll = lag.learn(reading.ids, began: reading.began, expected: expected)
        let gap = reading.gap ?? (reading.unreadable > 0 ? "entries of it cannot be read" : nil)
        let isComplete = showsAll && gap == nil
        var settled: [(Case, Result)] = []
        for (key, waiting) in cases {
            if let result = found[key] {
                settled.append((waiting, result))
            } else if isComplete, unexplained[key] == nil, reading.began >= waiting.ended + patience(for: waiting) {
                cases[key]?.misses += 1
                let needed = waiting.doubt.endsWhenAbsent ? 1 : 2
                if waiting.misses + 1 >= needed { settled.append((waiting, .absent)) }
            } else {
                cases[key]?.misses = 0
            }
        }
        for (waiting, _) in settled { cases[waiting.invitation.key.hash] = nil }
        if cases.isEmpty { schedule.nobodyWaits() }
        settled.sort { $0.0.tag < $1.0.tag }
        let similar = cases.keys.compactMap { unexplained[$0] }.min()
        guard !isComplete || similar != nil else {
            schedule.succeeded()
            return settled
        }
        let words =
            similar.map { "the list has \($0), which may be this person" } ?? gap ?? "new invitations are missing"
        return settled
            + endFruitless(
                "the server's list never became consistent: \(words)", isLasting: gap != nil || similar != nil, at: now)
    }
}

extension Settlement.Case {
    /// What is left of the address without what servers leave out.
    fileprivate var similarity: String {
        EmailAddress.check(invitation.email).address.map(ListedAddress.similarity) ?? invitation.key.email
    }
}

extension ListPage.Person {
    /// Whether the roles and groups are those asked for, now or by an earlier attempt, as far as the server says.
    fileprivate func isAsAsked(_ waiting: Settlement.Case) -> Bool {
        let now = Doubt.Asked(roles: waiting.invitation.roles, groups: waiting.invitation.groups)
        return [waiting.earlier?.asked, now].compactMap(\.self).contains { asked in
            Set(roles ?? asked.roles) == Set(asked.roles) && Set(groups ?? asked.groups) == Set(asked.groups)
        }
    }
}

// MARK: - Invariants

extension Settlement {
    /// The tags of the rows that wait.
    var tags: [Int] { cases.values.map(\.tag) }

    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(cases.allSatisfy { $0 == $1.invitation.key.hash }, "Somebody waits in another's place.")
        precondition(cases.values.allSatisfy { (0...1).contains($0.misses) }, "Somebody was missed twice and waits on.")
        precondition(expected <= lag.count, "A reading expects ids that nobody was given.")
        precondition(!(reading?.isSnapshot ?? false) || snapshot.ids == nil, "The snapshot is read a second time.")
        lag.checkInvariants()
    }
}
