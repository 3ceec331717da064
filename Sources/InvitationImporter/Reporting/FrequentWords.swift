/// Counts words, such as reasons, to tell the most frequent ones.
public struct FrequentWords: Hashable, Sendable {
    /// The most different words that are kept. Those that come later are not told.
    private static let most = 1000

    private var counts: [String: Int] = [:]

    /// Makes an empty count.
    public init() {}

    /// Counts words.
    public mutating func add(_ words: String, times: Int = 1) {
        guard counts.count < Self.most || counts[words] != nil else { return }
        counts[words, default: 0] += times
    }

    /// Adds the counts of another one.
    mutating func add(_ other: FrequentWords) {
        for (words, count) in other.counts { add(words, times: count) }
    }

    /// The most frequent words, the most frequent first. O(n log n) in the number of different words, at most 1,000.
    public func first(_ limit: Int) -> [(words: String, count: Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map { ($0.key, $0.value) }
    }
}
