/// Breaks lines at blanks, so that a terminal need not break them inside words.
enum Wrapping {
    /// The fewest columns beside the indent that are worth it.
    private static let fewest = 20

    /// The text with no line of more columns than these, as far as its words allow; what follows the first line of each
    /// is indented. Sequences that paint take no columns.
    static func wrapped(_ text: String, width: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { wrappedLine($0, width) }
            .joined(separator: "\n")
    }

    private static func wrappedLine(_ line: Substring, _ width: Int) -> String {
        guard columns(line) > width else { return String(line) }
        let indent = String(repeating: " ", count: indent(line, width))
        let start = line.prefix { $0 == " " }
        var lines: [String] = []
        var last = String(start)
        var hasWord = false
        // Blanks that stand side by side are a table's, and stay.
        for piece in line.dropFirst(start.count).split(separator: " ", omittingEmptySubsequences: false) {
            if hasWord, !piece.isEmpty, columns(last[...]) + 1 + columns(piece) > width {
                lines.append(last.trimmingBlanks)
                last = indent + piece
            } else {
                last += (hasWord ? " " : "") + piece
            }
            hasWord = true
        }
        return (lines + [last]).joined(separator: "\n")
    }

    /// Where the lines that follow begin: below the text of a row of a table, else a little to the right.
    private static func indent(_ line: Substring, _ width: Int) -> Int {
        let start = line.prefix { $0 == " " }.count
        let usual = start + 4
        guard start > 0, let gap = line.dropFirst(start).firstRange(of: "  ") else { return usual }
        let text = line[gap.lowerBound...].drop { $0 == " " }
        let column = columns(line[..<text.startIndex])
        return column + fewest <= width && column <= 24 ? column : usual
    }

    /// The columns of a text, without the sequences that paint.
    static func columns(_ text: Substring) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) { return text.utf8.count }
        var (count, isSequence) = (0, false)
        for character in text {
            if character == "\u{1B}" {
                isSequence = true
            } else if isSequence {
                isSequence = character != "m"
            } else {
                count += isWide(character) ? 2 : 1
            }
        }
        return count
    }

    /// Whether a terminal gives a character two columns: letters of East Asia, wide forms and pictures (Unicode's
    /// East_Asian_Width).
    private static func isWide(_ character: Character) -> Bool {
        guard let value = character.unicodeScalars.first?.value, value >= 0x1100 else { return false }
        return wide.contains { $0.contains(value) }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD,
    ]
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmingBlanks: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
