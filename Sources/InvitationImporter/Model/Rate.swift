/// An exact number of requests in a span of time: at most `count` in any window as long as `window`.
public struct Rate: Hashable, Sendable {
    /// The requests in one window; at least 1.
    public let count: Int
    /// The window; at least one millisecond.
    public let window: Duration

    /// Makes a rate.
    ///
    /// - Precondition: `count > 0` and `window > .zero`.
    public init(_ count: Int, per window: Duration) {
        precondition(count > 0 && window > .zero)
        self.count = count
        self.window = window
    }

    /// The time between two requests, if they are spread evenly.
    public var spacing: Duration { window / count }

    /// Requests in a second.
    public var perSecond: Double { Double(count) / (window / .seconds(1)) }
}

extension Rate {
    /// Reads `100/s`, `2.5/s`, `30/min` or `250/h`; a bare number is per second. At most three decimals, and 1,000,000
    /// in a window; `nil` for anything else.
    ///
    /// A fraction becomes whole requests over a longer window, so that the cap stays exact: `2.5/s` is 5 in 2 s.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let number = parts.first, let unit = TimeUnit(parts.count == 2 ? parts[1] : "s"), unit != .day
        else { return nil }
        let digits = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = digits.count == 2 ? digits[1] : ""
        guard !digits[0].isEmpty, digits.count < 2 || !fraction.isEmpty, fraction.count <= 3, number.utf8.count <= 11
        else { return nil }
        guard (digits[0] + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = Int(digits[0] + fraction), value > 0
        else { return nil }
        var scale = 1
        for _ in fraction { scale *= 10 }
        let (count, windows) = Self.reduced(value, scale)
        let perWindow = Self.reduced(count, unit.seconds * windows)
        guard count <= 1_000_000 * windows else { return nil }
        // "60/min" paces like "1/s". A window under a second would only shorten the log of starts.
        self.init(perWindow.0, per: .seconds(perWindow.1))
    }

    private static func reduced(_ a: Int, _ b: Int) -> (Int, Int) {
        var (x, y) = (a, b)
        while y != 0 { (x, y) = (y, x % y) }
        return (a / x, b / x)
    }
}
