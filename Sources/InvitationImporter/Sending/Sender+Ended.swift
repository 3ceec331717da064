public import CurlMulti
import HeapModule

// MARK: - What comes back

extension Sender {
    /// Takes the answer to an attempt or to a request for a page, or its absence.
    ///
    /// - Parameters:
    ///   - tag: The attempt's or the request's.
    ///   - answer: What it means.
    ///   - page: The page, if the answer was one.
    ///   - now: When it came.
    public mutating func ended(_ tag: Int, _ answer: ServerReply, page: ListPage? = nil, at now: Instant) {
        clock.learn(answer.serverTime, at: now)
        inFlight -= 1
        if let organization = listings.first(where: { $0.value.pages.request == tag })?.key {
            learn(
                from: answer, startedAt: now, generation: listings[organization]?.pages.generation,
                isLook: listings[organization]?.access == .reading, at: now)
            listEnded(organization, answer, page, at: now)
        } else if let index = catalogues.firstIndex(where: { $0.pages.request == tag }) {
            learn(
                from: answer, startedAt: now, generation: catalogues[index].pages.generation, isLook: true, at: now)
            catalogueEnded(index, answer, page, at: now)
        } else if var row = rows.removeValue(forKey: tag) {
            let wasProbe = breaker.isOpen
            learn(from: answer, startedAt: row.started, generation: row.generation, at: now)
            if answer.attemptClass.isServersWord { progressed(at: now) }
            decide(&row, answer, wasProbe: wasProbe, at: now)
        }
        follow(answer, at: now)
    }

    /// Slows down before the server has to say no. A wait beyond our patience is left for a 429 to say.
    mutating func follow(_ answer: ServerReply, at now: Instant) {
        guard adaptive != nil else { return }
        let hint = answer.attemptClass == .turnedAway || answer.retryAfter != nil ? nil : answer.hint
        switch hint?.advice(underWay: underWay, toSend: toSend) {
        case .perSecond(let rate): adaptive?.advised(rate)
        case .pause(let length) where length <= policy.retry.giveUpAfter:
            _ = pause.take(.wait(length), startedAt: now, at: now, policy: policy.retry, using: &generator)
            if let until = pause.until { pacer.forgive(until: until) }
        case .pause, nil: break
        }
        if let adaptive { pacer.setRate(adaptive.perSecond) }
    }

    /// The server had a word for an invitation: it works. A list or a token that it gives says nothing about that.
    private mutating func progressed(at now: Instant) {
        breaker.answered()
        lastProgress = now
        budget.earn()
    }

    /// What the answer says about the server, whatever the request was for.
    ///
    /// - Parameter isLook: Whether it was for a list that the import can do without. That such a list is broken says nothing
    ///   about invitations, and has tries of its own.
    mutating func learn(
        from answer: ServerReply, startedAt started: Instant, generation: Int?, isLook: Bool = false, at now: Instant
    ) {
        if answer.comesFromServer { hasReachedServer = true }
        switch answer.attemptClass {
        case .invited, .alreadyInvited, .alreadyMember, .conflict, .refused, .notFound, .revoked, .gone, .accepted:
            pause.accepted(at: now)
            adaptive?.accepted(at: now, after: now - started)
            if let generation { credentials.accepted(generation) }
        case .turnedAway:
            breaker.answered()
            turnedAway(answer, startedAt: started, at: now)
        case .perhapsProcessed where answer.retryAfter != nil:
            breaker.answered()
            turnedAway(answer, startedAt: started, at: now)
        case .perhapsProcessed where isLook: break
        case .perhapsProcessed, .notSent, .unknown:
            breaker.trouble(at: now, policy: policy.retry, using: &generator)
            lastFailure = answer.unreachable ?? answer.reason ?? "no answer"
            if let status = answer.status, (300..<400).contains(status) { stop(.wholeRun(answer.reason ?? "")) }
            if !hasReachedServer, breaker.failedProbes >= policy.retry.maxAttempts - 1 { stop(endOfWork) }
        case .credentials:
            guard let generation, !credentials.refused(generation) else { return }
            stop(.credentialsRefused(answer.reason ?? "401"))
        case .wholeRun:
            if !hasReachedServer, let words = answer.unreachable { stop(.unreachable(words)) }
            stop(.wholeRun(answer.reason ?? "no words"))
        }
    }

