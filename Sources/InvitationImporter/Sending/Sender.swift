public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Decides what is sent when, and what follows from each reply. A state machine without a clock, a socket or a lock.
///
/// Each of its parts decides one thing: the ``Gate`` when something may start, ``ServerLists`` what the server's lists
/// say, ``AttemptRows`` which row is next, ``Refusals`` whether everybody is refused, ``Credentials`` whether the token
/// is valid. The sender asks them in order and combines their decisions.
///
/// A driver calls ``next(at:)`` until it says to wait. It writes the intents of the attempts to the journal, starts
/// them, and reports each with ``started(_:at:)-(Attempt,_)``. It hands back every reply, and takes what follows for
/// the rows from ``takeConclusions()``. The sender never takes back what it has handed out.
///
/// Memory: the rows under way, those that wait for another attempt and those in doubt; not the plan.
public struct Sender: Sendable {
    /// The next step.
    public enum Step: Sendable {
        /// Give the next invitation of the plan to ``admit(_:_:earlierAttempts:absences:earlier:at:)``, or call
        /// ``endInput()``.
        case needsInvitation
        /// Write the intent of this attempt to the journal, then start the attempt.
        case attempt(Attempt)
        /// Ask for a page of a list.
        case list(ListRequest)
        /// Get a token. Report that with ``startedToken(isRequest:at:)``, and the result with
        /// ``tokenEnded(_:reply:at:)``.
        case token
        /// Wait until this instant, or until something ends.
        case wait(until: Instant)
        /// Nothing is under way, and nothing is left to do.
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
    /// What the server said when it refused the last token for a list; `nil` if it never did.
    var refusedByList: String?
    private(set) var failures: FailureCount
    /// Why sending ends; `nil` while it goes on.
    public private(set) var stopReason: StopReason?

    /// Makes a sender without work.
    ///
    /// - Parameters:
    ///   - policy: Pace, concurrency, retries.
    ///   - origin: The time of day at `Instant.origin`.
    ///   - earlier: What earlier runs did that still matters.
    ///   - renewsTokens: Whether a token that has ended can be replaced.
    ///   - generator: The source of jitter.
    public init(
        policy: SendingPolicy, origin: Date, earlier: EarlierRuns = EarlierRuns(), renewsTokens: Bool = false,
        generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) {
        self.policy = policy
        self.generator = generator
        gate = Gate(policy, earlier: earlier.attempts)
        lists = ServerLists(policy, createdEarlier: earlier.created, for: earlier.invited)
        credentials = Credentials(isRenewable: renewsTokens)
        clock = ServerClock(origin: origin)
        failures = FailureCount(limit: policy.mostFailures)
    }

    /// Notes that work begins, or goes on after a person answered. The time before does not count as time without
    /// success.
    mutating func begin(at now: Instant) { gate.begin(at: now, again: true) }

    /// The attempt under way with this tag.
    public func attempt(_ tag: Int) -> Attempt? { rows[tag]?.attempt }

    /// The time of an attempt that starts now, by the server's clock; `nil` before that is known.
    public func serverTime(at now: Instant) -> Date? { clock.serverTime(at: now) }

    /// How many rows are left as they were: rows in doubt about which nothing was found out, and rows of organizations
    /// that refuse everybody.
    public var untouched: Int { rows.untouched }

    /// What follows for rows, in order. Each conclusion is given out once.
    public mutating func takeConclusions() -> [Conclusion] {
        defer { conclusions = [] }
        if let reason = failures.add(conclusions.compactMap(\.outcome)) { stop(reason) }
        return conclusions
    }

    /// Starts nothing new, and waits for what is under way.
    public mutating func stop(_ reason: StopReason) {
        if stopReason == nil { stopReason = reason }
    }

    /// Notes that there are no more invitations.
    public mutating func endInput() { rows.endInput() }

    /// Notes that there are invitations again: those of another plan.
    ///
    /// - Parameter notes: The notes about the lists, which the journal of that plan gets as well.
    mutating func beginInput(notes: [ServerLists.SnapshotNote]) {
        rows.beginInput()
        lists.noteAgain(notes)
    }

    /// Notes how many invitations are still to be sent at most; `nil` if that is not known.
    mutating func expects(toSend: Int?) { gate.expects(toSend: toSend) }

    /// Why work ends if nothing is left to do. If the server was never reached, the run is not complete.
    var endOfWork: StopReason { refusals.stopReason ?? gate.unreachable ?? .complete }
}
