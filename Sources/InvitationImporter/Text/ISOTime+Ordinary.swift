#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The one form in which this program writes times, `2026-01-02T03:04:05.678Z`, without a formatter: each attempt has
/// two of them in the journal. Most servers write the same without the fraction. Any other form and any other year is
/// left to Foundation, which also says what is right here.
extension ISOTime {
    /// The length of the form, in bytes.
    private static let length = 24
    /// Its length without the fraction.
    private static let lengthOfSeconds = 20
    /// Seconds from 1970 to the year 2001, where Foundation counts from.
    private static let epoch = 978_307_200.0

    /// The time in UTC with milliseconds; `nil` outside of the years 1970 to 9999.
    static func ordinaryText(of date: Date) -> String? {
        let time = date.timeIntervalSinceReferenceDate
        let second = time.rounded(.down)
        guard second >= -epoch, second < 252_423_993_600 else { return nil }
        let milliseconds = Int((time - second) * 1e9) / 1_000_000
        let seconds = Int(second + epoch)
        let (days, clock) = (seconds / 86_400, seconds % 86_400)
        let (year, month, day) = GregorianDay.date(days)
        return String(unsafeUninitializedCapacity: length) { text in
            put(year, 4, "-", at: 0, text)
            put(month, 2, "-", at: 5, text)
            put(day, 2, "T", at: 8, text)
            put(clock / 3600, 2, ":", at: 11, text)
            put(clock / 60 % 60, 2, ":", at: 14, text)
            put(clock % 60, 2, ".", at: 17, text)
            put(milliseconds, 3, "Z", at: 20, text)
            return length
        }
    }

    /// Writes a number with this many digits, and a character after them.
    private static func put(
        _ number: Int, _ digits: Int, _ after: Unicode.Scalar, at index: Int,
        _ text: UnsafeMutableBufferPointer<UInt8>
    ) {
        var rest = number
        for place in (index..<index + digits).reversed() {
            text[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
            rest /= 10
        }
        text[index + digits] = UInt8(truncatingIfNeeded: after.value)
    }

    /// Reads the form, with its fraction or without; `nil` for anything else, and outside of the years 1970 to 9999.
    static func ordinary(_ text: String) -> Date? {
        guard text.utf8.count == length || text.utf8.count == lengthOfSeconds else { return nil }
        var text = text
        return text.withUTF8 { bytes -> Date? in
            let hasFraction = bytes.count == length
            guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
                bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), bytes.last == UInt8(ascii: "Z"),
                !hasFraction || bytes[19] == UInt8(ascii: "."), let year = number(bytes[0..<4]),
                let month = number(bytes[5..<7]), let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]),
                let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
                let milliseconds = hasFraction ? number(bytes[20..<23]) : 0, year >= 1970, hour < 24, minute < 60,
                second < 60, let days = GregorianDay.number(year, month, day)
            else { return nil }
            let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
            return Date(timeIntervalSinceReferenceDate: Double(seconds) - epoch + Double(milliseconds) / 1000)
        }
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for digit in digits {
            guard digit.isDigit else { return nil }
            number = number * 10 + Int(digit) - 0x30
        }
        return number
    }
}
