public import CurlMulti

/// Finds out how fast the server will have it.
///
/// Until the server first turns somebody away, the rate rises by half in each step. A step lasts a tenth of a second, or as
/// long as an answer takes if that is longer, so that what one step did is known before the next. From the first refusal on
/// it knows a ceiling, the rate at which it was turned away last: it comes back to 90 % of it quickly and goes on from there
/// so gently that being turned away stays rare. Each time it is, it falls below the ceiling by 7 %, or by 40 % if that came
/// within a second, because then the ceiling was far too high.
///
/// A value that reads no clock; rates are requests a second.
public struct AdaptiveRate: Sendable {
    /// The rate now.
    public private(set) var perSecond: Double
    private let most: Double
    /// The rate at which the server turned somebody away last; `nil` until it does.
    private var ceiling: Double?
    /// Since when the rate is as it is.
    private var since: Instant?
    /// When the last pause ended.
    private var resumed: Instant?

    private static let least = 0.05
    private static let step: Duration = .milliseconds(100)

    /// Makes a rate that starts at `start` and never exceeds `most`.
    public init(start: Double = 10, most: Double = 10_000) {
        perSecond = min(start, most)
        self.most = most
    }

    /// The server accepted a request that took so long.
    public mutating func accepted(at now: Instant, after latency: Duration) {
        guard let since, now >= since else { return self.since = self.since ?? now }
        // A rate that is slower than a request each step rises only with what it has shown to be accepted.
        guard now - since >= max(Self.step, latency, .seconds(1 / perSecond)) else { return }
        self.since = now
        guard let ceiling else { return perSecond = min(most, perSecond * 1.5) }
        let near = ceiling * 0.9
        perSecond = min(most, perSecond < near ? min(near, perSecond * 1.03) : perSecond * 1.0005)
    }

    /// The server's headers say how fast one may go without running out.
    public mutating func advised(_ rate: Double) {
        guard rate < perSecond else { return }
        perSecond = max(Self.least, rate)
        ceiling = ceiling ?? perSecond
    }

    /// The server turned somebody away, and everybody pauses. Several answers to requests that were under way together
    /// must be told once.
    public mutating func turnedAway(at now: Instant, pauseEnds end: Instant) {
        let isFarTooHigh = resumed.map { now - $0 < .seconds(1) } ?? true
        ceiling = perSecond
        perSecond = max(Self.least, perSecond * (isFarTooHigh ? 0.6 : 0.93))
        (since, resumed) = (end, end)
    }
}
