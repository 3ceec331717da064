/// When a row is tried again and when it is given up.
///
/// The wait before attempt *n* + 1 is drawn evenly from 0 to min(`longest`, `base` · 2ⁿ⁻¹): "full jitter", which
/// spreads the retries of many rows over the whole span. A `Retry-After` from the server takes its place.
public struct RetryPolicy: Hashable, Sendable {
    /// What is done about a row after a 5xx, behind which the invitation may exist all the same.
    public enum ServerErrors: String, Hashable, Sendable, CaseIterable {
        /// Looked up in the server's list first, and tried again if it is not there; tried again at once where the
        /// list may not be read.
        case settled
        /// Tried again at once.
        case always
        /// Never tried again; looked up where the list may be read, else `unknown`.
        case never
    }

    /// Attempts for one row, 1 to 100; default 5. Being turned away (429) does not count.
    public var maxAttempts = 5
    /// How often one row may be turned away before it is given up; default 50.
    public var maxTurnedAway = 50
    /// The widest first wait; default 500 ms.
    public var base: Duration = .milliseconds(500)
    /// The widest wait of all; default 30 s.
    public var longest: Duration = .seconds(30)
    /// Default ``ServerErrors/settled``.
    public var serverErrors = ServerErrors.settled
    /// How long after an attempt the server's list can tell that it made nothing; `nil`, the default, for 10 s, or a minute
    /// as long as nothing was seen that proves how far the list is behind.
    public var settleDelay: Duration?
    /// How long the run goes on without any success before it stops; default 15 min.
    public var giveUpAfter: Duration = .seconds(15 * 60)

    /// The default policy.
    public init() {}

    /// A wait before the next try, after `tries` that failed in a row.
    public func wait(afterTries tries: Int, using generator: inout some RandomNumberGenerator) -> Duration {
        let widest = min(longest, base * (1 << min(max(tries - 1, 0), 20)))
        return widest * Double.random(in: 0...1, using: &generator)
    }
}
