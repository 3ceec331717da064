#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// When a window renews, in all the ways servers say it.
enum RateReset {
    /// Above it a number is no span but a moment: seconds since 1970, of which this many passed in November 2023.
    private static let epoch = 1.7e9
    /// Above it a number is milliseconds since 1970.
    private static let epochMilliseconds = 1.7e12

    /// The time from `now`: seconds, seconds or milliseconds since 1970, or a date of HTTP or ISO 8601.
    ///
    /// What is past is zero.
    ///
    /// - Returns: `nil` for anything else and for more than 24 hours.
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
        // To the microsecond: a Double that counts from 1970 holds no more.
        return .microseconds(Int64((seconds * 1e6).rounded()))
    }
}
