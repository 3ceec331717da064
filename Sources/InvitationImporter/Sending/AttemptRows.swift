import CurlMulti
import HeapModule

/// The rows that have been admitted and have no outcome yet: those under way, and those that wait for an attempt.
struct AttemptRows: Sendable {
    /// A row that has been admitted and has no outcome yet.
    struct Row: Sendable {
        var attempt: Attempt
        var started = Instant.origin
        /// The generation of the token that its last request went out with.
        var generation = 0
        var troubles = 0
        var timesTurnedAway = 0
        /// What its attempts so far leave in doubt.
        var doubt = Doubt()
        /// The doubt that an earlier start left; `nil` for none.
        var earlier: EarlierDoubt?
        /// Whether the plan says that the person is there already.
        var isThere = false
        /// The refusal that counts if the list does not have the person.
        var refusal: AttemptReply?

        var tag: Int { attempt.tag }
        var isRetry: Bool { troubles > 0 }
        var organization: String { attempt.invitation.organization }
    }

    /// A row that is due for an attempt.
    private struct Due: Comparable {
        let at: Instant
        let tag: Int
        static func < (left: Due, right: Due) -> Bool { (left.at, left.tag) < (right.at, right.tag) }
    }

    /// So many rows that are to be tried again wait, before they go ahead of new ones. It bounds the memory.
    static let mostAgain = 10_000

    private var rows: [Int: Row] = [:]
    private var waiting = Heap<Due>()
    /// Those whose last attempt failed by the server's trouble.
    private var again = Heap<Due>()
    private var tags = 0
    /// Whether no more rows come.
    private(set) var inputEnded = false
    /// How many rows are left as they were.
    private(set) var untouched = 0

    /// Makes a row for an invitation, with a new tag.
    mutating func newRow(
        _ invitation: Invitation, _ operation: Attempt.Operation, attempts: Int, _ doubt: Doubt = Doubt(),
        _ earlier: EarlierDoubt? = nil
    ) -> Row {
        tags += 1
        var row = Row(attempt: Attempt(tag: tags, invitation: invitation, operation: operation, number: attempts))
        row.doubt = doubt
        row.earlier = earlier
        return row
    }

    /// The row with this tag; `nil` once it has its outcome.
    subscript(tag: Int) -> Row? { rows[tag] }

    /// Keeps a row that goes on.
    mutating func keep(_ row: Row) { rows[row.tag] = row }

    /// Removes a row and returns it.
    mutating func take(_ tag: Int) -> Row? { rows.removeValue(forKey: tag) }

    /// Removes a row that is left as it was.
    mutating func leave(_ tag: Int) {
        rows[tag] = nil
        untouched += 1
    }

    /// Lets a row wait for an attempt.
    mutating func queue(_ row: Row, at due: Instant) {
        rows[row.tag] = row
        let due = Due(at: due, tag: row.tag)
        if row.isRetry { again.insert(due) } else { waiting.insert(due) }
    }

    /// Whether no row waits for an attempt.
    var noneWaits: Bool { waiting.isEmpty && again.isEmpty }

    /// Whether a new row would go out before those that wait.
    ///
    /// Who had trouble goes last: whoever fails at the end has to be waited for, and meanwhile they can be sent.
    var newGoFirst: Bool { waiting.isEmpty && again.count < Self.mostAgain }

    /// The row that goes next, and when it is due; `nil` if none waits.
    func next(at now: Instant) -> (row: Row, at: Instant)? {
        guard var first = waiting.min ?? again.min else { return nil }
        if let other = again.min, max(other.at, now) < max(first.at, now) { first = other }
        guard let row = rows[first.tag] else { return nil }
        return (row, first.at)
    }

    /// Removes the row that goes next from those that wait.
    mutating func pop(_ next: Row) {
        if next.isRetry { again.removeMin() } else { waiting.removeMin() }
    }

    /// Notes that there are no more rows.
    mutating func endInput() { inputEnded = true }

    /// Notes that there are rows again.
    mutating func beginInput() { inputEnded = false }
}

// MARK: - Invariants

extension AttemptRows {
    /// Ends the program if the state is impossible.
    ///
    /// - Parameters:
    ///   - parked: The rows that wait for a list.
    ///   - underWay: How many requests of any kind are under way.
    func checkInvariants(parked: some Sequence<Int>, underWay: Int) {
        var isTaken = [Bool](repeating: false, count: tags + 1)
        var places = 0
        func take(_ tag: Int) {
            precondition(rows[tag] != nil, "Somebody waits who is not there any more.")
            precondition(!isTaken[tag], "A row waits in two places.")
            isTaken[tag] = true
            places += 1
        }
        for due in waiting.unordered + again.unordered { take(due.tag) }
        for tag in parked { take(tag) }
        precondition(rows.count - places <= underWay, "A row is lost: it neither waits nor is it under way.")
    }
}
