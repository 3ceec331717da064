import CurlMulti

/// When a list is read again for the rows that wait: not for each row, not too often, and not for ever.
struct SettlementSchedule: Sendable {
    private static let many = 64
    private static let usualPause: Duration = .seconds(60)
    private static let mostFruitless = 12

    private var lastEnded: Instant?
    private var firstWaited: Instant?
    private var inVain = 0

    /// Notes that a row waits.
    mutating func waits(since instant: Instant) { firstWaited = firstWaited ?? instant }

    /// Notes that no row waits any more.
    mutating func nobodyWaits() { firstWaited = nil }

    /// Notes that a reading has ended.
    mutating func ended(at now: Instant) { lastEnded = now }

    /// Notes that a reading was complete and explained.
    mutating func succeeded() { inVain = 0 }

    /// Notes that a reading was useless.
    ///
    /// - Parameter isLasting: Whether the next reading will probably be useless for the same reason.
    mutating func fruitless(isLasting: Bool, at now: Instant) {
        lastEnded = now
        inVain += isLasting ? 3 : 1
    }

    /// Whether so many readings were useless that no more are made.
    var isHopeless: Bool { inVain >= Self.mostFruitless }

    /// When the next reading is due.
    ///
    /// - Parameters:
    ///   - ripe: When the first row that waits can be settled.
    ///   - count: How many rows wait.
    ///   - isUrgent: Whether there is no reason to wait for more rows.
    func due(ripe: Instant, count: Int, isUrgent: Bool) -> Instant {
        let began = lastEnded ?? firstWaited ?? .origin
        if !isUrgent && count < Self.many { return max(ripe, began + Self.usualPause) }
        // After useless readings, the pauses grow. The second reading for a person who was missing once comes soon.
        let gap: Duration = .seconds(min(30, 1 << min(inVain, 5)))
        return max(ripe, lastEnded.map { $0 + gap } ?? began)
    }
}
