/// Splits a text with several roles or groups.
public enum ListValue {
    /// The parts between `;`, `|`, `,` and line breaks, trimmed, in order, without empty parts and repeats.
    ///
    /// A comma inside a CSV cell is there only because the cell was quoted or the comma is not the delimiter. A list as
    /// programs write it, `["viewer","admin"]`, `['viewer', 'admin']` or `{viewer,admin}`, is read as that list.
    public static func split(_ text: String) -> [String] {
        var parts: [String] = []
        add(text, to: &parts)
        return parts.withoutRepeats()
    }

    /// The parts of a value. A text is split as in ``split(_:)``, and so is each text of an array.
    ///
    /// - Returns: `nil` if the value is neither, and so cannot be a list of names; an empty list for `null`.
    public static func parts(of value: JSONValue) -> [String]? {
        var parts: [String] = []
        switch value {
        case .null: break
        case .string(let text): add(text, to: &parts)
        case .array(let elements):
            for element in elements {
                guard let text = element.string else { return nil }
                add(text, to: &parts)
            }
        case .bool, .number, .object: return nil
        }
        return parts.withoutRepeats()
    }

    private static func add(_ text: String, to parts: inout [String]) {
        if let listed = listed(text.trimmed()) {
            parts += listed
            return
        }
        for part in text.unicodeScalars.split(whereSeparator: isSeparator) {
            let trimmed = String(part).trimmed()
            if !trimmed.isEmpty { parts.append(trimmed) }
        }
    }

    /// The elements of a list in the form of JSON, Python or PostgreSQL; `nil` for any other text.
    private static func listed(_ text: String) -> [String]? {
        guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count > 1 else { return nil }
        if first == .openBracket, let elements = (try? JSONValue(parsing: text))?.array {
            let texts = elements.compactMap(\.string)
            return texts.count == elements.count ? texts.map { $0.trimmed() }.filter { !$0.isEmpty } : nil
        }
        let isPython = first == .openBracket && last == .closeBracket && text.utf8.contains(UInt8(ascii: "'"))
        let isDatabase = first == .openBrace && last == .closeBrace && !text.utf8.contains(.colon)
        guard isPython || isDatabase else { return nil }
        let quotes: Set<Character> = ["'", "\""]
        return text.dropFirst().dropLast().split(separator: ",").map { part in
            let part = String(part).trimmed()
            guard let quote = part.first, part.count > 1, quotes.contains(quote), part.last == quote else {
                return part
            }
            return String(part.dropFirst().dropLast()).trimmed()
        }.filter { !$0.isEmpty }
    }

    private static func isSeparator(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case ";", "|", ",", "\n", "\r": true
        default: false
        }
    }
}
