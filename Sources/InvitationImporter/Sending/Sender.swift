public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Decides what is sent when, and what becomes of it. A state machine without a clock, a socket or a lock.
///
/// Its parts decide one thing each: the ``Gate`` when something may start, ``ServerLists`` what the server's lists say,
/// ``AttemptRows`` whose turn it is, ``Refusals`` whether everybody is refused, ``Credentials`` which token holds. The
/// sender asks them in order and joins what they say.
///
/// A driver asks ``next(at:)`` until it says to wait, writes the intents of the attempts it was given to the journal,
/// starts them and says so with ``started(_:at:)``, hands back every reply, and takes what follows for the rows from
/// ``takeConclusions()``. What has been given out is never taken back.
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
        /// ``tokenEnded(_:reply:at:)``.
        case token
        /// Nothing to do before this instant, unless something ends.
        case wait(until: Instant)
        /// Nothing is under way and nothing is left to do.
        case done(StopReason)
    }

    let policy: SendingPolicy
    var gate: Gate
    var lists: ServerLists
    var rows = AttemptRows()
    var refusals = Refusals()
    var credentials: Credentials
    var clock: ServerClock
    var generator: any RandomNumberGenerator & Sendable
    var conclusions: [Conclusion] = []
    private var failures: FailureCount
    /// Why sending ends, once it does.
    public private(set) var stopReason: StopReason?

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
        gate = Gate(policy, earlier: earlier.attempts)
        lists = ServerLists(policy, createdEarlier: earlier.created)
        credentials = Credentials(isRenewable: renewsTokens)
        clock = ServerClock(origin: origin)
        failures = FailureCount(limit: policy.mostFailures)
    }

    /// Work begins, or goes on after a person was asked: the time before is no lack of success.
    mutating func begin(at now: Instant) { gate.begin(at: now, again: true) }

    /// The attempt under way that has this tag.
    public func attempt(_ tag: Int) -> Attempt? { rows[tag]?.attempt }

    /// When an attempt that starts now begins, by the server's clock as far as it is known.
    public func serverTime(at now: Instant) -> Date? { clock.serverTime(at: now) }

    /// Rows that are as they were: of unknown outcome about which nothing could be found out, or of an organization in
    /// which nobody can be invited.
    public var untouched: Int { rows.untouched }

    /// What follows for rows, in the order it became known; each is given out once.
    public mutating func takeConclusions() -> [Conclusion] {
        defer { conclusions = [] }
        if let reason = failures.add(conclusions.compactMap(\.outcome)) { stop(reason) }
        return conclusions
    }

    /// Starts nothing new; what is under way is waited for.
    public mutating func stop(_ reason: StopReason) {
        if stopReason == nil { stopReason = reason }
    }

    /// There are no more invitations.
    public mutating func endInput() { rows.endInput() }

    /// What the end is called when nothing is left to do: a server that was never reached is no completed run.
    var endOfWork: StopReason { refusals.stopReason ?? gate.unreachable ?? .complete }
}
