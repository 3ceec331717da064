/// The course of a run: each start with its attempts over time, and how long attempts took.
struct RunCourse {
    /// One start of the program that sent.
    struct Start {
        /// When it began, ISO 8601; empty if that is not known.
        var beganAt: String
        /// Who ran it; empty if that is not known.
        var by: String
        var counts = AttemptCounts()
        /// Attempts for rows that had been tried before.
        var retries = 0
        /// How it ended, in words, and with how many requests; `nil` if nothing is known of its end.
        var end: (words: String, requests: Int)?
    }

    /// The most starts that are shown, and the most charts.
    private static let (mostStarts, mostCharts) = (20, 4)

    private(set) var starts: [Start] = []
    private(set) var latency = LatencyCounts()
    /// Starts that are not shown, since so many came later.
    private var forgotten = 0

    /// A start began.
    mutating func begin(at time: String, by user: String) {
        if starts.count >= Self.mostStarts {
            starts.removeFirst()
            forgotten += 1
        }
        starts.append(Start(beganAt: time, by: user))
    }

    /// An attempt ended.
    mutating func add(sent: Int, ended: Int, number: Int, _ result: AttemptResult) {
        if starts.isEmpty { begin(at: "", by: "") }
        let last = starts.count - 1
        starts[last].counts.add(sent: sent, AttemptKind(result))
        if number > 1 { starts[last].retries += 1 }
        if result != .notSent { latency.add(max(0, ended - sent)) }
    }

    /// The start ended.
    mutating func end(_ words: String, requests: Int) {
        if !starts.isEmpty { starts[starts.count - 1].end = (words, requests) }
    }

    /// The charts and the table of starts for the page; `nil` if nothing was sent.
    var values: [String: Any]? {
        let sending = starts.filter { !$0.counts.parts.isEmpty }
        guard !sending.isEmpty else { return nil }
        let charts = sending.suffix(Self.mostCharts).enumerated().compactMap { index, start in
            PageChart.rate(start.counts, id: index).map { chart in
                var chart = chart
                if !start.beganAt.isEmpty { chart["began"] = PageTime.values(start.beganAt) }
                return chart
            }
        }
        var values: [String: Any] = ["charts": charts, "starts": starts.map(Self.values)]
        if let chart = PageChart.latency(latency) { values["latency"] = chart }
        if forgotten > 0 { values["forgotten"] = PageText.count(forgotten, "earlier start") }
        return values
    }

    private static func values(_ start: Start) -> [String: Any] {
        let counts = start.counts
        var values: [String: Any] = [
            "by": PageText.safe(start.by, 80),
            "attempts": PageText.number(AttemptKind.allCases.reduce(0) { $0 + counts.count($1) }),
            "turnedAway": PageText.number(counts.count(.turnedAway)),
            "trouble": PageText.number(counts.count(.trouble)), "retries": PageText.number(start.retries),
            "requests": start.end.map { PageText.number($0.requests) } ?? "not known",
            "end": start.end.map { PageText.safe($0.words, 300) } ?? "It left no end: it was killed, or goes on.",
        ]
        if !start.beganAt.isEmpty { values["began"] = PageTime.values(start.beganAt) }
        return values
    }
}
