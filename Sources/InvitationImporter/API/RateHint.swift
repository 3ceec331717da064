public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What an answer's headers say about how much the server will still accept.
///
/// Understood are the `RateLimit` and `RateLimit-Policy` fields (draft-ietf-httpapi-ratelimit-headers, revisions 03 to
/// 11), the three fields before them (`RateLimit-Limit`, `-Remaining`, `-Reset`), the same with `X-RateLimit-` and
/// `X-Rate-Limit-`, and those with `-Second`, `-Minute`, `-Hour` or `-Day` at their end. Where a server names several
/// limits, the hint is the one that leaves least. What makes no sense is passed over, one number at a time.
///
/// A hint is no promise in either direction, and a `Retry-After` beside it counts more (the draft, section 7).
public struct RateHint: Hashable, Sendable {
    /// The requests left before the window renews, 0 to 10¹⁵; `nil` if not stated.
    public var remaining: Int?
    /// The requests allowed in each window, which is at most 366 days long; `nil` unless both are stated.
    public var limit: Rate?
    /// The time until the window renews, 0 to 24 hours; `nil` if not stated or longer.
    public var reset: Duration?

    /// What follows from a hint.
    public enum Advice: Hashable, Sendable {
        /// Go no faster than this many requests a second; above 0.
        case perSecond(Double)
        /// Send nothing for so long; above zero and at most 24 hours.
        case pause(Duration)
    }

    /// Makes a hint from its parts.
    ///
    /// - Parameters:
    ///   - remaining: The requests left.
    ///   - limit: The requests in each window.
    ///   - reset: The time until the window renews.
    public init(remaining: Int? = nil, limit: Rate? = nil, reset: Duration? = nil) {
        self.remaining = remaining
        self.limit = limit
        self.reset = reset
    }

    /// Reads an answer's headers.
    ///
    /// - Parameters:
    ///   - headers: All headers of one answer.
    ///   - now: The server's own time where it gave a `Date`, else ours; resets that are dates count from it.
    /// - Returns: `nil` if they say nothing about limits.
    public init?(headers: HTTPHeaders, now: Date) {
        let hints = RateLimitHeaders(headers, now: now).hints.filter { $0 != RateHint() }
        guard let tightest = hints.min(by: { $0.isTighter(than: $1) }) else { return nil }
        self = tightest
    }

    /// How to go on so that the window renews before its requests are used up.
    ///
    /// Nothing left means a pause until the window renews; something left is spread evenly over the time until then. If
    /// that time is not stated, it is the limit's window, the longest it can be, unless that is over 24 hours.
    ///
    /// - Parameters:
    ///   - underWay: The requests under way that the server may not have counted yet; they are taken off what is left,
    ///     but for one, so that guessing never makes a pause.
    ///   - toSend: The requests still to be sent, without those; if what is left is enough for them, nothing follows.
    ///     Default: `nil` for no end.
    /// - Returns: `nil` if nothing follows.
    public func advice(underWay: Int = 0, toSend: Int? = nil) -> Advice? {
        guard let remaining, remaining >= 0, reset.map({ $0 > .zero }) ?? true else { return nil }
        guard remaining > 0 else { return reset.map(Advice.pause) }
        let left = remaining - min(max(underWay, 0), remaining - 1)
        if let toSend, toSend <= remaining - max(underWay, 0) { return nil }
        guard let time = reset ?? limit?.window, time <= Self.longestReset else { return nil }
        return .perSecond(Double(left) / (time / .seconds(1)))
    }

    /// A wait longer than this would be taken for a mistake, or for somebody's wish to stop us for good.
    static let longestReset: Duration = .seconds(86_400)

    private func isTighter(than other: RateHint) -> Bool {
        tightness.lexicographicallyPrecedes(other.tightness)
    }

    /// Least pace first, then longest wait, fewest left, smallest limit.
    private var tightness: [Double] {
        let pace: Double =
            switch advice() {
            case .perSecond(let pace): pace
            case .pause: 0
            case nil: .infinity
            }
        return [
            pace, -((reset ?? .seconds(-1)) / .seconds(1)), remaining.map(Double.init) ?? .infinity,
            limit?.perSecond ?? .infinity,
        ]
    }
}
