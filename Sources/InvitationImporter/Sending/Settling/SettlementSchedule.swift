import CurlMulti

/// When a list is read again for those who wait: not for each one, not too often, and not for ever.
struct SettlementSchedule: Sendable {
    private static let many = 64
    private static let usualPause: Duration = .seconds(60)
    private static let mostFruitless = 12

    private var lastEnded: Instant?
    private var firstWaited: Instant?
    private var inVain = 0

    /// Somebody waits.
    mutating func waits(since instant: Instant) { firstWaited = firstWaited ?? instant }

    /// Nobody waits any more.
    mutating func nobodyWaits() { firstWaited = nil }

    /// A reading came to its end.
    mutating func ended(at now: Instant) { lastEnded = now }

    /// A reading showed what it should.
    mutating func succeeded() { inVain = 0 }

    /// A reading was of no use.
    ///
    /// - Parameter isLasting: Whether the next one is likely to have the same gap.
    mutating func fruitless(isLasting: Bool, at now: Instant) {
        lastEnded = now
        inVain += isLasting ? 3 : 1
    }

    /// Whether so many readings were of no use that no more are made.
    var isHopeless: Bool { inVain >= Self.mostFruitless }

    /// When the next reading is due.
    ///
    /// - Parameters:
    ///   - ripe: When the first of those who wait can be settled.
    ///   - count: How many wait.
    ///   - isUrgent: Whether there is no reason to wait for more.
    func due(ripe: Instant, count: Int, isUrgent: Bool) -> Instant {
        let began = lastEnded ?? firstWaited ?? .origin
        if !isUrgent && count < Self.many { return max(ripe, began + Self.usualPause) }
        // Fruitless readings come ever less often; a second look at those who were missed once comes soon.
        let gap: Duration = .seconds(min(30, 1 << min(inVain, 5)))
        return max(ripe, lastEnded.map { $0 + gap } ?? began)
    }
}
