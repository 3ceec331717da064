import CurlMulti

// MARK: - Noes, and what stands in the way already

extension Sender {
    /// The person is there already: by somebody else, unless an attempt of ours may have done it.
    mutating func already(_ row: AttemptRows.Row, _ answer: AttemptReply, at now: Instant) {
        let outcome: Outcome = answer.result == .alreadyMember ? .alreadyMember : .alreadyInvited
        guard row.perhapsInvited else { return conclude(row, answer, outcome) }
        guard answer.result == .alreadyInvited, lists.canRead(row.organization) else {
            let words = "perhaps by an earlier attempt of ours whose outcome was unclear; \(answer.reason ?? "")"
            return conclude(row, answer, outcome, words)
        }
        goOn(row, answer)
        settle(row, at: now)
    }

    /// The server has something like this already, and did not say what: the list decides, else it is a refusal.
    mutating func conflict(_ row: AttemptRows.Row, _ answer: AttemptReply, at now: Instant) {
        guard row.perhapsInvited || lists.canRead(row.organization) else { return conclude(row, answer, .refused) }
        unclear(row, refusedWith: answer, at: now)
    }

    mutating func refused(_ row: AttemptRows.Row, _ answer: AttemptReply, at now: Instant) {
        // A no to this attempt says nothing about an earlier one.
        if row.perhapsInvited, !row.attempt.isRevocation { return unclear(row, refusedWith: answer, at: now) }
        guard RefusalStreak.concerns(answer) else {
            endStreak(of: row, isSuccess: false)
            return conclude(row, answer, .refused)
        }
        hold(row, answer)
    }

    /// Holds a refusal back until it is known whether everybody is refused alike.
    private mutating func hold(_ row: AttemptRows.Row, _ answer: AttemptReply) {
        conclusions += refusals.hold(Conclusion(row.attempt, answer, .refused, reason: answer.reason))
        conclusions.append(Conclusion(row.attempt, goesOnAfter: answer))
    }

    /// The list decides about a row that an earlier attempt may have invited, where it can be read.
    private mutating func unclear(_ row: AttemptRows.Row, refusedWith answer: AttemptReply, at now: Instant) {
        guard lists.canRead(row.organization) else {
            let words = "refused now, but perhaps invited by an earlier attempt of ours; \(answer.reason ?? "")"
            return conclude(row, answer, .unknown, words)
        }
        var row = row
        row.refusal = answer
        goOn(row, answer)
        settle(row, at: now)
    }

    /// What a streak held was meant for its rows after all.
    mutating func endStreak(of row: AttemptRows.Row, isSuccess: Bool) {
        conclusions += refusals.answered(row.organization, isSuccess: isSuccess)
    }

    /// The server had a word about an invitation that was to be revoked.
    mutating func revoked(_ row: AttemptRows.Row, _ answer: AttemptReply) {
        // That nothing is there may also mean that this server knows no such request, and then it says so to everybody.
        if answer.result == .gone, !row.perhapsInvited { return hold(row, answer) }
        endStreak(of: row, isSuccess: true)
        guard answer.result == .gone else {
            let outcome = RevocationOutcome(answer.result, else: .failed)
            return conclusions.append(
                Conclusion(row.attempt, answer, revocation: outcome, reason: answer.reason))
        }
        let words = "not there any more after an earlier attempt of ours whose outcome was unclear"
        conclusions.append(Conclusion(row.attempt, answer, revocation: .revoked, reason: words))
    }
}
