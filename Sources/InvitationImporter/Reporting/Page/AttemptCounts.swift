/// Attempts over time, in parts of equal length.
///
/// Nobody knows beforehand how long a run will take. So the parts begin with a length of a second, and when there are
/// too many of them, each two become one: the memory stays the same.
struct AttemptCounts {
    /// The most parts.
    static let most = 120

    /// Attempts of one part, by kind.
    typealias Part = [Int]

    /// When the first part begins, in milliseconds since 1970.
    private(set) var begin = 0
    /// How long a part is, in milliseconds.
    private(set) var length = 1000
    /// The parts up to the last one with an attempt.
    private(set) var parts: [Part] = []
    /// The longest time without the beginning of an attempt, and when it began, in milliseconds.
    private(set) var longestWait = (begin: 0, length: 0)
    private var last = 0

    /// Adds an attempt.
    mutating func add(sent: Int, _ kind: AttemptKind) {
        if parts.isEmpty { (begin, last) = (sent, sent) }
        if sent - last > longestWait.length { longestWait = (last, sent - last) }
        last = max(last, sent)
        // Attempts are known in the order of their ends. One of the first may have begun before the first of these.
        var index = max(0, sent - begin) / length
        while index >= Self.most {
            halve()
            index = max(0, sent - begin) / length
        }
        while parts.count <= index { parts.append(Part(repeating: 0, count: AttemptKind.allCases.count)) }
        parts[index][kind.rawValue] += 1
    }

    private mutating func halve() {
        length *= 2
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
