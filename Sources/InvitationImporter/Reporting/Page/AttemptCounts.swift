/// Attempts over time, in parts of equal length.
///
/// Nobody knows beforehand how long a run will take. So the parts begin with a length of a second, and when there are
/// too many of them, each two become one: the memory stays the same.
struct AttemptCounts {
    /// The most parts.
    static let most = 120
    /// The most waits that are kept, and the shortest that counts, in milliseconds.
    private static let (mostWaits, leastWait) = (20, 2000)

    /// Attempts of one part, by kind.
    typealias Part = [Int]

    /// When the first part begins, in milliseconds since 1970.
    private(set) var begin = 0
    /// How long a part is, in milliseconds.
    private(set) var length = 1000
    /// The parts up to the last one with an attempt.
    private(set) var parts: [Part] = []
    /// How many attempts of each part were for rows that had been tried before.
    private(set) var retries: [Int] = []
    /// The longest times without the beginning of an attempt, the longest first, in milliseconds.
    private(set) var longestWaits: [(begin: Int, length: Int)] = []
    private var last = 0

    /// Adds an attempt.
    mutating func add(sent: Int, _ kind: AttemptKind, isRetry: Bool = false) {
        if parts.isEmpty { (begin, last) = (sent, sent) }
        addWait(from: last, to: sent)
        last = max(last, sent)
        // Attempts are known in the order of their ends. One of the first may have begun before the first of these.
        var index = max(0, sent - begin) / length
        while index >= Self.most {
            halve()
            index = max(0, sent - begin) / length
        }
        while parts.count <= index {
            parts.append(Part(repeating: 0, count: AttemptKind.allCases.count))
            retries.append(0)
        }
        parts[index][kind.rawValue] += 1
        if isRetry { retries[index] += 1 }
    }

    private mutating func addWait(from begin: Int, to end: Int) {
        let length = end - begin
        guard length >= Self.leastWait else { return }
        longestWaits.insert((begin, length), at: longestWaits.firstIndex { $0.length < length } ?? longestWaits.count)
        if longestWaits.count > Self.mostWaits { longestWaits.removeLast() }
    }

    /// The times in which nobody was asked, as far as they stand out: much longer than from one attempt to the next.
    var waits: [(begin: Int, length: Int)] {
        let attempts = parts.reduce(0) { $0 + $1.reduce(0, +) }
        let usual = attempts > 0 ? (span - (longestWaits.first?.length ?? 0)) / attempts : 0
        return longestWaits.filter { $0.length >= 3 * usual }
    }

    private mutating func halve() {
        length *= 2
        retries = stride(from: 0, to: retries.count, by: 2).map {
            retries[$0..<min($0 + 2, retries.count)].reduce(0, +)
        }
        parts = stride(from: 0, to: parts.count, by: 2).map { index in
            guard index + 1 < parts.count else { return parts[index] }
            return zip(parts[index], parts[index + 1]).map(+)
        }
    }

    /// How long the parts are together, in milliseconds.
    var span: Int { parts.count * length }

    /// How many attempts there are of a kind.
    func count(_ kind: AttemptKind) -> Int { parts.reduce(0) { $0 + $1[kind.rawValue] } }
}
