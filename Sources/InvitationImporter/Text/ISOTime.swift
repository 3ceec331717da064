#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Times as ISO 8601 writes them: in journals, reports, tokens and server replies.
enum ISOTime {
    private static let plain = Date.ISO8601FormatStyle()
    private static let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    /// Reads `1994-11-06T08:49:37Z`, with or without a fraction, with any offset; `nil` for anything else.
    static func parse(_ text: String) -> Date? {
        ordinary(text) ?? parseByFormat(text)
    }

    /// Reads the same by Foundation's rules.
    static func parseByFormat(_ text: String) -> Date? {
        (try? Date(text, strategy: fractional)) ?? (try? Date(text, strategy: plain))
    }

    /// Writes the date as ISO 8601 in UTC, with milliseconds, by Foundation's rules.
    static func formatted(_ date: Date) -> String {
        date.formatted(fractional)
    }

    /// Reads the same in looser forms: `t` or a blank in the middle, `z` at the end, or no offset, which means UTC (RFC
    /// 3339, 5.6).
    static func parseLoosely(_ text: String) -> Date? {
        var bytes = Array(text.utf8)
        guard (19...40).contains(bytes.count), bytes[..<10].allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) })
        else { return nil }
        if [0x20, 0x74].contains(bytes[10]) { bytes[10] = UInt8(ascii: "T") }
        let time = bytes[11...]
        guard bytes[10] == UInt8(ascii: "T"), time.allSatisfy({ "0123456789:.+-Zz".utf8.contains($0) }) else {
            return nil
        }
        if time.last == UInt8(ascii: "z") { bytes.removeLast() }
        if !time.contains(where: { "+-Z".utf8.contains($0) }) { bytes.append(UInt8(ascii: "Z")) }
        return parse(String(decoding: bytes, as: UTF8.self))
    }

    /// Writes the day in UTC: `1994-11-06`.
    static func day(of date: Date) -> String {
        date.formatted(plain.year().month().day())
    }
}

extension Date {
    /// The date as ISO 8601 in UTC, with milliseconds.
    var timestamp: String {
        ISOTime.ordinaryText(of: self) ?? ISOTime.formatted(self)
    }
}
