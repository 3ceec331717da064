#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Dates in HTTP headers (RFC 9110, 5.6.7): the one form in use, and the two old ones that must be understood.
///
///     Sun, 06 Nov 1994 08:49:37 GMT
///     Sunday, 06-Nov-94 08:49:37 GMT
///     Sun Nov  6 08:49:37 1994
enum HTTPDate {
    /// The moment; `nil` if the text is no such date. The day of the week is not checked.
    static func parse(_ text: String) -> Date? {
        ordinary(text) ?? parseAnyForm(text)
    }

    /// Reads the form in use, `Sun, 06 Nov 1994 08:49:37 GMT`, without taking it apart: each reply has one. `nil` for
    /// anything else.
    static func ordinary(_ text: String) -> Date? {
        guard text.utf8.count == 29 else { return nil }
        var text = text
        return text.withUTF8 { bytes -> Date? in
            guard bytes[3...4].elementsEqual(", ".utf8), bytes[25...].elementsEqual(" GMT".utf8), bytes[7] == .space,
                bytes[11] == .space, bytes[16] == .space, bytes[19] == .colon, bytes[22] == .colon,
                bytes[..<3].allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }),
                let day = digits(bytes[5...6]), let year = digits(bytes[12...15]), let hour = digits(bytes[17...18]),
                let minute = digits(bytes[20...21]), let second = digits(bytes[23...24]),
                let month = months.firstIndex(where: { zip($0.utf8, bytes[8...10]).allSatisfy { $0 == $1 | 0x20 } }),
                year >= 1970, hour < 24, minute < 60, second <= 60, let days = GregorianDay.number(year, month + 1, day)
            else { return nil }
            return Date(timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60 + second))
        }
    }

    private static func digits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        bytes.reduce(0) { number, byte in number.flatMap { byte.isDigit ? $0 * 10 + Int(byte) - 0x30 : nil } }
    }

    /// Reads all three forms by their words.
    static func parseAnyForm(_ text: String) -> Date? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        switch words.count {
        case 6 where words[5] == "GMT" || words[5] == "UTC":
            return date(day: words[1], month: words[2], year: words[3], time: words[4])
        case 5:
            return date(day: words[2], month: words[1], year: words[4], time: words[3])
        default:
            return nil
        }
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static func date(day: String, month: String, year: String, time: String) -> Date? {
        let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0)) }
        guard let day = number(day), let month = months.firstIndex(of: month.lowercased()), let year = fullYear(year),
            clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            hour < 24, minute < 60, second <= 60, let days = GregorianDay.number(year, month + 1, day)
        else { return nil }
        return Date(timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60 + second))
    }

    private static func number(_ text: String) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.utf8.count <= 4 ? Int(text) : nil
    }

    /// A year of two digits is 20xx up to 69, and 19xx from 70 on. A year of four digits counts from 1970 on.
    private static func fullYear(_ text: String) -> Int? {
        guard let year = number(text) else { return nil }
        switch text.utf8.count {
        case 2: return year + (year < 70 ? 2000 : 1900)
        case 4 where year >= 1970: return year
        default: return nil
        }
    }
}
