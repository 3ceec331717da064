/// Splits a text with several roles or groups.
public enum ListValue {
    /// The parts between `;`, `|`, `,` and line breaks, trimmed, in order, without empty parts and repeats.
    ///
    /// A comma inside a CSV cell is there only because the cell was quoted or the comma is not the delimiter. A list as
    /// programs write it, `["viewer","admin"]`, `['viewer', 'admin']` or `{viewer,admin}`, is read as that list, and so
    /// are objects that have a name: `[{"name":"admin"}]`. Bullets, and quotes around a part, do not count.
    public static func split(_ text: String) -> [String] {
        var parts: [String] = []
        add(text, to: &parts)
        return parts.withoutRepeats()
    }

    /// The parts of a value. A text is split as in ``split(_:)``, and so is each text of an array. An object is the
    /// name in it.
    ///
    /// - Returns: `nil` if the value cannot be a list of names; an empty list for `null`.
    public static func parts(of value: JSONValue) -> [String]? {
        var parts: [String] = []
        switch value {
        case .null: break
        case .string(let text): add(text, to: &parts)
        case .array(let elements):
            for element in elements {
                if let text = element.string {
                    add(text, to: &parts)
                } else if let name = name(of: element) {
                    parts.append(name)
                } else {
                    return nil
                }
            }
        case .object:
            guard let name = name(of: value) else { return nil }
            parts = [name]
        case .bool, .number: return nil
        }
        return parts.withoutRepeats()
    }

    private static func add(_ text: String, to parts: inout [String]) {
        if isWords(text) {
            parts += text.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) }
            return
        }
        if let listed = listed(text.trimmed()) {
            parts += listed
            return
        }
        for part in text.unicodeScalars.split(whereSeparator: isSeparator) {
            let trimmed = withoutQuotes(withoutBullet(String(part).trimmed()))
            if !trimmed.isEmpty { parts.append(trimmed) }
        }
    }

    /// Whether a text has nothing but letters, digits, `-`, `_` and `.` of ASCII, and semicolons: most lists are such.
    private static func isWords(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (byte | 0x20) &- 0x61 < 26 || byte.isDigit || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
    }

    private static func withoutBullet(_ part: String) -> String {
        guard let first = part.first, "•‣▪*-–".contains(first), part.dropFirst().first == " " else { return part }
        return String(part.dropFirst()).trimmed()
    }

    private static func withoutQuotes(_ part: String) -> String {
        guard let quote = part.first, quotes.contains(quote), part.count > 2, part.last == quote else { return part }
        let inner = String(part.dropFirst().dropLast())
        return inner.contains(quote) ? part : inner.trimmed()
    }

    private static let quotes: Set<Character> = ["'", "\""]

    /// What an object is called: its id, if that is a word, else its name. A number is an id of another system.
    private static func name(of value: JSONValue) -> String? {
        guard let members = value.members else { return nil }
        func text(_ names: [String]) -> String? {
            names.lazy.compactMap { wanted in
                members.first { ColumnNames.folded($0.name) == wanted }?.value.string?.trimmed()
            }.first { !$0.isEmpty }
        }
        if let id = text(["id", "slug", "key"]), isWord(id) { return id }
        if let name = text(["name", "displayname", "value", "display", "title", "label", "role", "group"]) {
            return name
        }
        let inner = members.first { ["role", "group"].contains(ColumnNames.folded($0.name)) }
        return inner.flatMap { $0.value.members == nil ? nil : name(of: $0.value) }
    }

    /// Whether an id is a word in lower case and no number: `admin`, but not `5` and not a UUID.
    private static func isWord(_ id: String) -> Bool {
        id.utf8.allSatisfy { $0.isDigit || (0x61...0x7A).contains($0) || "-_.".utf8.contains($0) }
            && !id.utf8.contains(where: \.isDigit)
    }

    /// The elements of a list in the form of JSON, Python or PostgreSQL; `nil` for any other text.
    private static func listed(_ text: String) -> [String]? {
        guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count > 1 else { return nil }
        if first == .openBracket || first == .openBrace, let value = try? JSONValue(parsing: text) {
            if let texts = value.strings { return texts.map { $0.trimmed() }.filter { !$0.isEmpty } }
            return value.isBlank ? [] : parts(of: value) ?? flags(of: value)
        }
        if text.hasPrefix("a:"), text.contains(":{") { return serialized(text) }
        let isPython = first == .openBracket && last == .closeBracket && text.utf8.contains(UInt8(ascii: "'"))
        let isDatabase = first == .openBrace && last == .closeBrace && !text.utf8.contains(.colon)
        let isTuple = first == UInt8(ascii: "(") && last == UInt8(ascii: ")") && text.utf8.contains(UInt8(ascii: ","))
        guard isPython || isDatabase || isTuple else { return nil }
        return text.dropFirst().dropLast().split(separator: ",").map { part in
            let part = String(part).trimmed()
            guard let quote = part.first, part.count > 1, quotes.contains(quote), part.last == quote else {
                return part
            }
            return String(part.dropFirst().dropLast()).trimmed()
        }.filter { !$0.isEmpty }
    }

    /// The names of an object's members that are true, where a cell has nothing but flags:
    /// `{"admin":true,"viewer":false}`.
    private static func flags(of value: JSONValue) -> [String]? {
        guard let members = value.members, members.allSatisfy({ $0.value.bool != nil }) else { return nil }
        return members.filter { $0.value == .bool(true) }.map(\.name)
    }

    /// The names in an array as PHP writes it, without those that are false: `a:1:{s:5:"admin";b:1;}`.
    private static func serialized(_ text: String) -> [String] {
        text.split(separator: "s:").dropFirst().compactMap { piece in
            let parts = piece.split(separator: "\"", omittingEmptySubsequences: false)
            guard parts.count > 2 else { return nil }
            return parts[2].hasPrefix(";b:0") ? nil : String(parts[1])
        }
    }

    private static func isSeparator(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case ";", "|", ",", "\n", "\r": true
        default: false
        }
    }
}
