/// An address as people paste it, with or without a name: `"Lee, Ann" <ann@example.com>`, `mailto:ann@example.com`,
/// `<mailto:ann@example.com|ann@example.com>`, `- ann@example.com`.
struct MailboxText {
    let address: String
    let name: String?

    /// Reads one address. The text must not have a list mark before it.
    init(_ written: String) {
        let written = Self.withAngles(Self.withoutLink(written))
        guard written.hasSuffix(">"), let open = written.lastIndex(of: "<") else {
            address = Self.withoutScheme(Self.withoutQuotes(written))
            name = nil
            return
        }
        address = Self.withoutScheme(String(written[written.index(after: open)...].dropLast()).trimmed())
        var before = String(written[..<open]).trimmed()
        if before.count >= 2, before.hasPrefix("\""), before.hasSuffix("\"") {
            before = String(before.dropFirst().dropLast()).split(separator: "\\\"", omittingEmptySubsequences: false)
                .joined(separator: "\"")
        }
        name = before.isEmpty ? nil : before
    }

    /// The addresses in a text. There are several if it is nothing but addresses with blanks or separators between
    /// them.
    static func all(in written: String) -> [MailboxText] {
        let text = withoutBullet(written)
        let words = text.split(whereSeparator: \.isWhitespace).filter { !separators.contains($0) }
            .map { MailboxText(String($0)) }
        return words.count > 1 && words.allSatisfy(\.looksLikeOne) ? words : [MailboxText(text)]
    }

    /// Separators that people write between addresses, besides commas and semicolons.
    private static let separators: Set<Substring> = [
        "|", "/", "&", "+", "·", "•", "-", "–", "—", "and", "und", "et", "y", "e", "en", "i",
    ]

    /// Whether a byte ends the item before it. A line end always does. A comma or semicolon outside quotes does after
    /// an `@`, so that `Lee, Ann <ann@example.com>` stays together.
    static func ends(_ item: [UInt8], before byte: UInt8) -> Bool {
        if byte.isLineEnd { return true }
        guard byte == .comma || byte == .semicolon else { return false }
        guard let at = item.lastIndex(of: UInt8(ascii: "@")) else { return item.isEmpty }
        let isQuoted = item.count { $0 == .quote } % 2 == 1
        return !isQuoted && at < item.count
    }

    /// Whether a line is nothing but such addresses.
    static func isList(_ line: some Sequence<UInt8>) -> Bool {
        var items: [String] = []
        var item: [UInt8] = []
        for byte in line {
            if ends(item, before: byte) {
                items.append(String(decoding: item, as: UTF8.self).trimmed())
                item.removeAll()
            } else {
                item.append(byte)
            }
        }
        items.append(String(decoding: item, as: UTF8.self).trimmed())
        items.removeAll(where: \.isEmpty)
        return !items.isEmpty && items.allSatisfy { all(in: $0).allSatisfy(\.looksLikeOne) }
    }

    private var looksLikeOne: Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && !address.unicodeScalars.contains { $0.isWhiteSpace || "|,;:\"<>".unicodeScalars.contains($0) }
    }
}

extension MailboxText {
    /// The text without the mark or number of a list item: `- `, `• `, `1. `, `[x] `.
    private static func withoutBullet(_ text: String) -> String {
        var rest = text[...]
        while let blank = rest.firstIndex(where: \.isWhitespace), isBullet(rest[..<blank]) {
            rest = rest[blank...].drop(while: \.isWhitespace)
        }
        if let first = rest.first, "•‣▪◦●■–—".contains(first) { rest = rest.dropFirst().drop(while: \.isWhitespace) }
        return String(rest)
    }

    private static func isBullet(_ word: Substring) -> Bool {
        if ["-", "*", "+", "•", "‣", "▪", "◦", "●", "■", "·", "–", "—", "[]", "[x]", "[X]", "[", "]", "☐", "☑"]
            .contains(String(word))
        {
            return true
        }
        let number = word.drop { $0 == "(" }
        guard let last = number.last, ".):".contains(last) else { return false }
        return !number.dropLast().isEmpty && number.dropLast().allSatisfy(\.isNumber)
    }

    /// Turns `Ann Lee (ann@example.com)` and `ann@example.com (Ann Lee)` into the usual form with angle brackets.
    private static func withAngles(_ text: String) -> String {
        guard text.hasSuffix(")") || text.hasSuffix("]"), let open = text.lastIndex(where: { $0 == "(" || $0 == "[" })
        else { return text }
        let inner = text[text.index(after: open)...].dropLast()
        let before = String(text[..<open]).trimmed()
        if inner.contains("@"), !before.contains("@") { return "\(before) <\(inner)>" }
        if before.contains("@"), !inner.contains("@"), !before.contains(" ") { return "\(inner) <\(before)>" }
        return text
    }

    /// Turns a Markdown link into the usual form: `[Ann](mailto:ann@example.com)`.
    private static func withoutLink(_ text: String) -> String {
        guard text.hasPrefix("["), text.hasSuffix(")"), let end = text.firstRange(of: "](") else { return text }
        let name = text[..<end.lowerBound].dropFirst()
        let address = text[end.upperBound...].dropLast()
        return name.contains("@") ? String(address) : "\(name) <\(address)>"
    }

    /// The address in `mailto:ann@example.com?subject=Hi`, without the text that a chat program adds after `|`.
    private static func withoutScheme(_ text: String) -> String {
        guard text.lowercased().hasPrefix("mailto:") else { return text }
        return String(text.dropFirst(7).prefix { $0 != "|" && $0 != "?" }).trimmed()
    }

    private static func withoutQuotes(_ text: String) -> String {
        guard let quote = text.first, quote == "\"" || quote == "'", text.last == quote, text.count > 2 else {
            return text
        }
        let inner = text.dropFirst().dropLast()
        return inner.contains(quote) ? text : String(inner)
    }
}
