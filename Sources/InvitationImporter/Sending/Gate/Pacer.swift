public import CurlMulti
import DequeModule

/// Says when the next request may start.
///
/// Two rules hold together. The **cap** keeps the starts of the last window and never lets more than the cap's count
/// into any window as long as the cap's: that is the promise of `--rate`, and it holds whatever the clock, the disk or
/// the scheduler do. The **schedule** spreads starts evenly by absolute times, so that rounding never adds up. A start
/// that comes late by no more than ``catchUp`` keeps its place; one that comes later is lost, and the schedule begins
/// anew with it. What is caught up goes at twice the rate, a few together at most: nothing ever makes a burst.
///
/// It is a value that reads no clock. Complexity: O(1) for each start; memory for one window of starts.
public struct Pacer: Sendable {
    /// The hard limit; `nil` for none.
    public let cap: Rate?
    /// How far the schedule may run behind before it gives up the lost starts instead of bunching them.
    public let catchUp: Duration

    /// The starts within the last window of the cap, oldest first.
    private var starts: Deque<Instant> = []
    /// When the next start is due by the schedule.
    private var due = Instant.origin
    /// When the next start would be due at twice the rate.
    private var dueAtTwice = Instant.origin
    /// The time between two starts by the schedule; zero for no schedule.
    public private(set) var spacing: Duration

    /// Makes a pacer.
    ///
    /// - Parameters:
    ///   - cap: The hard limit, or `nil`.
    ///   - perSecond: The rate of the schedule to begin with; `nil` for the cap's (or none without a cap).
    ///   - catchUp: Default 20 ms.
    public init(cap: Rate?, perSecond: Double? = nil, catchUp: Duration = .milliseconds(20)) {
        self.cap = cap
        self.catchUp = catchUp
        spacing = .zero
        setRate(perSecond)
    }

    /// Changes the schedule's rate, in requests a second; `nil` for as fast as the cap allows.
    public mutating func setRate(_ perSecond: Double?) {
        let wanted = perSecond.map { Duration.seconds(1 / max($0, 0.001)) } ?? .zero
        spacing = max(wanted, cap?.spacing ?? .zero)
    }

    /// When one more request may start, if `pending` others that were let through before are about to.
    ///
    /// - Returns: The time, which may lie in the past; `nil` if that depends on when those others start.
    public mutating func earliestStart(pending: Int = 0, at now: Instant) -> Instant? {
        // Nobody came for it in time: it is lost, with all before it.
        if pending == 0, due < now - catchUp { due = now }
        let scheduled = max(due + spacing * pending, max(dueAtTwice, now) + spacing / 2 * pending - together)
        guard let cap, starts.count + pending >= cap.count else { return scheduled }
        let oldest = starts.count + pending - cap.count
        guard oldest < starts.count else { return nil }
        return max(scheduled, starts[oldest] + cap.window)
    }

    /// How far starts may be together: three of them, or what a disk may hold up at a high rate.
    private var together: Duration { max(spacing, .milliseconds(4)) }

    /// Takes note of a start.
    public mutating func started(at now: Instant) {
        due = max(due, now - catchUp) + spacing
        dueAtTwice = max(dueAtTwice, now) + spacing / 2
        guard let cap else { return }
        starts.append(now)
        if starts.count > cap.count { starts.removeFirst() }
    }

    /// Nothing may be caught up that was due before this; after a pause.
    public mutating func forgive(until now: Instant) {
        due = max(due, now)
    }
}

// MARK: - Invariants

extension Pacer {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(spacing >= cap?.spacing ?? .zero, "The schedule is faster than the cap.")
        precondition(starts.count <= cap?.count ?? 0, "More starts are kept than the cap counts.")
        precondition(zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }, "Starts are kept out of order.")
    }
}
