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
    /// Fewer characters of them say nothing.
    private static let saidAtMinimum = 12

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
    static func line(_ all: [ProgressPart], width: Int) -> String {
        // What matters more is taken first, and then whatever still fits.
        let order = all.indices.sorted { (all[$1].weight, $0) < (all[$0].weight, $1) }
        var taken: Set<Int> = []
        for index in order {
            let with = all.indices.filter { taken.contains($0) || $0 == index }
            let isShort = joined(with.map { all[$0].shortened(to: saidAtLeast) }).count <= width
            if isShort || all[index].weight == .always { taken.insert(index) }
        }
        var parts = all.indices.filter(taken.contains).map { all[$0] }
        // The server's words are shortened as far as needed, and no further.
        for index in parts.indices {
            guard let said = parts[index].said else { continue }
            let room = width - joined(parts).count + said.count
            // Without them, there may be room for something else.
            guard room >= min(said.count, saidAtMinimum) else { return line(all.map(\.silent), width: width) }
            parts[index] = parts[index].shortened(to: room)
        }
        let line = joined(parts)
        return line.count > width ? line.prefix(max(0, width - 1)) + "…" : line
    }

    private static func joined(_ parts: [ProgressPart]) -> String {
        "  " + parts.map(\.text).joined(separator: "  ")
    }

    /// The part without the server's words.
    private var silent: ProgressPart {
        var part = self
        part.said = nil
        return part
    }

    /// The part with no more than so many characters of the server's words.
    private func shortened(to limit: Int) -> ProgressPart {
        guard let said, said.count > limit else { return self }
        var part = self
        part.said = said.prefix(limit - 1) + "…"
        return part
    }
}
