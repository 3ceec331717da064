/// When a row is tried again, and when it is given up.
///
/// The wait before attempt *n* + 1 is random, evenly spread from 0 to min(`longest`, `base` · 2ⁿ⁻¹). This "full jitter"
/// spreads the retries of many rows over the whole span. A `Retry-After` from the server takes its place.
public struct RetryPolicy: Hashable, Sendable {
    /// What happens to a row after a 5xx, since the invitation may exist all the same.
    public enum ServerErrors: String, Hashable, Sendable, CaseIterable {
        /// The row is looked up in the server's list first, and tried again if it is not there. Where the list may not
        /// be read, it is tried again at once.
        case settled
        /// The row is tried again at once.
        case always
        /// The row is never tried again. It is looked up where the list may be read, else it ends as `unknown`.
        case never
    }

    /// The most attempts for one row, 1 to 100; default 5. An attempt that the server turned away (429) does not count.
    public var maxAttempts = 5
    /// How often one row may be turned away before it is given up; default 50.
    public var maxTurnedAway = 50
    /// The longest possible first wait; default 500 ms.
    public var base: Duration = .milliseconds(500)
    /// The longest possible wait of all; default 30 s.
    public var longest: Duration = .seconds(30)
    /// What happens after a server error; default ``ServerErrors/settled``.
    public var serverErrors = ServerErrors.settled
    /// How long after an attempt the server's list can prove that it created nothing. The default, `nil`, means 10 s,
    /// or a minute while nothing has shown how far the list is behind.
    public var settleDelay: Duration?
    /// How long the run goes on without a success before it stops; default 15 min.
    public var giveUpAfter: Duration = .seconds(15 * 60)

    /// The default policy.
    public init() {}

    /// The wait before the next try, after `tries` failures in a row.
    public func wait(afterTries tries: Int, using generator: inout some RandomNumberGenerator) -> Duration {
        let widest = min(longest, base * (1 << min(max(tries - 1, 0), 20)))
        return widest * Double.random(in: 0...1, using: &generator)
    }
}
