public import CurlMulti

// MARK: - What goes out

extension Sender {
    /// The next step at this instant.
    public mutating func next(at now: Instant) -> Step {
        gate.begin(at: now)
        if let reason = gate.outOfPatience(isWantingToken: credentials.isWanting, at: now) { stop(reason) }
        if let stopReason { return gate.underWay == 0 ? .done(stopReason) : .wait(until: now + .seconds(1)) }
        if let until = gate.closedUntil(at: now) { return .wait(until: until) }
        if let due = credentials.due, due <= now {
            credentials.began()
            gate.handOut()
            return .token
        }
        if credentials.isWanting { return .wait(until: credentials.due ?? now + .seconds(1)) }
        return nextRequest(at: now)
    }

    /// Whether nothing is left to do but reading lists.
    var isLast: Bool { rows.inputEnded && rows.noneWaits && gate.underWay == 0 }

    /// The next step if a request may go out now: first pages of lists, then new rows, then rows that
    /// had trouble.
    private mutating func nextRequest(at now: Instant) -> Step {
        var until: Instant?
        // While only a probe may go out, the list alone can show that an answer which is not understood is a good one.
        let isAwaited = gate.isProbing && lists.someAreHopedFor
        switch lists.next(isLast: isLast || isAwaited, at: now) {
        case .ask(let request):
            gate.handOut()
            return .list(request)
        case .wait(let instant): until = instant
        }
        // No row is taken in before the lists are known. In trouble, waiting rows come first.
        let mayDraw = !rows.inputEnded && !lists.isReading
        // Before the quotas: only somebody to send is a reason to wait for one, or to stop at it.
        if mayDraw, rows.noneWaits { return .needsInvitation }
        let (quota, stopsAtQuota) = gate.quotaOpens(at: now, wall: clock.wallTime(at: now))
        if let stopsAtQuota, !rows.noneWaits {
            stop(stopsAtQuota)
            return .wait(until: now)
        }
        if mayDraw, rows.newGoFirst, quota <= now, !gate.isProbing { return .needsInvitation }
        if let (row, due) = rows.next(at: now) {
            let at = max(due, row.isRetry ? gate.retryOpens(at: now) : now, quota)
            if at <= now { return handOut(row, at: now) }
            until = min(until ?? at, at)
        }
        if mayDraw, quota <= now, !gate.isProbing { return .needsInvitation }
        if mayDraw, quota > now { until = min(until ?? quota, quota) }
        if let until { return .wait(until: until) }
        if gate.underWay > 0 || !rows.inputEnded { return .wait(until: now + .seconds(1)) }
        conclusions += refusals.end()
        return .done(endOfWork)
    }

    private mutating func handOut(_ due: AttemptRows.Row, at now: Instant) -> Step {
        rows.pop(due)
        var row = due
        guard !refusals.isClosed(row.organization) else {
            rows.leave(row.tag)
            return .wait(until: now)
        }
        gate.handOut(isRetry: row.isRetry)
        let last = row.attempt
        row.attempt = Attempt(
            tag: row.tag, invitation: last.invitation, operation: last.operation, number: last.number + 1)
        rows.keep(row)
        return .attempt(row.attempt)
    }

    /// Notes that the attempt's request has been started.
    public mutating func started(_ attempt: Attempt, at now: Instant) {
        if var row = rows[attempt.tag] {
            row.started = now
            row.generation = credentials.generation
            row.doubt.begin(at: clock.serverTime(at: now))
            rows.keep(row)
        }
        // Quotas count mails.
        if !attempt.isRevocation { gate.startedInvitation(wall: clock.wallTime(at: now)) }
        gate.started(at: now)
    }

    /// Notes that the attempt is not started after all. Its row is left as it was. Call ``stop(_:)`` next.
    public mutating func withdraw(_ attempt: Attempt) {
        _ = rows.take(attempt.tag)
        gate.withdrawn()
    }

    /// Notes that the request for a page has been started.
    public mutating func started(_ request: ListRequest, at now: Instant) {
        lists.started(request, generation: credentials.generation)
        gate.started(at: now)
    }

    /// Notes that a token is being asked for.
    ///
    /// - Parameter isRequest: Whether by a request to the server, which counts for the pace.
    public mutating func startedToken(isRequest: Bool, at now: Instant) {
        gate.started(isRequest: isRequest, at: now)
    }
}
