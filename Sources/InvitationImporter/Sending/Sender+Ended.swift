public import CurlMulti

// MARK: - What comes back

extension Sender {
    /// Takes the reply to an attempt, or its absence.
    public mutating func ended(_ attempt: Attempt, _ reply: ServerReply, at now: Instant) {
        clock.learn(reply.serverTime, at: now)
        gate.ended()
        guard var row = rows.take(attempt.tag) else { return }
        var answer = AttemptReply(reply, for: row.attempt)
        if answer.result == .invited, let id = answer.invitationID,
            lists.isAnothers(id, than: row.attempt.invitation.key)
        {
            answer.result = .notUnderstood
            answer.reason = "it answered with the invitation \(id), which is somebody else's"
        }
        let wasProbe = gate.isProbing
        // What answers so may be anything, until the list has shown what it means.
        let isTrouble = answer.result == .unknown || answer.result == .notUnderstood && !gate.answersAreExplained
        let kind = isTrouble ? .silence : reply.kind
        row.doubt.end(answer.result)
        learn(kind, reply, startedAt: row.started, generation: row.generation, at: now)
        if answer.result.isServersWord { gate.progressed(at: now) }
        decide(&row, answer, wasProbe: wasProbe, at: now)
        gate.follow(reply, using: &generator, at: now)
    }

    /// What a reply says about the server and the token, whatever the request was for.
    ///
    /// - Parameters:
    ///   - generation: The token that the request went out with; `nil` for none.
    ///   - isPreflight: Whether it was for a list that the import can do without.
    mutating func learn(
        _ kind: ServerReply.Kind, _ reply: ServerReply, startedAt started: Instant, generation: Int?,
        isPreflight: Bool = false, at now: Instant
    ) {
        if let reason = gate.learn(
            kind, reply, startedAt: started, isPreflight: isPreflight, using: &generator, at: now)
        {
            stop(reason)
        }
        guard let generation else { return }
        if kind == .served { credentials.accepted(generation) }
        if kind == .credentials, !credentials.refused(generation) {
            stop(.credentialsRefused(reply.reason ?? "401"))
        }
    }

    /// What the answer means for its row: an outcome, another try that is queued, or a place among those to be settled.
    private mutating func decide(_ row: inout AttemptRows.Row, _ answer: AttemptReply, wasProbe: Bool, at now: Instant)
    {
        switch answer.result {
        case .invited:
            if let id = answer.invitationID {
                lists.note(created: id, isNew: true, in: row.organization, at: now)
            } else {
                lists.note(invited: row.attempt.invitation.key)
            }
            endStreak(of: row, isSuccess: true)
            conclude(row, answer, .invited, answer.warnings.isEmpty ? nil : answer.warnings.joined(separator: "; "))
        case .conflict, .notUnderstood, .alreadyInvited, .alreadyMember: open(row, answer, at: now)
        case .refused: refused(row, answer, at: now)
        case .revoked, .gone, .accepted:
            revoked(row, answer, at: now)
        case .wholeRun, .notFound:
            goOn(row, answer)
        case .turnedAway, .credentials:
            row.timesTurnedAway += 1
            guard row.timesTurnedAway <= policy.retry.maxTurnedAway else { return giveUp(row, answer) }
            queue(row, answer, at: answer.result == .turnedAway ? gate.pausedUntil ?? now : now)
        case .notSent:
            // While the breaker is open, an attempt is a probe and says nothing about its row.
            if !wasProbe { row.troubles += 1 }
            guard row.troubles < policy.retry.maxAttempts else { return giveUp(row, answer) }
            queue(row, answer, at: now + policy.retry.wait(afterTries: row.troubles, using: &generator))
        case .perhapsProcessed, .unknown:
            inDoubt(&row, answer, wasProbe: wasProbe, at: now)
        }
    }

    /// The request may have been processed: what is known of all attempts says what follows.
    private mutating func inDoubt(_ row: inout AttemptRows.Row, _ answer: AttemptReply, wasProbe: Bool, at now: Instant)
    {
        if answer.retryAfter != nil {
            // The server wants a pause, and may have acted before it said so.
            row.timesTurnedAway += 1
            guard row.timesTurnedAway <= policy.retry.maxTurnedAway else { return giveUp(row, answer) }
        } else if !wasProbe {
            row.troubles += 1
        }
        // Revoking once more does no harm.
        let step =
            row.attempt.isRevocation
            ? .send : row.doubt.step(canReadList: lists.canRead(row.organization), policy.retry)
        switch step {
        case .settle:
            CoverageMark.doubtSettled.pass()
            goOn(row, answer)
            settle(row, at: now)
        case .giveUp: conclude(row, answer, .unknown)
        case .send:
            CoverageMark.doubtSentAgain.pass()
            guard row.troubles < policy.retry.maxAttempts else { return giveUp(row, answer) }
            let wait = policy.retry.wait(afterTries: row.troubles, using: &generator)
            queue(row, answer, at: answer.retryAfter == nil ? now + wait : max(now + wait, gate.pausedUntil ?? now))
        }
    }
}

// MARK: - Ends

extension Sender {
    /// The row has its outcome.
    mutating func conclude(
        _ row: AttemptRows.Row, _ answer: AttemptReply, _ outcome: Outcome, _ reason: String? = nil
    ) {
        conclusions.append(Conclusion(row.attempt, answer, outcome, reason: reason ?? answer.reason))
    }

    /// The attempt ended, and the row goes on.
    mutating func goOn(_ row: AttemptRows.Row, _ answer: AttemptReply) {
        rows.keep(row)
        conclusions.append(Conclusion(row.attempt, goesOnAfter: answer))
    }

    mutating func queue(_ row: AttemptRows.Row, _ answer: AttemptReply, at due: Instant) {
        rows.queue(row, at: due)
        conclusions.append(Conclusion(row.attempt, goesOnAfter: answer))
    }

    mutating func giveUp(_ row: AttemptRows.Row, _ answer: AttemptReply) {
        conclude(row, answer, row.doubt.mayExist ? .unknown : .failed)
    }
}
