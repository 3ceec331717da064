public import CurlMulti
import DequeModule

/// Finds out how fast the server will have it.
///
/// It rises by half in each step until the server first turns somebody away, falls to 60 % of that and climbs again, more
/// slowly. When it is turned away on that climb it knows a **ceiling**: what the server accepted just before. From
/// there on it falls 7 % below the ceiling each time it is turned away, comes back to 97 % of it soon, and goes on from
/// there so gently that being turned away stays rare: each time costs everybody a pause. The longer that goes well, the
/// bolder it gets.
///
/// A step lasts at least a tenth of a second, and as long as an answer takes, so that what one step did is known before
/// the next. The numbers were chosen by simulating servers with token buckets of 5 to 1,000 requests a second.
///
/// A value that reads no clock; rates are requests a second. Memory: the answers of the last second.
public struct AdaptiveRate: Sendable {
    private enum Phase {
        /// Nobody was turned away yet.
        case rising
        /// Coming back from a rate that was far too high, up to this one.
        case climbing(upTo: Double)
        /// The server accepts about this much.
        case holding(ceiling: Double)
    }

    /// The rate now.
    public private(set) var perSecond: Double
    private let most: Double
    private var phase = Phase.rising
    /// Since when the rate is as it is.
    private var since: Instant?
    /// When the last pause ended.
    private var resumed: Instant?
    /// When requests were accepted, in the last second or the ten last ones.
    private var accepted: Deque<Instant> = []

    /// It never falls below this, so that it can find back.
    private var least: Double { min(0.05, most) }

    /// Makes a rate that starts at `start` and never exceeds `most`.
    public init(start: Double = 10, most: Double = 10_000) {
        perSecond = min(start, most)
        self.most = most
    }

    /// The server accepted a request that took so long.
    public mutating func accepted(at now: Instant, after latency: Duration) {
        accepted.append(now)
        forget(before: now)
        guard let since, now >= since else { return self.since = self.since ?? now }
        // A rate that is slower than a request each step rises only with what it has shown to be accepted.
        guard now - since >= max(step, latency, .seconds(1 / perSecond)) else { return }
        self.since = now
        perSecond = min(most, next(at: now))
    }

    private var step: Duration {
        if case .rising = phase { .milliseconds(150) } else { .milliseconds(100) }
    }

    private func next(at now: Instant) -> Double {
        switch phase {
        case .rising: return perSecond * 1.5
        case .climbing(let goal) where perSecond < goal: return min(goal, perSecond * 1.03)
        case .holding(let ceiling) where perSecond < ceiling * 0.969:
            return perSecond + (ceiling * 0.97 - perSecond) / 20
        case .climbing, .holding:
            let time = resumed.map { (now - $0) / .seconds(1) } ?? 0
            return perSecond * (1 + 0.0001 * (1 + time / 8))
        }
    }

    /// The server's headers say how fast one may go without running out.
    public mutating func advised(_ rate: Double) {
        guard rate < perSecond else { return }
        perSecond = max(least, rate)
        if case .rising = phase { phase = .holding(ceiling: perSecond) }
    }

    /// The server turned somebody away, and everybody pauses. Several answers to requests that were under way together
    /// must be told once.
    public mutating func turnedAway(at now: Instant, pauseEnds end: Instant) {
        forget(before: now)
        let isSoon = resumed.map { now - $0 < .seconds(1) } ?? false
        switch phase {
        case .rising:
            phase = .climbing(upTo: perSecond * 0.8)
            perSecond *= 0.6
        case .climbing where isSoon:
            phase = .climbing(upTo: perSecond * 0.8)
            perSecond *= 0.6
        case .climbing: hold(at: min(perSecond, acceptedPerSecond(at: now)))
        case .holding: hold(at: perSecond)
        }
        perSecond = max(least, perSecond)
        accepted.removeAll()
        (since, resumed) = (end, end)
    }

    private mutating func hold(at ceiling: Double) {
        phase = .holding(ceiling: max(least, ceiling))
        perSecond = ceiling * 0.93
    }

    private func acceptedPerSecond(at now: Instant) -> Double {
        guard let first = accepted.first, now > first else { return perSecond }
        return Double(accepted.count) / ((now - first) / .seconds(1))
    }

    /// Of a slow server more than a second is needed to tell its pace.
    private mutating func forget(before now: Instant) {
        while accepted.count > 10, let first = accepted.first, now - first > .seconds(1) { accepted.removeFirst() }
    }
}

// MARK: - Invariants

extension AdaptiveRate {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(perSecond >= least, "The rate is below the least.")
        precondition(perSecond <= most, "The rate is above the most.")
        precondition(zip(accepted, accepted.dropFirst()).allSatisfy { $0 <= $1 }, "Answers are kept out of order.")
        switch phase {
        case .rising: break
        case .climbing(let goal): precondition(goal > 0 && goal.isFinite, "The rate climbs to where nothing is.")
        case .holding(let ceiling): precondition(ceiling > 0 && ceiling.isFinite, "The ceiling is no rate.")
        }
    }
}