    private mutating func turnedAway(_ answer: ServerReply, startedAt started: Instant, at now: Instant) {
        let isNews = !pause.covers(started)
        let tooLong = pause.take(
            answer.retryAfter, startedAt: started, at: now, policy: policy.retry, using: &generator)
        if let tooLong { stop(.gaveUp(tooLong)) }
        guard let until = pause.until else { return }
        if isNews { adaptive?.turnedAway(at: now, pauseEnds: until) }
        pacer.forgive(until: until)
    }

    /// What the answer means for its row: an outcome, another try that is queued, or a place among those to be settled.
    private mutating func decide(_ row: inout Row, _ answer: ServerReply, wasProbe: Bool, at now: Instant) {
        switch answer.attemptClass {
        case .invited:
            if let id = answer.invitationID {
                listings[row.attempt.invitation.organization]?.settlement.note(created: id, at: now)
            }
            endStreak(of: row, bySuccess: true)
            conclude(row, answer, .invited, answer.warnings.isEmpty ? nil : answer.warnings.joined(separator: "; "))
        case .alreadyInvited, .alreadyMember:
            endStreak(of: row, bySuccess: true)
            already(row, answer, at: now)
        case .conflict:
            conflict(row, answer, at: now)
        case .refused:
            refused(row, answer, at: now)
        case .revoked, .gone, .accepted:
            revoked(row, answer)
        case .wholeRun, .notFound:
            goOn(row, answer)
        case .turnedAway, .credentials:
            row.timesTurnedAway += 1
            guard row.timesTurnedAway <= policy.retry.maxTurnedAway else { return giveUp(row, answer) }
            queue(row, answer, at: answer.attemptClass == .turnedAway ? pause.until ?? now : now)
        case .notSent:
            // While the breaker is open, an attempt is a probe and says nothing about its row.
            if !wasProbe { row.troubles += 1 }
            guard row.troubles < policy.retry.maxAttempts else { return giveUp(row, answer) }
            queue(row, answer, at: now + policy.retry.wait(afterTries: row.troubles, using: &generator))
        case .perhapsProcessed where answer.retryAfter != nil:
            // The server wants a pause, and may have acted before it said so.
            row.timesTurnedAway += 1
            row.perhapsInvited = true
            guard row.timesTurnedAway <= policy.retry.maxTurnedAway else { return giveUp(row, answer) }
            uncertain(row, answer, at: now)
        case .perhapsProcessed, .unknown:
            if !wasProbe { row.troubles += 1 }
            row.perhapsInvited = true
            uncertain(row, answer, at: now)
        }
    }

    /// The invitation may exist: finds out where the list can be read, else follows the policy.
    private mutating func uncertain(_ row: Row, _ answer: ServerReply, at now: Instant) {
        let isSilence = answer.attemptClass == .unknown
        let canSettle = !row.attempt.isRevocation && listings[row.attempt.invitation.organization]?.access == .allowed
        let isResent = !isSilence && policy.retry.serverErrors == .always
        if canSettle, !isResent {
            goOn(row, answer)
            return settle(row, at: now)
        }
        // A list or a policy is needed only where a second request could do harm.
        guard row.attempt.isRevocation || (!isSilence && policy.retry.serverErrors != .never) else {
            return conclude(row, answer, .unknown)
        }
        guard row.troubles < policy.retry.maxAttempts else { return giveUp(row, answer) }
        let wait = policy.retry.wait(afterTries: row.troubles, using: &generator)
        queue(row, answer, at: answer.retryAfter == nil ? now + wait : max(now + wait, pause.until ?? now))
    }

    // MARK: - Ends

    /// The row has its outcome.
    mutating func conclude(_ row: Row, _ answer: ServerReply, _ outcome: Outcome, _ reason: String? = nil) {
        conclusions.append(Conclusion(row.attempt, answer, outcome, reason: reason ?? answer.reason))
    }

    /// The attempt ended, and the row goes on.
    mutating func goOn(_ row: Row, _ answer: ServerReply) {
        rows[row.attempt.tag] = row
        conclusions.append(Conclusion(row.attempt, goesOnAfter: answer))
    }

    mutating func queue(_ row: Row, _ answer: ServerReply, at due: Instant) {
        goOn(row, answer)
        waiting.insert(Due(at: due, tag: row.attempt.tag))
    }

    mutating func giveUp(_ row: Row, _ answer: ServerReply) {
        conclude(row, answer, row.perhapsInvited ? .unknown : .failed)
    }
}
