import CurlMulti
import HeapModule

/// The rows that have been admitted and have no outcome yet: those under way, and those that wait for a try.
struct AttemptRows: Sendable {
    /// A row that has been admitted and has no outcome yet.
    struct Row: Sendable {
        var attempt: Attempt
        var started = Instant.origin
        /// The token it went out with.
        var generation = 0
        var troubles = 0
        var timesTurnedAway = 0
        /// What is known of its attempts.
        var doubt = Doubt()
        /// What an earlier start left open; `nil` for nothing.
        var earlier: EarlierDoubt?
        /// The refusal that counts if the list does not have the person.
        var refusal: AttemptReply?

        var tag: Int { attempt.tag }
        var isRetry: Bool { troubles > 0 }
        var organization: String { attempt.invitation.organization }
    }

    /// A row that is due for a try.
    private struct Due: Comparable {
        let at: Instant
        let tag: Int
        static func < (left: Due, right: Due) -> Bool { (left.at, left.tag) < (right.at, right.tag) }
    }

    private var rows: [Int: Row] = [:]
    private var waiting = Heap<Due>()
    private var tags = 0
    /// Whether no more rows come in.
    private(set) var inputEnded = false
    /// Rows that are left as they were.
    private(set) var untouched = 0

    /// Makes a row for an invitation, with a new tag.
    mutating func newRow(
        _ invitation: Invitation, _ operation: Attempt.Operation, attempts: Int, _ earlier: EarlierDoubt?
    ) -> Row {
        tags += 1
        var row = Row(attempt: Attempt(tag: tags, invitation: invitation, operation: operation, number: attempts))
        row.doubt = earlier?.doubt ?? Doubt()
        row.earlier = earlier
        return row
    }

    /// The row that has this tag; `nil` once it has its outcome.
    subscript(tag: Int) -> Row? { rows[tag] }

    /// Keeps a row that goes on.
    mutating func keep(_ row: Row) { rows[row.tag] = row }

    /// Takes a row out.
    mutating func take(_ tag: Int) -> Row? { rows.removeValue(forKey: tag) }

    /// Takes a row out that stays as it was.
    mutating func leave(_ tag: Int) {
        rows[tag] = nil
        untouched += 1
    }

    /// Lets a row wait for a try.
    mutating func queue(_ row: Row, at due: Instant) {
        rows[row.tag] = row
        waiting.insert(Due(at: due, tag: row.tag))
    }

    /// Whether no row waits for a try.
    var noneWaits: Bool { waiting.isEmpty }

    /// The row that is due next, and when; `nil` if none waits.
    var next: (row: Row, at: Instant)? {
        guard let due = waiting.min, let row = rows[due.tag] else { return nil }
        return (row, due.at)
    }

    /// Takes the row that is due next from those that wait.
    mutating func popNext() { waiting.removeMin() }

    /// There are no more rows.
    mutating func endInput() { inputEnded = true }
}

// MARK: - Invariants

extension AttemptRows {
    /// Ends the program if this is in no state that it can come to.
    ///
    /// - Parameters:
    ///   - parked: The rows that wait for a list.
    ///   - underWay: How many requests of any kind are.
    func checkInvariants(parked: [Int], underWay: Int) {
        let places = waiting.unordered.map(\.tag) + parked
        precondition(Set(places).count == places.count, "A row waits in two places.")
        precondition(places.allSatisfy { rows[$0] != nil }, "Somebody waits who is not there any more.")
        precondition(rows.count - places.count <= underWay, "A row is lost: it neither waits nor is it under way.")
    }
}
