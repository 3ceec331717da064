import CurlMulti

/// Estimates how far an organization's list of invitations is behind.
///
/// If a reading misses a new id, the list is at least that far behind. If a reading shows an id soon after its
/// invitation was created, the list is hardly behind.
///
/// An id that was shown, and that two readings in a row miss beside a newer one, has left the list: its person
/// accepted, or somebody took the invitation back. If such an id comes back, the list is fickle, and no id counts as
/// gone.
struct ListLag: Sendable {
    /// An invitation that was created, in 8 bytes.
    private struct Created {
        /// When its id came, or was known, in milliseconds after the first one; at most seven weeks.
        let at: UInt32
        /// Whether it was created just then, so that a reading that shows it proves something.
        let isNew: Bool
        /// Whether a reading has shown it.
        var wasShown = false
        /// How many readings in a row, at most 3, have missed it since.
        var misses: UInt8 = 0
    }

    /// In the order of arrival, which numbers them. A million may be made.
    private var created: [Created] = []
    private var numbers = KeyIndex()
    /// When the first of them came.
    private var first: Instant?
    /// The longest time for which a new id was missing.
    private(set) var longest: Duration = .zero
    /// The shortest time after which a reading showed a new id; `nil` while none has.
    private(set) var proved: Duration?
    /// Whether something was created of which a reading may prove something, and no reading has tried.
    private(set) var mayProve = false
    private var wasTried = false
    private var isFickle = false

    /// How many invitations are known to have been created.
    var count: Int { created.count }

    /// Whether this is the id of a created invitation.
    func contains(_ id: KeyHash) -> Bool { numbers.contains(id) }

    /// Notes a created invitation.
    ///
    /// - Parameter isNew: Whether it was created just now.
    mutating func note(_ id: String, isNew: Bool, at now: Instant) {
        let id = KeyHash(id)
        if !contains(id) {
            numbers.add(id)
            let first = first ?? now
            self.first = first
            created.append(Created(at: UInt32(clamping: Int((now - first) / .milliseconds(1))), isNew: isNew))
        }
        if isNew, !wasTried { mayProve = true }
    }

    /// Learns from the ids that a reading showed.
    ///
    /// - Parameters:
    ///   - ended: When its last page came. A page may have waited long behind another that was asked for again, and
    ///     show what is younger than the beginning.
    ///   - expected: How many invitations had been created when the reading began.
    /// - Returns: Whether the reading showed all of them.
    mutating func learn(_ ids: [KeyHash: KeyHash], ended: Instant, expected: Int) -> Bool {
        var (isWhole, showsNewer, someAreGone) = (true, false, false)
        let sinceFirst = first.map { ended - $0 } ?? .zero
        for number in (0..<min(expected, created.count)).reversed() {
            var made = created[number]
            if made.isNew { (mayProve, wasTried) = (false, true) }
            let age = sinceFirst - .milliseconds(Int(made.at))
            if ids[numbers[number]] != nil {
                if made.isNew { proved = min(proved ?? age, age) }
                if made.misses > 0 { longest = max(longest, age) }
                if made.misses > 1, made.wasShown { isFickle = true }
                (made.wasShown, made.misses, showsNewer) = (true, 0, true)
            } else {
                made.misses = min(made.misses + 1, 3)
                if made.wasShown, showsNewer {
                    if made.misses > 1 { someAreGone = true } else { isWhole = false }
                } else {
                    (isWhole, longest) = (false, max(longest, age))
                }
            }
            created[number] = made
        }
        return isWhole && !(someAreGone && isFickle)
    }
}

// MARK: - Invariants

extension ListLag {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(created.count == numbers.count, "An id of ours has no number.")
        precondition(longest >= .zero, "The list is ahead of what was made.")
    }
}
