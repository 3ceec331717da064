/// How long attempts took, from when they were sent to when their end was known.
struct LatencyCounts {
    /// The upper bounds of the groups, in milliseconds; the last group has none.
    static let bounds = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000]

    private(set) var counts = [Int](repeating: 0, count: LatencyCounts.bounds.count + 1)

    /// Adds an attempt that took so many milliseconds.
    mutating func add(_ milliseconds: Int) {
        let group = Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count
        counts[group] += 1
    }

    /// How many attempts there are.
    var total: Int { counts.reduce(0, +) }

    /// A time within which so many of a hundred attempts ended, in milliseconds: a bound of a group. `nil` if more than
    /// the rest took longer than the last bound.
    func bound(ofPercent percent: Int) -> Int? {
        let wanted = (total * percent + 99) / 100
        var sum = 0
        for (count, bound) in zip(counts, Self.bounds) {
            sum += count
            if sum >= wanted { return bound }
        }
        return nil
    }

    /// The times in a sentence; `nil` without attempts.
    var words: String? {
        guard total > 0 else { return nil }
        let parts = [(50, "Half of the attempts"), (95, "95 of 100"), (99, "99 of 100")].map { percent, who in
            let bound = bound(ofPercent: percent)
            return "\(who) \(bound.map { "within \(PageText.duration(milliseconds: $0))" } ?? "took over 30 s")"
        }
        return parts.joined(separator: ", ") + "."
    }
}
