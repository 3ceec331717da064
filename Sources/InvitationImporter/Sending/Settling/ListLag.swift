import CurlMulti

/// How far an organization's list of invitations is behind, as far as could be seen.
///
/// A new id that a reading misses tells that the list is at least so far behind; one that a reading shows soon after it
/// was made proves that it is not much.
struct ListLag: Sendable {
    /// An invitation that was made.
    private struct Created {
        /// Its place in the order they came.
        let number: Int
        /// When it came, or was known to be there.
        let at: Instant
        /// Whether it came just then, so that a reading that shows it proves something.
        let isNew: Bool
        /// Whether a reading that began later did not show it yet.
        var isMissing = false
    }

    private var created: [KeyHash: Created] = [:]
    /// The longest that a new id was seen to be missing.
    private(set) var longest: Duration = .zero
    /// The shortest time after which a new id was seen to be there; `nil` while nothing is proved.
    private(set) var proved: Duration?

    /// How many invitations are known to have been made.
    var count: Int { created.count }

    /// Whether an id is one that was made.
    func contains(_ id: KeyHash) -> Bool { created[id] != nil }

    /// Notes an invitation.
    ///
    /// - Parameter isNew: Whether it was made just now.
    mutating func note(_ id: String, isNew: Bool, at now: Instant) {
        let id = KeyHash(id)
        if created[id] == nil { created[id] = Created(number: created.count, at: now, isNew: isNew) }
    }

    /// Takes in which ids a reading showed.
    ///
    /// - Parameter expected: How many had been made when the reading began.
    /// - Returns: Whether it showed them all.
    mutating func learn(_ ids: [KeyHash: KeyHash], began: Instant, expected: Int) -> Bool {
        var isWhole = true
        for (id, made) in created where made.number < expected {
            let age = began - made.at
            let isMissing = ids[id] == nil
            if isMissing || made.isMissing { longest = max(longest, age) }
            if isMissing { isWhole = false }
            if !isMissing, made.isNew { proved = min(proved ?? age, age) }
            created[id]?.isMissing = isMissing
        }
        return isWhole
    }
}

// MARK: - Invariants

extension ListLag {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(
            Set(created.values.map(\.number)) == Set(0..<created.count), "An id of ours has no number of its own.")
        precondition(longest >= .zero, "The list is ahead of what was made.")
    }
}
