/// A second of Universal Time, in parts for people and headers.
package struct CivilTime: Sendable, Equatable {
    private let year: Int
    private let month: Int
    private let day: Int
    private let weekday: Int
    private let second: Int

    /// Splits a time into its parts.
    ///
    /// The calendar is Howard Hinnant's `civil_from_days`: years begin in March, so that the leap day comes last.
    package init(unixSeconds: Int) {
        let days = (unixSeconds - Self.modulo(unixSeconds, 86_400)) / 86_400
        second = Self.modulo(unixSeconds, 86_400)
        weekday = Self.modulo(days + 4, 7)
        let shifted = days + 719_468
        let era = (shifted - Self.modulo(shifted, 146_097)) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The form `2023-11-07T05:31:56Z`.
    package var iso8601: String { "\(Self.pad(year, 4))-\(Self.pad(month))-\(Self.pad(day))T\(clock)Z" }

    /// The form `Tue, 07 Nov 2023 05:31:56 GMT` (RFC 9110, section 5.6.7).
    package var httpDate: String {
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(weekdays[weekday]), \(Self.pad(day)) \(months[month - 1]) \(Self.pad(year, 4)) \(clock) GMT"
    }

    private var clock: String {
        "\(Self.pad(second / 3600)):\(Self.pad(second / 60 % 60)):\(Self.pad(second % 60))"
    }

    private static func modulo(_ value: Int, _ divisor: Int) -> Int {
        let remainder = value % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    private static func pad(_ value: Int, _ width: Int = 2) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
