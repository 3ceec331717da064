/// The charts of a page: numbers that its template draws as SVG.
enum PageChart {
    /// How large the drawing is, without the axes.
    private static let (width, height) = (720, 150)

    /// Attempts per second over time, one bar for each part of the time; `nil` without attempts.
    static func rate(_ counts: AttemptCounts, id: Int) -> [String: Any]? {
        let largest = counts.parts.map { $0.reduce(0, +) }.max() ?? 0
        guard largest > 0 else { return nil }
        let step = Double(width) / Double(max(counts.parts.count, 12))
        var bars: [[String: Any]] = []
        for (index, part) in counts.parts.enumerated() {
            var bottom = Double(height)
            for kind in AttemptKind.allCases where part[kind.rawValue] > 0 {
                let tall = Double(part[kind.rawValue]) * Double(height) / Double(largest)
                bottom -= tall
                bars.append(
                    bar(Double(index) * step, bottom, step * 0.88, tall, kind.name))
            }
        }
        let legend = AttemptKind.allCases.filter { counts.count($0) > 0 }.map { kind in
            ["kind": kind.name, "meaning": kind.meaning, "count": PageText.number(counts.count(kind))]
        }
        let span = Int(Double(width) / step) * counts.length
        return [
            "id": "rate-\(id)", "bars": bars, "legend": legend,
            "top": perSecond(largest, in: counts.length), "end": PageText.duration(milliseconds: span),
            "words": words(counts, largest),
        ]
    }

    private static func words(_ counts: AttemptCounts, _ largest: Int) -> String {
        let sums = AttemptKind.allCases.filter { counts.count($0) > 0 }.map {
            "\(PageText.number(counts.count($0))) \($0.meaning)"
        }
        let wait = counts.longestWait
        let pause =
            wait.length >= 2000
            ? " The longest time in which no attempt began: \(PageText.duration(milliseconds: wait.length))." : ""
        return "At most \(perSecond(largest, in: counts.length)). Attempts: \(sums.joined(separator: ", ")).\(pause)"
    }

    private static func perSecond(_ count: Int, in milliseconds: Int) -> String {
        "\(PageText.tenths(count * 10_000 / milliseconds)) a second"
    }

    /// How many attempts took how long; `nil` without attempts.
    static func latency(_ counts: LatencyCounts) -> [String: Any]? {
        guard let words = counts.words, let first = counts.counts.firstIndex(where: { $0 > 0 }),
            let last = counts.counts.lastIndex(where: { $0 > 0 })
        else { return nil }
        let largest = counts.counts.max() ?? 1
        let range = max(0, first - 1)...min(counts.counts.count - 1, last + 1)
        let step = Double(width) / Double(range.count)
        let bars = range.enumerated().map { index, group in
            let count = counts.counts[group]
            let tall = Double(count) * Double(height) / Double(largest)
            var values = bar(Double(index) * step, Double(height) - tall, step * 0.88, tall, "answered")
            values["middle"] = text(Double(index) * step + step * 0.44)
            values["above"] = text(Double(height) - tall - 5)
            values["label"] = label(group)
            if count > 0 { values["count"] = PageText.number(count) }
            return values
        }
        return ["bars": bars, "words": words]
    }

    private static func label(_ group: Int) -> String {
        let bounds = LatencyCounts.bounds
        guard group < bounds.count else { return "longer" }
        return "≤ " + PageText.duration(milliseconds: bounds[group])
    }

    private static func bar(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ kind: String
    ) -> [String: Any] {
        ["x": text(x), "y": text(y), "width": text(width), "height": text(height), "kind": kind]
    }

    private static func text(_ value: Double) -> String { PageText.tenths(max(0, Int((value * 10).rounded()))) }
}
