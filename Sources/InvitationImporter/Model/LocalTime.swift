#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A moment as the clock on the wall shows it.
public enum LocalTime {
    /// `2026-11-27 13:05 CET`
    public static func words(_ moment: Date) -> String { formatted(moment, "%Y-%m-%d %H:%M %Z") }

    /// The minute in which a wait is over: the time of day, and the day if it is another one. `13:05`,
    /// `2026-11-28 13:05`.
    public static func end(of wait: Duration, from now: Date) -> String {
        let end = now.addingTimeInterval(wait / .seconds(1) + 59)
        let isToday = formatted(end, "%F") == formatted(now, "%F")
        return formatted(end, isToday ? "%H:%M" : "%Y-%m-%d %H:%M")
    }

    /// The time of day now: `13:05:09`.
    public static var clock: String { formatted(Date(), "%H:%M:%S") }

    /// The moment now in UTC, for scripts: `2026-11-27T12:05:09Z`.
    public static var timestamp: String { Date().formatted(.iso8601) }

    private static func formatted(_ moment: Date, _ format: String) -> String {
        var seconds = time_t(moment.timeIntervalSince1970)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return "an unknown time" }
        var bytes = [CChar](repeating: 0, count: 64)
        let count = strftime(&bytes, bytes.count, format, &parts)
        return String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
