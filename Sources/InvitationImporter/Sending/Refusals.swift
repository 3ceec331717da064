/// Tells refusals of rows from refusals of whole organizations.
struct Refusals: Sendable {
    /// Refusals in a row, by organization.
    private var streaks: [String: RefusalStreak] = [:]
    /// The organizations in which nobody can be invited, each with the server's words.
    private var closed: [String: String] = [:]

    /// Whether nobody can be invited in an organization.
    func isClosed(_ organization: String) -> Bool { closed[organization] != nil }

    /// Why to stop because an organization refuses everybody; `nil` if none does.
    var stopReason: StopReason? {
        closed.min { $0.key < $1.key }.map { organization, words in
            .wholeRun("it refuses everybody in \(organization) alike: \(words)")
        }
    }

    /// Holds a refusal back until it is known whether everybody is refused alike.
    ///
    /// - Returns: Those that were held before and were meant for their rows after all.
    mutating func hold(_ conclusion: Conclusion) -> [Conclusion] {
        let organization = conclusion.attempt.invitation.organization
        let (decision, released) = streaks[organization, default: RefusalStreak()].take(conclusion)
        if decision == .stop { closed[organization] = conclusion.reply.reason ?? "no words" }
        return released
    }

    /// Somebody in an organization was answered otherwise.
    ///
    /// - Returns: Those that were held and were meant for their rows after all.
    mutating func answered(_ organization: String, isSuccess: Bool) -> [Conclusion] {
        streaks[organization, default: RefusalStreak()].end(bySuccess: isSuccess)
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
