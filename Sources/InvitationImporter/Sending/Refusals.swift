/// Tells refusals of rows from refusals of whole organizations.
struct Refusals: Sendable {
    /// Refusals in a row, by organization.
    private var streaks: [String: RefusalStreak] = [:]
    /// The row that is asked once more before an organization is closed, by its tag.
    private var asked: [String: Int] = [:]
    /// The organizations that refused that row again, with their words: they are closed to the next one.
    private var refusedAgain: [String: String] = [:]
    /// The organizations in which nobody can be invited, each with the server's words.
    private var closed: [String: String] = [:]

    /// Whether nobody can be invited in an organization; asked about each row that is to be sent.
    mutating func isClosed(_ organization: String) -> Bool {
        if let words = refusedAgain.removeValue(forKey: organization) { closed[organization] = words }
        return closed[organization] != nil
    }

    /// Why to stop because an organization refuses everybody; `nil` if none does.
    var stopReason: StopReason? {
        closed.min { $0.key < $1.key }.map { organization, words in
            .wholeRun("it refuses everybody in \(organization) alike: \(words)")
        }
    }

    /// What to do about the row of a refusal.
    enum Step: Sendable {
        /// It is held back until it is known whether everybody is refused alike.
        case hold(released: [Conclusion])
        /// It is asked once more: all others were refused too, and if it still is, nobody can be invited.
        case askAgain
    }

    /// Takes a refusal in.
    ///
    /// The last request of a streak asks somebody again whom it refused: a refusal that passes (a seat that was bought,
    /// a limit for each person) is then not taken for everybody's.
    ///
    /// - Parameter mayBeAsked: Whether the row may be asked once more: what the list had to decide may not.
    /// - Returns: What to do; `hold` with those that were held before and were meant for their rows after all.
    mutating func take(_ conclusion: Conclusion, mayBeAsked: Bool) -> Step {
        let organization = conclusion.attempt.invitation.organization
        var streak = streaks[organization, default: RefusalStreak()]
        let (decision, released) = streak.take(conclusion)
        var next = streak
        if decision == .hold, next.take(conclusion).0 == .stop, mayBeAsked, asked[organization] == nil {
            asked[organization] = conclusion.attempt.tag
            return .askAgain
        }
        streaks[organization] = streak
        let words = conclusion.reply.reason ?? "no words"
        if decision == .stop { closed[organization] = words }
        if asked[organization] == conclusion.attempt.tag { refusedAgain[organization] = words }
        return .hold(released: released)
    }

    /// Somebody in an organization was answered otherwise.
    ///
    /// - Returns: Those that were held and were meant for their rows after all.
    mutating func answered(_ organization: String, isSuccess: Bool) -> [Conclusion] {
        (asked[organization], refusedAgain[organization]) = (nil, nil)
        return streaks[organization, default: RefusalStreak()].end(bySuccess: isSuccess)
    }

    /// Nothing more will come that could decide about those held.
    ///
    /// - Returns: Those that were meant for their rows.
    mutating func end() -> [Conclusion] {
        var released: [Conclusion] = []
        for organization in streaks.keys.sorted() where closed[organization] == nil {
            if let words = streaks[organization]?.undecided {
                closed[organization] = words
            } else {
                released += streaks[organization]?.end(bySuccess: false) ?? []
            }
        }
        return released
    }
}

// MARK: - Invariants

extension Refusals {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        for (organization, streak) in streaks {
            let others = streak.held.contains { $0.attempt.invitation.organization != organization }
            precondition(!others, "A row is held for another organization's refusals.")
            streak.checkInvariants()
        }
    }
}
