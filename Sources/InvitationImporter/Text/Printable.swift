/// Makes foreign text safe to show: on a terminal, in a log, in a message.
public enum Printable {
    /// The text, with `\u{…}` for every character that is invisible or could command a terminal.
    ///
    /// Escapes control characters (C0, DEL, C1), line and paragraph separators, marks and overrides of writing
    /// direction, and zero-width and other invisible characters. Leaves the backslash as it is, since the result is for
    /// eyes.
    ///
    /// - Parameters:
    ///   - text: any text.
    ///   - limit: Unicode scalars of the text to show; `…` stands for the rest. No limit by default.
    public static func escape(_ text: String, limit: Int = .max) -> String {
        if text.utf8.count <= limit, isPlain(text) { return text }
        var result = ""
        for (shown, scalar) in text.unicodeScalars.enumerated() {
            if shown >= limit { return result + "…" }
            if mustBeEscaped(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text of several lines made safe to show. Line feeds and tabs stay as they are; CR LF becomes a line feed.
    public static func lines(_ text: String) -> String {
        if isPlain(text) { return text }
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { escape(String($0)) }
                .joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// A cell of a table that somebody may print on a terminal. Control characters and overrides of writing direction
    /// are escaped; line breaks and tabs stay, and so do marks that a name needs, such as joiners.
    public static func cell(_ text: String) -> String {
        if isPlain(text) { return text }
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let breaksLine = scalar == "\r" && rest.first == "\n"
            if acts(scalar), !breaksLine {
                result.append(contentsOf: escape(String(scalar)).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether a character commands a terminal, or turns the text around it.
    private static func acts(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether a text has nothing but printable ASCII, as nearly all have: a check prints one for each finding.
    private static func isPlain(_ text: String) -> Bool {
        let isShown = { (byte: UInt8) in byte &- 0x20 < 0x5F }
        return text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isShown) } ?? text.utf8.allSatisfy(isShown)
    }

    private static func mustBeEscaped(_ scalar: UnicodeScalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value < 0x20 }
        return scalar.value < 0xA0 || isInvisible(scalar)
    }

    /// Whether the character leaves no trace on a page, so that two texts that look the same may differ by it.
    static func isInvisible(_ scalar: UnicodeScalar) -> Bool {
        if scalar.value < 0xA0 { return scalar.value < 0x20 || scalar.value >= 0x7F }
        if scalar.value == 0x2800 { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint && !isVariationSelector(scalar)
        }
    }

    private static func isVariationSelector(_ scalar: UnicodeScalar) -> Bool {
        (0xFE00...0xFE0F).contains(scalar.value)
    }
}
