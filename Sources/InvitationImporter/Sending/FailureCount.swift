/// Counts the rows that fail, so that a mistake does not spoil a whole file.
struct FailureCount: Sendable {
    private let limit: FailureLimit?
    private var ended = 0
    private var failed = 0

    /// Makes an empty count.
    ///
    /// - Parameter limit: How many rows may fail; `nil` for any number.
    init(limit: FailureLimit?) {
        self.limit = limit
    }

    /// Counts outcomes of rows.
    ///
    /// - Returns: Why to stop; `nil` to go on.
    mutating func add(_ outcomes: [Outcome]) -> StopReason? {
        ended += outcomes.count
        failed += outcomes.count { [.refused, .failed, .unknown].contains($0) }
        guard let limit, limit.isExceeded(by: failed, of: ended) else { return nil }
        return .gaveUp("\(failed) of \(ended) rows failed, which is more than --max-failures allows")
    }
}

// MARK: - Invariants

extension FailureCount {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(failed <= ended, "More rows have failed than have ended.")
    }
}
