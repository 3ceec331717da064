/// A token bucket that takes the time as a parameter and never rounds.
///
/// Between any two moments it admits at most `capacity + rate × elapsed` requests. Levels are whole numbers: one
/// token is 10¹⁵ parts, a nanosecond of a rate of one millionth is one part.
package struct TokenBucket: Sendable {
    /// Tokens that flow in each second.
    package let rate: Double
    /// Tokens that it holds at most, and at the start.
    package let capacity: Int
    private let partsPerNanosecond: Int128
    private var parts: Int128
    private var last: Int64 = 0

    private static let partsPerToken: Int128 = 1_000_000_000_000_000

    /// Makes a full bucket at time zero. The rate counts in millionths of a request per second, and is at least one.
    package init(rate: Double, capacity: Int) {
        partsPerNanosecond = max(1, Int128((rate * 1_000_000).rounded()))
        self.rate = Double(partsPerNanosecond) / 1_000_000
        self.capacity = max(1, capacity)
        parts = Int128(self.capacity) * Self.partsPerToken
    }

    /// Takes one token if there is one. Times that go back count as no time.
    package mutating func take(at now: Duration) -> Bool {
        parts = filled(at: now)
        last = max(last, now.nanoseconds)
        guard parts >= Self.partsPerToken else { return false }
        parts -= Self.partsPerToken
        return true
    }

    /// Whole tokens in the bucket.
    package func level(at now: Duration) -> Int { Int(filled(at: now) / Self.partsPerToken) }

    /// Time until a token is there; zero if there is one.
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
