public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Finds out what became of attempts whose outcome nobody knows, by reading the server's list of invitations.
///
/// Rows wait here while others go on. A *sweep* reads all pages of the list and settles all who wait. Who is found is
/// settled at once. Who is not found is believed absent only after two sweeps in a row that were *consistent*: begun at
/// least the settle delay after the attempt ended, showing every id that this run was given by a 201 before the sweep
/// began, and none twice: where pages shift, what is missed on one is repeated on another. A list that never gets that consistent leaves its rows unknown.
///
/// One for each organization. A value that reads no clock.
public struct Settlement: Sendable {
    /// A row that waits.
    public struct Case: Sendable {
        /// The row's tag.
        public let tag: Int
        /// What was asked for.
        public let invitation: Invitation
        /// When its first attempt of unknown outcome began, by the server's clock; `nil` if that is not known.
        public let began: Date?
        /// Whether that attempt was made by an earlier run, so that the snapshot may hold what it made.
        public let isResumed: Bool
        /// When its last attempt ended, or was found open.
        public var ended: Instant
        /// Whether the row can have been made by us at all; not after a plain "exists already".
        public let mayBeOurs: Bool
        fileprivate var misses = 0
    }

    /// What became of a row.
    public enum Finding: Hashable, Sendable {
        /// Our attempt made this invitation.
        case ours(id: String, expiresAt: String?)
        /// Somebody else invited the person, or we did in another run.
        case someoneElses(id: String)
        /// The person has accepted an invitation.
        case member
        /// The attempt made nothing: it is safe to send it again.
        case absent
        /// The list never became consistent.
        case unknown
    }

    /// How long after an attempt a sweep can tell that it made nothing.
    public let delay: Duration
    private let organization: String
    private var cases: [Fingerprint: Case] = [:]
    /// The invitations that were there before our first attempt.
    private var snapshot: Set<Fingerprint>?
    /// Who had a pending invitation before our first attempt.
    private var invitedBefore: Set<Fingerprint> = []
    /// The ids that this run was given, each with its number in the order they came.
    private var created: [Fingerprint: Int] = [:]
    private var sweep: Sweep?
    private var lastSweepEnded: Instant?
    private var firstWaited: Instant?
    private var fruitless = 0

    /// A reading of the whole list that is under way.
    private struct Sweep {
        let began: Instant
        /// The ids of ``created`` that must be seen, and how many were.
        let expected: Int
        var seen: Set<Int> = []
        var pageToken: String?
        var pages = 0
        var isSnapshot = false
        var ids: Set<Fingerprint> = []
        var hasRepeats = false
        var found: [Fingerprint: Settlement.Finding] = [:]
    }

    /// Makes a settlement with nobody waiting.
    public init(organization: String, delay: Duration = .seconds(10)) {
        self.organization = organization
        self.delay = delay
    }

    /// Rows that wait.
    public var count: Int { cases.count }

    /// Whether the list has been read once, before the first attempt.
    public var hasSnapshot: Bool { snapshot != nil }

    /// How many invitations that reading showed; `nil` before it came to an end.
    var snapshotCount: Int? { snapshot?.count }

    /// Whether somebody had a pending invitation before our first attempt.
    public func hadInvitation(_ key: InvitationKey) -> Bool { invitedBefore.contains(key.hash) }

    /// The page to ask for in the sweep under way; `nil` for the first.
    public var pageToken: String? { sweep?.pageToken }

    /// Whether a sweep is under way.
    public var isSweeping: Bool { sweep != nil }

    /// Takes a row in whose outcome is unknown.
    public mutating func await(
        _ tag: Int, _ invitation: Invitation, began: Date?, isResumed: Bool = false, mayBeOurs: Bool = true,
        ended: Instant
    ) {
        cases[invitation.key.hash] = Case(
            tag: tag, invitation: invitation, began: began, isResumed: isResumed, ended: ended, mayBeOurs: mayBeOurs)
        firstWaited = firstWaited ?? ended
    }

    /// Notes an id that this run was given by a 201.
    public mutating func note(created id: String) {
        let id = Fingerprint(id)
        if created[id] == nil { created[id] = created.count }
    }

    /// Everybody who still waits, given up as unknown.
    public mutating func giveUp() -> [(Case, Finding)] {
        defer { cases = [:] }
        sweep = nil
        return cases.values.sorted { $0.tag < $1.tag }.map { ($0, .unknown) }
    }
}

// MARK: - When to sweep

extension Settlement {
    private static let many = 64
    private static let usualPause: Duration = .seconds(60)
    private static let mostFruitless = 12

    /// When the next sweep is due; `nil` if nobody waits.
    ///
    /// - Parameter isLast: Whether nothing else is left to do, so that there is no reason to wait for more.
    public func due(isLast: Bool) -> Instant? {
        guard let firstWaited, !cases.isEmpty else { return nil }
        let ripe = cases.values.map(\.ended).min().map { $0 + delay } ?? firstWaited
        // Fruitless sweeps come ever less often; a second look at those who were missed once comes soon.
        let gap: Duration = .seconds(min(30, 1 << min(fruitless, 5)))
        let earliest = lastSweepEnded.map { $0 + gap } ?? firstWaited
        let isUrgent = isLast || cases.count >= Self.many || cases.values.contains { $0.misses > 0 }
        return isUrgent ? max(ripe, earliest) : max(ripe, (lastSweepEnded ?? firstWaited) + Self.usualPause)
    }

