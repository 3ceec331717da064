/// The charts of a page: numbers that its template draws as SVG.
enum PageChart {
    /// How large the drawing is, without the axes.
    private static let (width, height) = (720, 150)

    /// Attempts per second over time, one bar for each part of the time, with a line for the retries among them and
    /// with the waits; `nil` without attempts.
    static func rate(_ counts: AttemptCounts, id: Int) -> [String: Any]? {
        let largest = counts.parts.map { $0.reduce(0, +) }.max() ?? 0
        guard largest > 0 else { return nil }
        let step = Double(width) / Double(max(counts.parts.count, 12))
        var bars = counts.waits.map { wait in
            let begin = Double(wait.begin - counts.begin) * step / Double(counts.length)
            let length = Double(wait.length) * step / Double(counts.length)
            return bar(begin, 0, min(length, Double(width) - begin), Double(height), "waiting")
        }
        for (index, part) in counts.parts.enumerated() {
            var bottom = Double(height)
            for kind in AttemptKind.allCases where part[kind.rawValue] > 0 {
                let tall = Double(part[kind.rawValue]) * Double(height) / Double(largest)
                bottom -= tall
                bars.append(
                    bar(Double(index) * step, bottom, step * 0.88, tall, kind.name))
            }
        }
        let span = Int(Double(width) / step) * counts.length
        var values: [String: Any] = [
            "id": "rate-\(id)", "bars": bars, "legend": legend(counts),
            "top": perSecond(largest, in: counts.length), "end": PageText.duration(milliseconds: span),
            "words": words(counts, largest),
        ]
        if counts.retries.contains(where: { $0 > 0 }) { values["retries"] = line(counts.retries, largest, step) }
        return values
    }

    /// The line of a chart: a step for each part.
    private static func line(_ numbers: [Int], _ largest: Int, _ step: Double) -> String {
        numbers.enumerated().map { index, number in
            let y = text(Double(height) - Double(number) * Double(height) / Double(largest))
            let (left, right) = (text(Double(index) * step), text(Double(index + 1) * step))
            return "\(index == 0 ? "M" : "L")\(left) \(y)H\(right)"
        }.joined()
    }

    private static func legend(_ counts: AttemptCounts) -> [[String: String]] {
        var parts = AttemptKind.allCases.map { ($0.name, $0.meaning, counts.count($0)) }
        parts.append(("retries", "of them retries (the line)", counts.retries.reduce(0, +)))
        parts.append(("waiting", counts.waits.count == 1 ? "wait" : "waits", counts.waits.count))
        return parts.filter { $0.2 > 0 }.map { ["kind": $0, "meaning": $1, "count": PageText.number($2)] }
    }

    private static func words(_ counts: AttemptCounts, _ largest: Int) -> String {
        var sums = AttemptKind.allCases.filter { counts.count($0) > 0 }.map {
            "\(PageText.number(counts.count($0))) \($0.meaning)"
        }
        let retries = counts.retries.reduce(0, +)
        if retries > 0 { sums.append("of them \(PageText.number(retries)) for people who had been tried before") }
        let waits = counts.waits.prefix(5).map { PageText.duration(milliseconds: $0.length) }.joined(separator: ", ")
        let pause = waits.isEmpty ? "" : " The longest times in which no attempt began: \(waits)."
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
