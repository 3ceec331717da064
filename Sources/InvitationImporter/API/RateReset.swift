#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// When a window renews, in all forms that servers use.
enum RateReset {
    /// A number above this is not a span but a moment: seconds since 1970. This one was in November 2023.
    private static let epoch = 1.7e9
    /// A number above this is milliseconds since 1970.
    private static let epochMilliseconds = 1.7e12

    /// The time from `now`, read from seconds, from seconds or milliseconds since 1970, or from a date of HTTP or ISO
    /// 8601.
    ///
    /// A moment in the past gives zero.
    ///
    /// - Returns: `nil` for anything else, and for more than 24 hours.
    static func read(_ value: StructuredList.Value, now: Date) -> Duration? {
        switch value {
        case .number(let number) where number > epochMilliseconds:
            span(until: Date(timeIntervalSince1970: number / 1000), now: now)
        case .number(let number) where number > epoch:
            span(until: Date(timeIntervalSince1970: number), now: now)
        case .number(let number): number < 0 ? nil : span(number)
        case .text(let text): (HTTPDate.parse(text) ?? ISOTime.parseLoosely(text)).flatMap { span(until: $0, now: now) }
        case .bytes, .other: nil
        }
    }

    private static func span(until date: Date, now: Date) -> Duration? {
        span(max(0, date.timeIntervalSince(now)))
    }

    private static func span(_ seconds: Double) -> Duration? {
        guard seconds >= 0, seconds <= RateHint.longestReset / .seconds(1) else { return nil }
        // To the microsecond: a Double counting from 1970 holds no more.
        return .microseconds(Int64((seconds * 1e6).rounded()))
    }
}
