/// A number of invitations in a span of wall-clock time: at most `count` in any window as long as `window`.
///
/// A ``Rate`` spreads requests evenly and forgets them when the process ends. A quota lets invitations go as fast as
/// they can until it is used up, and counts those of earlier runs.
public struct Quota: Hashable, Sendable, CustomStringConvertible {
    /// The invitations in one window, 1 to 1,000,000.
    public let count: Int
    /// The window: a second, a minute, an hour or a day of 24 hours.
    public var window: Duration { unit.duration }
    private let unit: TimeUnit
    /// Whether it is a shard's part of what a person gave.
    private var isPart = false

    /// Reads `250/h`, `500/d`, `30/min` or `10/s`: a whole number from 1 to 1,000,000 and a unit.
    ///
    /// Units are `s`, `sec`, `second`, `m`, `min`, `minute`, `h`, `hour`, `d` and `day`.
    ///
    /// - Returns: `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...7).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let count = Int(parts[0]), (1...1_000_000).contains(count), let unit = TimeUnit(parts[1])
        else { return nil }
        self.count = count
        self.unit = unit
    }

    /// A part of another quota: fewer in the same window.
    init(_ count: Int, partOf other: Quota) {
        self.count = count
        unit = other.unit
        isPart = true
    }

    /// The quota for a person, who has not given the parts of several shards.
    public var words: String { isPart ? "\(description) (this shard's part)" : description }

    /// The quota in its shortest form, such as `250/h`.
    public var description: String { "\(count)/\(unit.symbol)" }
}
