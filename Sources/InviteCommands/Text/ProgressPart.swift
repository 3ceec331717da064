/// A part of the line of progress. Where there is little room, the parts that matter least go first.
struct ProgressPart {
    /// How much a part matters, the least first.
    enum Weight: Int, Comparable {
        case ornament
        case detail
        case pace
        case doubt
        case share
        case hint
        case always

        static func < (one: Weight, other: Weight) -> Bool { one.rawValue < other.rawValue }
    }

    /// What stays of the server's own words before a part is left out for them.
    private static let saidAtLeast = 32

    private let words: String
    /// What the server said, between the words and ``end``; `nil` for nothing.
    private var said: String?
    private let end: String
    private let weight: Weight

    init(_ words: String, said: String? = nil, _ end: String = "", weight: Weight) {
        (self.words, self.said, self.end, self.weight) = (words, said, end, weight)
    }

    private var text: String { words + (said.map { " (\($0))" } ?? "") + end }

    /// The parts on a line of at most so many columns.
    static func line(_ parts: [ProgressPart], width: Int) -> String {
        var parts = parts
        // The server's words are shortened as far as needed, and no further.
        func room(for index: Int) -> Int { width - joined(parts).count + (parts[index].said?.count ?? 0) }
        while joined(parts.map { $0.shortened(to: saidAtLeast) }).count > width,
            let least = parts.map(\.weight).min(), least < .always,
            let last = parts.lastIndex(where: { $0.weight == least })
        {
            parts.remove(at: last)
        }
        for index in parts.indices where parts[index].said != nil {
            parts[index] = parts[index].shortened(to: room(for: index))
        }
        let line = joined(parts)
        return line.count > width ? line.prefix(max(0, width - 1)) + "…" : line
    }

    private static func joined(_ parts: [ProgressPart]) -> String {
        "  " + parts.map(\.text).joined(separator: "  ")
    }

    /// The part with no more than so many characters of the server's words; with none, if that says nothing.
    private func shortened(to limit: Int) -> ProgressPart {
        guard let said, said.count > limit else { return self }
        var part = self
        part.said = limit < 4 ? nil : said.prefix(limit - 1) + "…"
        return part
    }
}
