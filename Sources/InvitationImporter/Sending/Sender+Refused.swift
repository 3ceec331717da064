import CurlMulti

// MARK: - Refusals, and people who are there already

extension Sender {
    /// The server says that something exists already, or something that is not understood. Then the list decides. If
    /// there is no list, the words count only if they are about this person and nothing else.
    mutating func open(_ row: AttemptRows.Row, _ answer: AttemptReply, at now: Instant) {
        guard !lists.canRead(row.organization) else { return ask(row, refusedWith: answer, at: now) }
        if let claim = answer.claim {
            endStreak(of: row, isSuccess: true)
            let isOurs = row.doubt.cause.map { $0 > .exists } ?? false
            let words = "perhaps by an earlier attempt of ours whose outcome was unclear; \(answer.reason ?? "")"
            return conclude(row, answer, claim, isOurs ? words : nil)
        }
        guard row.doubt.mayBeOurs else { return refusedForCertain(row, answer, at: now) }
        conclude(row, answer, .unknown, unclear(answer))
    }

    /// The server refuses this attempt. That says nothing about an earlier one.
    mutating func refused(_ row: AttemptRows.Row, _ answer: AttemptReply, at now: Instant) {
        guard row.doubt.mayBeOurs, !row.attempt.isRevocation else { return refusedForCertain(row, answer, at: now) }
        guard lists.canRead(row.organization) else { return conclude(row, answer, .unknown, unclear(answer)) }
        ask(row, refusedWith: answer, at: now)
    }

    private func unclear(_ answer: AttemptReply) -> String {
        answer.result == .notUnderstood
            ? answer.reason ?? ""
            : "refused now, but perhaps invited by an earlier attempt of ours; \(answer.reason ?? "")"
    }

    /// Certainly nothing was created. The refusal is held back until it is known whether everybody is refused.
    mutating func refusedForCertain(_ row: AttemptRows.Row, _ answer: AttemptReply, at now: Instant) {
        guard RefusalStreak.concerns(answer) else {
            endStreak(of: row, isSuccess: false)
            return conclude(row, answer, .refused)
        }
        let conclusion = Conclusion(row.attempt, answer, .refused, reason: answer.reason)
        switch refusals.take(conclusion, mayBeAsked: row.refusal == nil) {
        case .hold(let released):
            conclusions += released
            conclusions.append(Conclusion(row.attempt, goesOnAfter: answer))
        case .askAgain: queue(row, answer, at: now)
        }
    }

    /// Lets the list decide about a row.
    private mutating func ask(_ row: AttemptRows.Row, refusedWith answer: AttemptReply, at now: Instant) {
        CoverageMark.refusalSettled.pass()
        var row = row
        row.refusal = answer
        goOn(row, answer)
        settle(row, at: now)
    }

    /// Ends the streak. The refusals that it held count.
    mutating func endStreak(of row: AttemptRows.Row, isSuccess: Bool) {
        conclusions += refusals.answered(row.organization, isSuccess: isSuccess)
    }

    /// The server replied to a revocation.
    mutating func revoked(_ row: AttemptRows.Row, _ answer: AttemptReply, at now: Instant) {
        // If nothing is there, this server may not know such a request. Then it says so to everybody.
        if answer.result == .gone, !row.doubt.mayExist { return refusedForCertain(row, answer, at: now) }
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
