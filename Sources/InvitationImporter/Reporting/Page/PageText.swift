/// The pieces of a page's texts.
enum PageText {
    /// A number with its thousands apart: `12,345`.
    static func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `1 row`, `2 rows`.
    static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number(count)) \(count == 1 ? one : many ?? one + "s")"
    }

    /// A share of a whole in percent, with one digit after the point: `12.5`. Only nothing is `0.0`, and only the whole
    /// is `100.0`.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return tenths(0) }
        let rounded = (part * 2000 + whole) / (2 * whole)
        if rounded == 0 { return "< 0.1" }
        return rounded == 1000 && part < whole ? "> 99.9" : tenths(rounded)
    }

    /// A number of tenths: `12.5`.
    static func tenths(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

    /// A time in words: `40 ms`, `2.5 s`, `3 min 20 s`, `2 h 5 min`.
    static func duration(milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        switch milliseconds {
        case ..<1000: return "\(milliseconds) ms"
        case ..<60_000: return milliseconds % 1000 == 0 ? "\(seconds) s" : "\(tenths(milliseconds / 100)) s"
        case ..<3_600_000: return "\(seconds / 60) min \(seconds % 60) s"
        case ..<172_800_000: return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        default: return "\(seconds / 86_400) d \(seconds % 86_400 / 3600) h"
        }
    }

    /// A time of the journal, for a reader without scripts: `2026-01-02 03:04 UTC`.
    static func time(_ timestamp: String) -> String {
        guard timestamp.utf8.count >= 16, timestamp.hasSuffix("Z") else { return safe(timestamp, 40) }
        return safe("\(timestamp.prefix(10)) \(timestamp.dropFirst(11).prefix(5))", 40) + " UTC"
    }

    /// Foreign text made visible, and no longer than somebody will read.
    static func safe(_ text: String, _ limit: Int = 200) -> String { Printable.escape(text, limit: limit) }
}
