/// The part of a list that a query asks for, by cursor or by offset.
struct PageQuery {
    /// The positions of the page in the whole list.
    let range: Range<Int>
    /// The cursor of the next page; nil at the end.
    let next: String?

    /// Reads the query for a list of `count` elements.
    init(_ query: [String: String], count: Int) throws(SandboxProblem) {
        let size = try Self.size(query)
        guard query["offset"] == nil || query["pageToken"] == nil else {
            throw .validation("Invalid query.", ["offset": "cannot be used with pageToken"])
        }
        let start = query["offset"].map { Int($0) } ?? query["pageToken"].map { Int($0.dropFirst()) } ?? 0
        guard let start, start >= 0, query["pageToken"]?.hasPrefix("p") != false else {
            throw .validation("Invalid query.", ["pageToken": "is not a valid token"])
        }
        let lower = min(start, count)
        range = lower..<min(count, lower + size)
        next = range.upperBound < count ? "p\(range.upperBound)" : nil
    }

    /// The requested page size: 50 by default, at most 500.
    static func size(_ query: [String: String]) throws(SandboxProblem) -> Int {
        guard let text = query["pageSize"] else { return 50 }
        guard let size = Int(text), (1...500).contains(size) else {
            throw .validation("Invalid query.", ["pageSize": "must be between 1 and 500"])
        }
        return size
    }
}
