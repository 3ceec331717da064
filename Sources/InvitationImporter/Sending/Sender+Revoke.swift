import CurlMulti

// MARK: - Revoking

extension Sender {
    /// The server had a word about an invitation that was to be revoked.
    mutating func revoked(_ row: Row, _ answer: ServerReply) {
        guard answer.attemptClass == .gone else {
            endStreak(of: row, bySuccess: true)
            return conclude(row, answer)
        }
        // That nothing is there may also mean that this server knows no such request, and then it says so to everybody.
        guard row.perhapsInvited else { return hold(row, answer) }
        endStreak(of: row, bySuccess: true)
        let words = "not there any more after an earlier attempt of ours whose outcome was unclear"
        conclusions.append(Conclusion(row.attempt, answer, revocation: .revoked, reason: words))
    }

    /// Goes on after a person was asked: the time that took is no lack of success.
    mutating func resume(at now: Instant) {
        lastProgress = now
    }

    private mutating func conclude(_ row: Row, _ answer: ServerReply) {
        let outcome = RevocationOutcome(answer.attemptClass, else: .failed)
        conclusions.append(Conclusion(row.attempt, answer, revocation: outcome, reason: answer.reason))
    }
}
