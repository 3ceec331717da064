#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Tells whether a time is over, if it can be read for certain.
enum ExpiredDate {
    /// Whether a text begins with a day of the form `2026-01-31`, alone or before a time, and that is before the day of
    /// `now` in UTC.
    static func `is`(_ text: String, at now: Date) -> Bool {
        let day = text.prefix(10)
        let digits = day.split(separator: "-", omittingEmptySubsequences: false)
        guard digits.map(\.utf8.count) == [4, 2, 2], day.utf8.count == 10,
            digits.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let month = Int(digits[1]), let date = Int(digits[2]), (1...12).contains(month), (1...31).contains(date)
        else { return false }
        if let next = text.dropFirst(10).first, next != "T", next != " " { return false }
        return day < ISOTime.day(of: now)
    }
}