    /// Begins to read the list.
    public mutating func begin(at now: Instant, isSnapshot: Bool = false) {
        sweep = Sweep(began: now, expected: created.count, isSnapshot: isSnapshot)
    }

    /// The list could not be read to its end.
    public mutating func failed(at now: Instant) -> [(Case, Finding)] {
        sweep = nil
        lastSweepEnded = now
        return endFruitless()
    }

    private mutating func endFruitless() -> [(Case, Finding)] {
        fruitless += 1
        return fruitless >= Self.mostFruitless ? giveUp() : []
    }
}

// MARK: - What the list says

extension Settlement {
    /// Takes a page of the list.
    ///
    /// - Returns: The rows that are settled, if it was the last page; they wait no more.
    public mutating func take(_ page: InvitationPage, at now: Instant) -> [(Case, Finding)] {
        guard var reading = sweep else { return [] }
        for entry in page.entries { look(at: entry, &reading) }
        reading.pages += 1
        // A server that gives the same token again, or never comes to an end, gives no list at all.
        if let next = page.nextPageToken {
            guard next != reading.pageToken, reading.pages < 20_000 else { return failed(at: now) }
            reading.pageToken = next
            sweep = reading
            return []
        }
        sweep = nil
        lastSweepEnded = now
        if reading.isSnapshot {
            snapshot = reading.ids
            return []
        }
        return settle(reading)
    }

    private mutating func look(at entry: InvitationPage.Entry, _ reading: inout Sweep) {
        let id = Fingerprint(entry.id)
        if !reading.ids.insert(id).inserted { reading.hasRepeats = true }
        if let number = created[id], number < reading.expected { reading.seen.insert(number) }
        guard reading.isSnapshot || !cases.isEmpty, let address = EmailAddress.check(entry.email).address else {
            return
        }
        let key = InvitationKey(organization: organization, email: address).hash
        if reading.isSnapshot, entry.status == .pending { invitedBefore.insert(key) }
        guard let waiting = cases[key], let finding = judge(entry, waiting) else { return }
        reading.found[key] = Self.stronger(finding, reading.found[key])
    }

    /// What an entry says about the row that waits for its address; `nil` for nothing.
    private func judge(_ entry: InvitationPage.Entry, _ waiting: Case) -> Finding? {
        switch entry.status {
        case .expired, .other: return nil
        case .accepted: return .member
        case .pending:
            let asked = waiting.invitation
            let id = Fingerprint(entry.id)
            let wasThere = !waiting.isResumed && (snapshot?.contains(id) ?? false)
            let isNew = !wasThere && created[id] == nil
            let isSince = isSince(entry, waiting)
            let isAsAsked =
                Set(entry.roles ?? asked.roles) == Set(asked.roles)
                && Set(entry.groups ?? asked.groups) == Set(asked.groups)
            guard waiting.mayBeOurs, isNew, isSince, isAsAsked else { return .someoneElses(id: entry.id) }
            return .ours(id: entry.id, expiresAt: entry.expiresAt)
        }
    }

    /// Whether an entry was made after the attempt began. Servers cut their times to seconds.
    ///
    /// Where a time is missing, having read the list before the attempt will do.
    private func isSince(_ entry: InvitationPage.Entry, _ waiting: Case) -> Bool {
        guard let created = entry.createdAt, let began = waiting.began else {
            return !waiting.isResumed && snapshot != nil
        }
        return created >= began.addingTimeInterval(-1)
    }

    /// Several entries may stand for one person: ours counts before an older one, a pending one before an accepted one.
    private static func stronger(_ new: Finding, _ old: Finding?) -> Finding {
        switch (new, old) {
        case (_, nil): new
        case (.ours, _): new
        case (_, .ours?): old ?? new
        case (.someoneElses, .member?): new
        default: old ?? new
        }
    }

    private mutating func settle(_ reading: Sweep) -> [(Case, Finding)] {
        let isConsistent = reading.seen.count == reading.expected && !reading.hasRepeats
        var settled: [(Case, Finding)] = []
        for (key, waiting) in cases {
            if let finding = reading.found[key] {
                settled.append((waiting, finding))
            } else if isConsistent, reading.began >= waiting.ended + delay {
                cases[key]?.misses += 1
                if waiting.misses + 1 >= 2 { settled.append((waiting, .absent)) }
            } else {
                cases[key]?.misses = 0
            }
        }
        for (waiting, _) in settled { cases[waiting.invitation.key.hash] = nil }
        if cases.isEmpty { firstWaited = nil }
        settled.sort { $0.0.tag < $1.0.tag }
        if isConsistent {
            fruitless = 0
            return settled
        }
        return settled + endFruitless()
    }
}
