/// Reads days as people and programs write them: `2020-01-31`, `31.01.2020`, `1/31/2020 12:00:00 AM`, `31-Jan-20`,
/// `2020年1月31日`, `20200131235959.0Z`.
enum CalendarText {
    /// The first and the last day that a text may mean, counted from 1970-01-01; `nil` if it is not a day.
    static func days(_ text: String) -> (Int, Int)? {
        if let day = generalizedTime(text) { return (day, day) }
        guard let parts = Parts(text) else { return nil }
        let days = parts.candidates.compactMap { GregorianDay.number($0.year, $0.month, $0.day) }
        guard let first = days.min(), let last = days.max() else { return nil }
        return (first, last)
    }

    /// `20200131235959.0Z`, as directories write it (RFC 4517, section 3.3.13).
    private static func generalizedTime(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard digits.utf8.count == 14 || digits.utf8.count == 12, let date = Int(digits.prefix(8)) else { return nil }
        let rest = text.dropFirst(digits.count)
        guard
            rest.isEmpty && digits.utf8.count == 14 || rest.last == "Z" || rest.contains(where: { "+-".contains($0) }),
            rest.allSatisfy({ "0123456789.,Z+-".contains($0) })
        else { return nil }
        return GregorianDay.number(date / 10_000, date / 100 % 100, date % 100)
    }

    /// The numbers and words of a date.
    private struct Parts {
        /// The dates that they may mean.
        var candidates: [(year: Int, month: Int, day: Int)] = []
        private var numbers: [Substring] = []
        private var month: Int?

        init?(_ text: String) {
            let text = text.replacing("年", with: "-").replacing("月", with: "-").replacing("日", with: " ")
            var rest = Self.withoutWeekday(Substring(text))
            var separator: Character?
            while true {
                guard take(&rest) else { return nil }
                if numbers.count + (month == nil ? 0 : 1) == 3 { break }
                let between = rest.prefix { " .-/,".contains($0) }
                guard let first = between.first else { return nil }
                separator = separator ?? first
                rest = Self.withoutFiller(rest.dropFirst(between.count))
            }
            guard Self.isTime(rest) else { return nil }
            candidates = dates(separator)
        }

        /// Takes the next number, or the name of the month.
        private mutating func take(_ rest: inout Substring) -> Bool {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            let letters = rest.prefix(while: \.isLetter)
            if (1...4).contains(digits.utf8.count) {
                numbers.append(digits)
            } else if month == nil, letters.count >= 3, let named = Self.month(letters) {
                month = named
            } else {
                return false
            }
            rest = rest.dropFirst(digits.isEmpty ? letters.count : digits.count)
            if !digits.isEmpty, Self.ordinals.contains(rest.prefix(while: \.isLetter).lowercased()) {
                rest = rest.drop(while: \.isLetter)
            }
            return true
        }

        private static func withoutFiller(_ text: Substring) -> Substring {
            let letters = text.prefix(while: \.isLetter)
            let rest = text.dropFirst(letters.count)
            guard fillers.contains(letters.lowercased()), rest.first == " " else { return text }
            return rest.drop { $0 == " " }
        }

        private static func withoutWeekday(_ text: Substring) -> Substring {
            let letters = text.prefix(while: \.isLetter)
            guard letters.count >= 3, weekdays.contains(String(letters.lowercased().prefix(3))) else { return text }
            return text.dropFirst(letters.count).drop { ", .".contains($0) }
        }

        private static func month(_ word: Substring) -> Int? {
            let name = WordFolding.fold(String(word))
            // Czech June and July, and French ones, begin alike.
            if name.hasPrefix("cervenc") || name == "cervenec" { return 7 }
            if name.hasPrefix("cerv") { return 6 }
            if name.hasPrefix("juil") { return 7 }
            if name.hasPrefix("juin") { return 6 }
            let beginning = String(name.prefix(3))
            return months.firstIndex { $0.contains(beginning) }.map { $0 + 1 }
        }

        /// Whether the rest after a day is a time of day with a zone, or nothing.
        private static func isTime(_ rest: Substring) -> Bool {
            guard let first = rest.first else { return true }
            guard "T ,-".contains(first) || rest == "." else { return false }
            let words = rest.dropFirst().split { !$0.isLetter }.map { $0.uppercased() }
            guard words.allSatisfy({ $0.count <= 4 || zones.contains($0) }) else { return false }
            return rest.allSatisfy { $0.isLetter || ("0"..."9").contains($0) || "T :.,+-/()".contains($0) }
        }

        private func dates(_ separator: Character?) -> [(year: Int, month: Int, day: Int)] {
            let values = numbers.compactMap { Int($0) }
            if let month {
                guard values.count == 2 else { return [] }
                return numbers[0].count == 4 ? [(values[0], month, values[1])] : [(year, month, values[0])]
            }
            guard values.count == 3 else { return [] }
            if numbers[0].count == 4 { return [(values[0], values[1], values[2])] }
            let (dayFirst, monthFirst) = ((year, values[1], values[0]), (year, values[0], values[1]))
            return separator == "." ? [dayFirst] : [dayFirst, monthFirst]
        }

        /// The year at the end. Two digits mean a year from 1970 to 2069.
        private var year: Int {
            let text = numbers.last ?? ""
            let year = Int(text) ?? 0
            return text.count == 2 ? (year < 70 ? 2000 : 1900) + year : text.count == 4 ? year : 0
        }

        private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        private static let zones: Set<String> = [
            "STANDARD", "DAYLIGHT", "TIME", "CENTRAL", "EUROPEAN", "COORDINATED", "UNIVERSAL",
        ]
        /// The beginnings of the months' names in English, German, French, Spanish, Italian, Portuguese, Dutch, Danish,
        /// Norwegian, Swedish, Polish, Czech, Russian and Turkish.
        private static let months: [Set<String>] = [
            ["jan", "ene", "gen", "sty", "led", "янв", "oca"], ["feb", "fev", "lut", "uno", "фев", "sub"],
            ["mar", "mae", "mrt", "maa", "bre", "мар"], ["apr", "avr", "abr", "kwi", "dub", "апр", "nis"],
            ["may", "mai", "mag", "mei", "maj", "kve", "май", "маи", "мая"], ["jun", "giu", "cze", "июн", "haz"],
            ["jul", "lug", "lip", "июл", "tem"], ["aug", "aou", "ago", "sie", "srp", "авг", "agu"],
            ["sep", "set", "wrz", "zar", "сен", "eyl"], ["oct", "okt", "ott", "out", "paz", "rij", "окт", "eki"],
            ["nov", "lis", "ноя", "kas"], ["dec", "dez", "dic", "gru", "pro", "дек", "ara"],
        ]
        private static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "º", "ª"]
        /// Words between the parts of a date: `31 de diciembre de 2099`.
        private static let fillers: Set<String> = ["de", "del", "of", "den", "der", "do"]
    }
}
