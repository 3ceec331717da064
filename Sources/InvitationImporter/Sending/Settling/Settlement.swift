public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Finds out what became of attempts whose outcome nobody knows, by reading the server's lists of invitations and members.
///
/// Rows wait here while others go on. A *sweep* reads all pages of the lists and settles all who wait. Who is found is
/// settled at once. Who is not found is believed absent only after two sweeps in a row that were *consistent*: begun at
/// least the settle delay after the attempt ended, or as long as the list was seen to be behind if that is longer,
/// showing every id that this run was given by a 201 before the sweep began, and none twice: where pages shift, what is
/// missed on one is repeated on another. A list that never gets that consistent leaves its rows unknown.
///
/// The members are read only where that list is known to be this organization's.
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
        /// What an attempt of an earlier run asked for, if the row asks for something else by now; `nil` for nothing else.
        public let askedEarlier: Doubt.Asked?
        /// Whether that attempt was made by an earlier run, so that the snapshot may hold what it made.
        public let isResumed: Bool
        /// When its last attempt ended, or was found open.
        public var ended: Instant
        /// Whether the row can have been made by us at all; not after a plain "exists already".
        public let mayBeOurs: Bool
        var misses = 0
    }

    /// What became of a row.
    public enum Result: Hashable, Sendable {
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
    let organization: String
    var cases: [KeyHash: Case] = [:]
    /// The invitations that were there before our first attempt.
    var snapshot: Set<KeyHash>?
    /// Who was there before our first attempt: with a pending invitation, or as a member.
    var before: [KeyHash: ServerSnapshot.Presence] = [:]
    /// Whose presence is remembered; `nil` for everybody's.
    var wanted: Set<KeyHash>?
    /// Whether the list of members is known to be this organization's, so that it is read after the invitations.
    public var readsMembers = false
    /// Why the list of members cannot be read, in words; `nil` as long as it can.
    var membersLack: String?
    /// The ids that this run was given.
    var created: [KeyHash: Created] = [:]
    /// How far the list was seen to be behind: the longest that a new id was missing from it.
    var lag: Duration = .zero
    var sweep: Sweep?
    var lastSweepEnded: Instant?
    var firstWaited: Instant?
    var fruitless = 0

    /// An invitation that this run made.
    struct Created {
        /// Its place in the order they came.
        let number: Int
        /// When it came, or was known to be there.
        let at: Instant
        /// Whether a reading that began later did not show it yet.
        var isMissing = false
    }

    /// A reading of the whole list that is under way.
    struct Sweep {
        let began: Instant
        /// The ids of ``created`` that must be seen, and how many were.
        let expected: Int
        var seen: Set<Int> = []
        var list = ListRequest.List.invitations
        var pageToken: String?
        var seenTokens: Set<KeyHash> = []
        var emptyPages = 0
        var isSnapshot = false
        var ids: Set<KeyHash> = []
        var hasRepeats = false
        var found: [KeyHash: Settlement.Result] = [:]
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

    /// How somebody was there before our first attempt; `nil` for not at all.
    public func presence(_ key: InvitationKey) -> ServerSnapshot.Presence? { before[key.hash] }

    /// The list to ask for in the sweep under way.
    public var list: ListRequest.List { sweep?.list ?? .invitations }

    /// The page to ask for in the sweep under way; `nil` for the first.
    public var pageToken: String? { sweep?.pageToken }

    /// Whether a sweep is under way.
    public var isSweeping: Bool { sweep != nil }

    /// Takes a row in whose outcome is unknown.
    public mutating func await(
        _ tag: Int, _ invitation: Invitation, began: Date?, askedEarlier: Doubt.Asked? = nil,
        isResumed: Bool = false, mayBeOurs: Bool = true, ended: Instant
    ) {
        cases[invitation.key.hash] = Case(
            tag: tag, invitation: invitation, began: began, askedEarlier: askedEarlier, isResumed: isResumed,
            ended: ended, mayBeOurs: mayBeOurs)
        firstWaited = firstWaited ?? ended
    }

    /// Notes an id that this run was given by a 201.
    public mutating func note(created id: String, at now: Instant) {
        let id = KeyHash(id)
        if created[id] == nil { created[id] = Created(number: created.count, at: now) }
    }

    /// How long after an attempt a reading must begin to tell that it made nothing.
    var patience: Duration { max(delay, lag) }

    /// Everybody who still waits, given up as unknown.
    public mutating func giveUp() -> [(Case, Result)] {
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
        let ripe = cases.values.map(\.ended).min().map { $0 + patience } ?? firstWaited
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
    public mutating func failed(at now: Instant) -> [(Case, Result)] {
        sweep = nil
        lastSweepEnded = now
        return endFruitless()
    }

    mutating func endFruitless() -> [(Case, Result)] {
        fruitless += 1
        return fruitless >= Self.mostFruitless ? giveUp() : []
    }
}
