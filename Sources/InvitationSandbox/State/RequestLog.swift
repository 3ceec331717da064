/// The latest requests, up to a limit.
package struct RequestLog: Sendable {
    private let limit: Int
    private var records: [RequestRecord] = []
    /// The number of the first record kept.
    private var first = 1

    /// Makes an empty log.
    package init(limit: Int) { self.limit = max(0, limit) }

    /// Adds a request. Complexity: O(1) amortised, since the array is cut only when it holds twice the limit.
    package mutating func append(_ record: RequestRecord) {
        if records.isEmpty { first = record.number }
        records.append(record)
        guard records.count > 2 * limit else { return }
        let surplus = records.count - limit
        records.removeFirst(surplus)
        first += surplus
    }

    /// Sets the status of a request, if it is still kept.
    package mutating func answered(_ number: Int, status: Int) {
        if records.indices.contains(number - first) { records[number - first].status = status }
    }

    /// The records, oldest first.
    package var latest: [RequestRecord] { Array(records.suffix(limit)) }
}
