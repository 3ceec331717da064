public import CurlMulti
import HeapModule

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Decides what is sent when, and what becomes of it. A state machine without a clock, a socket or a lock.
///
/// Whoever drives it asks ``next(at:)`` until it says to wait, writes the intents of the attempts it was given to the
/// journal, starts them and says so with ``started(_:at:)``, hands back every answer with ``ended(_:_:page:at:)``, and
/// takes what follows for the rows from ``takeConclusions()``. What has been given out is never taken back.
///
/// Memory holds the rows under way, those waiting for another try and those waiting to be settled, not the plan.
public struct Sender: Sendable {
    /// What to do next.
    public enum Step: Sendable {
        /// Give the next invitation of the plan to ``admit(_:_:earlierAttempts:settle:at:)``, or call ``endInput()``.
        case needsInvitation
        /// Write down that this attempt is about to start, then start it.
        case attempt(Attempt)
        /// Ask for a page of a list.
        case list(ListRequest)
        /// Get a token, say so with ``startedToken(isRequest:at:)`` and hand back what came with
        /// ``tokenEnded(_:answer:at:)``.
        case token
        /// Nothing to do before this instant, unless something ends.
        case wait(until: Instant)
        /// Nothing is under way and nothing is left to do.
        case done(StopReason)
    }

    /// A row that has been admitted and has no outcome yet.
    struct Row {
        var attempt: Attempt
        var started = Instant.origin
        /// The token it went out with.
        var generation = 0
        var troubles = 0
        var timesTurnedAway = 0
        /// Whether an attempt for this row may have created the invitation, or revoked the one that is to be revoked.
        var perhapsInvited = false
        /// When the first attempt since nothing is certain any more began, by the server's clock as far as it is known.
        var uncertainSince: Date?
        /// Whether that attempt was made by an earlier run.
        var isResumed: Bool { doubt != nil }
        /// The refusal that counts if the list does not have the person.
        var refusal: ServerReply?
        /// What an earlier run left behind; `nil` for nothing.
        var doubt: Doubt?
    }

    /// A row that is due for a try.
    struct Due: Comparable {
        let at: Instant
        let tag: Int
        static func < (left: Due, right: Due) -> Bool { (left.at, left.tag) < (right.at, right.tag) }
    }

    let policy: SendingPolicy
    var generator: any RandomNumberGenerator & Sendable
    var rows: [Int: Row] = [:]
    var waiting = Heap<Due>()
    var pacer: Pacer
    var adaptive: AdaptiveRate?
    var breaker = Breaker()
    var pause = Pause()
    var budget = RetryBudget()
    var quotas: [QuotaWindow]
    /// Refusals in a row, by organization.
    var streaks: [String: RefusalStreak] = [:]
    /// The organizations in which nobody can be invited, each with the server's words.
    var closed: [String: String] = [:]
    var credentials: Credentials
    /// The organizations that the token names as its own.
    var ownOrganizations: [String] = []
    var listings: [String: OrganizationLists] = [:]
    /// The invitations that earlier runs made not long ago, by organization.
    let createdEarlier: [String: [String]]
    /// Whose presence before the first attempt is remembered; `nil` for everybody's.
    var wanted: Set<KeyHash>?
    /// The lists that are read once, before there is a plan.
    var catalogues: [ResourceList] = []
    var clock: ServerClock
    var handedOut = 0
    var inFlight = 0
    var inputEnded = false
    var hasReachedServer = false
    var lastFailure: String?
    var lastProgress: Instant?
    /// How many invitations are still to be sent at most, for hints about what the server has left; `nil` if unknown.
    public var toSend: Int?
    var conclusions: [Conclusion] = []
    /// The lists that were read before the first attempt: how many invitations each had; `nil` with the reason if it
    /// could not be read.
    var snapshots: [(organization: String, count: Int?, reason: String?)] = []
    /// Rows that are as they were: of unknown outcome about which nothing could be found out, or of an organization in which
    /// nobody can be invited.
    public internal(set) var untouched = 0
    /// Why sending ends, once it does.
    public private(set) var ending: StopReason?
    private var tags = 0
    private var endedRows = 0
    private var failedRows = 0

    /// Makes a sender with nothing to do yet.
    ///
    /// - Parameters:
    ///   - policy: Pace, concurrency, retries.
    ///   - origin: The time of day at ``Instant/origin``.
    ///   - earlier: What earlier runs did that still matters.
    ///   - renewsTokens: Whether a token that has ended can be replaced.
    ///   - generator: Where jitter comes from.
    public init(
        policy: SendingPolicy, origin: Date, earlier: EarlierRuns = EarlierRuns(), renewsTokens: Bool = false,
        generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) {
        self.policy = policy
        self.generator = generator
        createdEarlier = earlier.created
        credentials = Credentials(isRenewable: renewsTokens)
        clock = ServerClock(origin: origin)
        quotas = policy.quotas.map { QuotaWindow($0, earlier: earlier.attempts) }
        switch policy.pace {
        case .auto:
            let adaptive = AdaptiveRate()
            pacer = Pacer(cap: nil, perSecond: adaptive.perSecond)
            self.adaptive = adaptive
        case .atMost(let rate):
            pacer = Pacer(cap: rate)
            adaptive = AdaptiveRate(start: rate.perSecond, most: rate.perSecond)
        case .unlimited:
            pacer = Pacer(cap: nil)
        }
    }

    /// Requests under way.
    public var underWay: Int { inFlight + handedOut }

    /// Whether the server is in trouble and only probes go out.
    public var isProbing: Bool { breaker.isOpen }

    /// The quota that is used up now, and when it lets the next invitation out; `nil` if none is.
    public private(set) var quotaWait: (quota: Quota, until: Instant)?

    mutating func wait(for quota: Quota?, until: Instant) {
        quotaWait = quota.map { ($0, until) }
    }

    /// When the pause ends that the server asked for; may lie in the past.
    public var pausedUntil: Instant? { pause.until }

    /// Rows that wait to be settled.
    public var unsettled: Int { listings.values.reduce(0) { $0 + $1.settlement.count } }

    /// The attempt under way that has this tag.
    public func attempt(_ tag: Int) -> Attempt? { rows[tag]?.attempt }

    /// When an attempt that starts now begins, by the server's clock as far as it is known.
    public func serverTime(at now: Instant) -> Date? { clock.serverTime(at: now) }

    /// What follows for rows, in the order it became known; each is given out once.
    public mutating func takeConclusions() -> [Conclusion] {
        defer { conclusions = [] }
        countFailures()
        return conclusions
    }

    private mutating func countFailures() {
        let outcomes = conclusions.compactMap(\.outcome)
        endedRows += outcomes.count
        failedRows += outcomes.count { [.refused, .failed, .unknown].contains($0) }
        guard let limit = policy.mostFailures, limit.isExceeded(by: failedRows, of: endedRows) else { return }
        stop(.gaveUp("\(failedRows) of \(endedRows) rows failed, which is more than --max-failures allows"))
    }

    /// Starts nothing new; what is under way is waited for.
    public mutating func stop(_ reason: StopReason) {
        if ending == nil { ending = reason }
    }

    /// There are no more invitations.
    public mutating func endInput() {
        inputEnded = true
    }

    mutating func newTag() -> Int {
        tags += 1
        return tags
    }
}
