public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a reply's headers say about how much more the server will accept.
///
/// It reads the `RateLimit` and `RateLimit-Policy` fields (draft-ietf-httpapi-ratelimit-headers, revisions 03 to 11),
/// the three older fields (`RateLimit-Limit`, `-Remaining`, `-Reset`), the same with `X-RateLimit-` and
/// `X-Rate-Limit-`, and those that end in `-Second`, `-Minute`, `-Hour` or `-Day`. If a server names several limits,
/// the hint is the one that leaves least. A number that makes no sense is ignored by itself.
///
/// A hint is no promise in either direction. A `Retry-After` beside it counts more (the draft, section 7).
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
        /// Send nothing for this long; above zero and at most 24 hours.
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

    /// Reads a reply's headers.
    ///
    /// - Parameters:
    ///   - headers: All headers of one reply.
    ///   - now: The server's time if it sent a `Date`, else this machine's. Resets that are dates count from it.
    /// - Returns: `nil` if they say nothing about limits.
    public init?(headers: HTTPHeaders, now: Date) {
        let hints = RateLimitHeaders(headers, now: now).hints.filter { $0 != RateHint() }
        guard let tightest = hints.min(by: { $0.isTighter(than: $1) }) else { return nil }
        self = tightest
    }

    /// How to go on so that the window renews before its requests are used up.
    ///
    /// If nothing is left, this is a pause until the window renews. Otherwise the rest is spread evenly over the time
    /// until then. If that time is not stated, it is the limit's window, the longest it can be, unless that is over 24
    /// hours.
    ///
    /// - Parameters:
    ///   - underWay: The requests under way that the server may not have counted yet. They are subtracted from the
    ///     rest, but one always stays, so that a guess never makes a pause.
    ///   - toSend: The requests still to be sent, without those under way. If enough is left for them, nothing follows.
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

    /// A longer wait would be a mistake, or an attempt to stop this program for good.
    static let longestReset: Duration = .seconds(86_400)

    private func isTighter(than other: RateHint) -> Bool {
        tightness.lexicographicallyPrecedes(other.tightness)
    }

    /// The order of tightness: least pace first, then longest wait, fewest left, smallest limit.
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
