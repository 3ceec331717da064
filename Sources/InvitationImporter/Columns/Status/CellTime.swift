/// A time in a cell, reduced to its day, or to two days if it may be read in two ways (`03/04/2020`).
enum CellTime: Hashable {
    /// There was no time. Computers write a zero for that, or the day from which they count.
    case never
    /// The first and the last day that it may mean, counted from 1970-01-01.
    case days(Int, Int)

    /// Reads a text; `nil` if it is not certainly a time.
    init?(_ text: String) {
        var text = text.trimmed()
        if text.hasPrefix("/Date("), text.hasSuffix(")/") { text = String(text.dropFirst(6).dropLast(2)) }
        guard let read = Self.number(text) ?? CalendarText.days(text).map({ .days($0, $1) }) else { return nil }
        // Nobody left before there were accounts. These are zeros in some time zone, or of some program.
        if case .days(_, let last) = read, last <= 1 { self = .never } else { self = read }
    }

    /// Reads times that programs count: in seconds and their fractions from 1970, in tenths of microseconds from 1601
    /// (Windows), in days from 1900 (spreadsheets), and as the digits of a date.
    private static func number(_ text: String) -> CellTime? {
        // A spreadsheet writes the last of all times, which means never, with an exponent.
        if text.contains("E+18"), let number = Double(text), number >= 9.2e18 { return .days(.max, .max) }
        var whole = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
        // Seconds with their fraction.
        if let point = whole.firstIndex(of: "."), whole[..<point].count >= 9, whole[point...].count > 1,
            whole[point...].dropFirst().allSatisfy({ ("0"..."9").contains($0) })
        {
            whole = whole[..<point]
        }
        guard whole.utf8.count <= 20, whole.allSatisfy({ ("0"..."9").contains($0) }) || whole == "-1" else {
            return nil
        }
        guard let number = Int(whole), number < Int.max else { return .days(.max, .max) }
        switch number {
        case -1, 0: return .never
        case 20_000..<80_000: return day(number - 25_569)
        case 19_000_101...21_001_231:
            return GregorianDay.number(number / 10_000, number / 100 % 100, number % 100).map(day)
        case 100_000_000..<10_000_000_000: return day(number / 86_400)
        case 100_000_000_000..<10_000_000_000_000: return day(number / 86_400_000)
        case 100_000_000_000_000..<10_000_000_000_000_000: return day(number / 86_400_000_000)
        case 10_000_000_000_000_000..<1_000_000_000_000_000_000: return day(number / 864_000_000_000 - 134_774)
        case 1_000_000_000_000_000_000...: return day(number / 86_400_000_000_000)
        default: return nil
        }
    }

    /// Reads a year of four digits in this century or the last: any of its days; `nil` for anything else.
    init?(year text: String) {
        guard text.utf8.count == 4, let year = Int(text), (1900..<2200).contains(year),
            let first = GregorianDay.number(year, 1, 1), let last = GregorianDay.number(year, 12, 31)
        else { return nil }
        self = .days(first, last)
    }

    private static func day(_ day: Int) -> CellTime { .days(day, day) }

    /// Whether the time is certainly over.
    ///
    /// - Parameter today: The current day, counted from 1970-01-01.
    func isPast(_ today: Int) -> Bool {
        if case .days(_, let last) = self { last < today } else { false }
    }

    /// Whether the time is certainly today or yet to come.
    func isToCome(_ today: Int) -> Bool {
        if case .days(let first, _) = self { first >= today } else { false }
    }
}
