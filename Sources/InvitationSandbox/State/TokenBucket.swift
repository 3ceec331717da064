/// A token bucket that takes the time as a parameter and never rounds.
///
/// Between any two moments it admits at most `capacity + rate × elapsed` requests. Levels are whole numbers: one token
/// has 10¹⁵ parts, and a rate of one millionth adds one part in a nanosecond.
package struct TokenBucket: Sendable {
    /// How many tokens flow in each second.
    package let rate: Double
    /// The most tokens that it holds, and the number at the start.
    package let capacity: Int
    private let partsPerNanosecond: Int128
    private var parts: Int128
    private var last: Int64 = 0

    private static let partsPerToken: Int128 = 1_000_000_000_000_000

    /// Makes a full bucket at time zero. The rate is rounded to millionths of a request per second, at least one of
    /// them.
    package init(rate: Double, capacity: Int) {
        partsPerNanosecond = max(1, Int128((rate * 1_000_000).rounded()))
        self.rate = Double(partsPerNanosecond) / 1_000_000
        self.capacity = max(1, capacity)
        parts = Int128(self.capacity) * Self.partsPerToken
    }

    /// Takes one token if there is one. If the time goes back, no time has passed.
    package mutating func take(at now: Duration) -> Bool {
        parts = filled(at: now)
        last = max(last, now.nanoseconds)
        guard parts >= Self.partsPerToken else { return false }
        parts -= Self.partsPerToken
        return true
    }

    /// The whole tokens in the bucket.
    package func level(at now: Duration) -> Int { Int(filled(at: now) / Self.partsPerToken) }

    /// The time until there is a token; zero if there is one.
    package func wait(at now: Duration) -> Duration {
        let missing = Self.partsPerToken - filled(at: now)
        guard missing > 0 else { return .zero }
        return .nanoseconds(Int64((missing + partsPerNanosecond - 1) / partsPerNanosecond))
    }

    private func filled(at now: Duration) -> Int128 {
        let elapsed = Int128(max(0, now.nanoseconds - last))
        return min(Int128(capacity) * Self.partsPerToken, parts + elapsed * partsPerNanosecond)
    }
}
