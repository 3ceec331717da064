import DequeModule

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Says when the next invitation may go so that a ``Quota`` holds.
///
/// In any window [t, t + window) there are at most as many invitations as the quota allows, those of earlier runs
/// included. The wall clock says what the time is; if it goes back, what was sent before is still counted until a
/// whole window has passed since, and so it is if the clock then returns. A clock that leaps ahead is believed.
///
/// A value that reads no clock. Complexity: O(1) for each call; memory for at most the quota's count of times.
public struct QuotaWindow: Sendable {
    /// The quota that holds.
    public let quota: Quota
    /// The latest invitations in steady time, oldest first; those that are out of the window are kept too, because a
    /// clock that leapt ahead may return.
    private var sent: Deque<Double>
    private var clock = SteadyTime()
    private let window: Double

    /// Makes a window.
    ///
    /// - Parameters:
    ///   - quota: The quota.
    ///   - earlier: What the clock showed when invitations were sent before, in the order in which they were: only the
    ///     order tells where the clock went back and where it returned.
    /// - Complexity: O(n) for n times.
    public init(_ quota: Quota, earlier: some Sequence<Date> = []) {
        self.quota = quota
        window = quota.window / .seconds(1)
        sent = []
        for date in earlier { record(at: date) }
    }

    /// When one more invitation may go: `now`, or a later time to ask again.
    ///
    /// - Parameters:
    ///   - now: The wall clock's time.
    ///   - pending: Those that were let through before and have not been recorded yet; at least 0.
    /// - Returns: The earliest time, `now` if one may go at once. If that depends on when those pending go, it is a
    ///   window from now. The caller asks again at that time: the clock may have been set.
    public mutating func earliest(at now: Date, pending: Int = 0) -> Date {
        let time = steadyTime(at: now)
        let free = quota.count - sent.count
        guard pending >= free else { return now }
        let release = release(of: pending - free < sent.count ? sent[pending - free] : time)
        guard release > time else { return now }
        CoverageMark.quotaFull.pass()
        return max(now, Date(timeIntervalSinceReferenceDate: clock.wall(at: release)))
    }

    /// How long the last of so many more invitations has to wait, if nothing else holds them back; zero for none.
    public func time(for invitations: Int, at now: Date) -> Duration {
        guard invitations > 0 else { return .zero }
        var window = self
        let time = window.steadyTime(at: now)
        // Each waits for the one that is so many before it, and that may be one of these.
        var before = window.sent.count + invitations - 1 - quota.count
        var windows = 0
        if before >= window.sent.count {
            windows = (before - window.sent.count) / quota.count + 1
            before -= windows * quota.count
        }
        let first = before < 0 ? 0 : max(0, window.release(of: window.sent[before]) - time)
        return .seconds(first) + quota.window * windows
    }

    /// Takes note of an invitation sent.
    ///
    /// - Parameter now: The wall clock's time.
    public mutating func record(at now: Date) {
        sent.append(steadyTime(at: now))
        if sent.count > quota.count { sent.removeFirst() }
    }

    private mutating func steadyTime(at now: Date) -> Double {
        let time = clock.time(at: Self.seconds(now))
        guard let back = clock.passed else { return time }
        // Nobody can tell how long the clock was back: what was sent meanwhile may have been sent just now.
        var index = sent.endIndex
        while index > sent.startIndex, sent[index - 1] >= back {
            index -= 1
            sent[index] = time
        }
        return time
    }

    /// When an invitation is out of every window that ends with another: the first moment a whole window later.
    private func release(of time: Double) -> Double {
        let end = time + window
        return end - time < window ? end.nextUp : end
    }

    private static func seconds(_ date: Date) -> Double {
        // Beyond the year 30,000 or before the year -30,000, and what is no number, is a mistake.
        let seconds = date.timeIntervalSinceReferenceDate
        return seconds.isNaN ? 1e12 : min(max(seconds, -1e12), 1e12)
    }
}

// MARK: - Invariants

extension QuotaWindow {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(sent.count <= quota.count, "More invitations are kept than the quota counts.")
        precondition(zip(sent, sent.dropFirst()).allSatisfy { $0 <= $1 }, "Invitations are kept out of order.")
        clock.checkInvariants()
    }
}
