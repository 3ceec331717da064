import CurlMulti

// MARK: - Noes, and what stands in the way already

extension Sender {
    /// The person is there already: by somebody else, unless an attempt of ours may have done it.
    mutating func already(_ row: Row, _ answer: ServerReply, at now: Instant) {
        guard row.perhapsInvited else {
            return conclude(row, answer, answer.attemptClass == .alreadyMember ? .alreadyMember : .alreadyInvited)
        }
        guard answer.attemptClass == .alreadyInvited,
            listings[row.attempt.invitation.organization]?.access == .allowed
        else {
            let words = "perhaps by an earlier attempt of ours whose outcome was unclear; \(answer.reason ?? "")"
            return conclude(
                row, answer, answer.attemptClass == .alreadyMember ? .alreadyMember : .alreadyInvited, words)
        }
        goOn(row, answer)
        settle(row, at: now)
    }

    /// The server has something like this already, and did not say what: the list decides, else it is a refusal.
    mutating func conflict(_ row: Row, _ answer: ServerReply, at now: Instant) {
        guard row.perhapsInvited || listings[row.attempt.invitation.organization]?.access == .allowed else {
            return conclude(row, answer, .refused)
        }
        unclear(row, refusedWith: answer, at: now)
    }

    mutating func refused(_ row: Row, _ answer: ServerReply, at now: Instant) {
        // A no to this attempt says nothing about an earlier one.
        if row.perhapsInvited, !row.attempt.isRevocation { return unclear(row, refusedWith: answer, at: now) }
        guard RefusalStreak.concerns(answer) else {
            endStreak(of: row, bySuccess: false)
            return conclude(row, answer, .refused)
        }
        hold(row, answer)
    }

    /// Holds a refusal back until it is known whether everybody is refused alike.
    mutating func hold(_ row: Row, _ answer: ServerReply) {
        let organization = row.attempt.invitation.organization
        let conclusion = Conclusion(row.attempt, answer, .refused, reason: answer.reason)
        let (decision, released) = streaks[organization, default: RefusalStreak()].take(conclusion)
        conclusions += released
        conclusions.append(Conclusion(row.attempt, goesOnAfter: answer))
        if decision == .stop { closed[organization] = answer.reason ?? "no words" }
    }

    /// The list decides about a row that an earlier attempt may have invited, where it can be read.
    private mutating func unclear(_ row: Row, refusedWith answer: ServerReply, at now: Instant) {
        guard listings[row.attempt.invitation.organization]?.access == .allowed else {
            let words = "refused now, but perhaps invited by an earlier attempt of ours; \(answer.reason ?? "")"
            return conclude(row, answer, .unknown, words)
        }
        var row = row
        row.refusal = answer
        goOn(row, answer)
        settle(row, at: now)
    }

    /// What a streak held was meant for its rows after all.
    mutating func endStreak(of row: Row, bySuccess: Bool) {
        conclusions += streaks[row.attempt.invitation.organization, default: RefusalStreak()].end(bySuccess: bySuccess)
    }

    /// Nothing more will come that could decide about those held.
    mutating func endStreaks() {
        for organization in streaks.keys.sorted() where closed[organization] == nil {
            if let words = streaks[organization]?.undecided {
                closed[organization] = words
                continue
            }
            conclusions += streaks[organization]?.end(bySuccess: false) ?? []
        }
    }
}
