/// Distinguishes refusals of rows from refusals of whole organizations.
struct Refusals: Sendable {
    /// The refusals in a row, by organization.
    private var streaks: [String: RefusalStreak] = [:]
    /// The row that is asked for once more before its organization is closed, by organization; the value is its tag.
    private var asked: [String: Int] = [:]
    /// The organizations that refused that row again, with their words. The next row finds them closed.
    private var refusedAgain: [String: String] = [:]
    /// The organizations in which nobody can be invited, with the server's words.
    private var closed: [String: String] = [:]

    /// Whether nobody can be invited in an organization. It is asked about each row that is to be sent.
    mutating func isClosed(_ organization: String) -> Bool {
        if let words = refusedAgain.removeValue(forKey: organization) { closed[organization] = words }
        return closed[organization] != nil
    }

    /// The reason to stop because an organization refuses everybody; `nil` if none does.
    var stopReason: StopReason? {
        closed.min { $0.key < $1.key }.map { organization, words in
            .wholeRun("it refuses everybody in \(organization) alike: \(words)")
        }
    }

    /// What to do with a refused row.
    enum Step: Sendable {
        /// Hold it back until it is known whether everybody is refused.
        case hold(released: [Conclusion])
        /// Send it once more. All others were refused too. If it is refused again, nobody can be invited.
        case askAgain
    }

    /// Adds a refusal.
    ///
    /// The last request of a streak repeats a row that the server refused. A refusal that passes, such as a missing
    /// seat that was bought or a limit for each person, is then not mistaken for a refusal of everybody.
    ///
    /// - Parameter mayBeAsked: Whether the row may be sent once more. It may not if the list had to decide about it.
    /// - Returns: What to do. With `hold` come the rows that were held before and whose refusals count.
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

    /// Notes that the server replied something else to somebody in an organization.
    ///
    /// - Returns: The rows that were held. Their refusals count.
    mutating func answered(_ organization: String, isSuccess: Bool) -> [Conclusion] {
        (asked[organization], refusedAgain[organization]) = (nil, nil)
        return streaks[organization, default: RefusalStreak()].end(bySuccess: isSuccess)
    }

    /// Notes that no more replies can decide about the held rows.
    ///
    /// - Returns: The rows whose refusals count.
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
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        for (organization, streak) in streaks {
            let others = streak.held.contains { $0.attempt.invitation.organization != organization }
            precondition(!others, "A row is held for another organization's refusals.")
            streak.checkInvariants()
        }
    }
}
