import InvitationImporter
import SystemPackage

/// The pieces of all texts.
enum Phrase {
    /// `  name          text`
    static func row(_ name: String, _ text: String) -> String {
        "  " + name + String(repeating: " ", count: max(1, 14 - name.count)) + text
    }

    /// Such rows, with all texts in one column.
    static func rows(_ rows: [(name: String, text: String)]) -> [String] {
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { name, text in row(name + String(repeating: " ", count: width - name.count), text) }
    }

    /// The sentence with a capital at its beginning, if it begins with a letter.
    static func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

    /// `1 row`, `2 rows`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number.grouped) \(number == 1 ? one : many ?? one + "s")"
    }

    /// Names with their numbers, the largest number first.
    static func list(_ counts: [String: Int], limit: Int = 40) -> String {
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return cut(sorted.map { "\(Printable.escape($0.key, limit: limit)) \($0.value.grouped)" })
    }

    /// Names, no more than a person will read.
    static func cut(_ names: [String], to limit: Int = 8) -> String {
        let shown = names.prefix(limit).joined(separator: ", ")
        return names.count > limit ? "\(shown) and \((names.count - limit).grouped) more" : shown
    }

    /// Paths, no more than a person will read.
    static func paths(_ paths: [FilePath]) -> String { cut(paths.map { Printable.escape($0.string, limit: 1000) }) }

    /// `this run` or `these runs`.
    static func run(_ followUp: FollowUp) -> String { followUp.runs.count == 1 ? "this run" : "these runs" }

    /// Names of columns. A person has to see all of them, as far as they fit on a page.
    static func columns(_ names: [String]) -> String { cut(names, to: 100) }
}
