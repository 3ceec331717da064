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

    /// The columns of a text: its characters, without the sequences that paint.
    static func columns(_ text: Substring) -> Int {
        guard text.contains("\u{1B}") else { return text.count }
        var (count, isSequence) = (0, false)
        for character in text {
            if character == "\u{1B}" {
                isSequence = true
            } else if isSequence {
                isSequence = character != "m"
            } else {
                count += 1
            }
        }
        return count
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmingBlanks: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
