public import CurlMulti
import HeapModule

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// MARK: - What goes out

extension Sender {
    /// What to do at this instant.
    public mutating func next(at now: Instant) -> Step {
        if lastProgress == nil { lastProgress = now }
        if ending == nil { checkPatience(at: now) }
        if let ending { return underWay == 0 ? .done(ending) : .wait(until: now + .seconds(1)) }
        guard underWay < (breaker.isOpen ? 1 : policy.concurrency) else { return .wait(until: now + .seconds(1)) }
        if let until = blockedUntil(at: now) { return .wait(until: until) }
        guard let earliest = pacer.earliestStart(pending: handedOut) else { return .wait(until: now + .seconds(1)) }
        if earliest > now { return .wait(until: earliest) }
        return nextUnblocked(at: now)
    }

    /// What to do if nothing forbids a request now: a token first, then pages of lists, then those who were tried before,
    /// then new ones.
    private mutating func nextUnblocked(at now: Instant) -> Step {
        if let due = credentials.due, due <= now {
            credentials.began()
            handedOut += 1
            return .token
        }
        if credentials.isWanting { return .wait(until: credentials.due ?? now + .seconds(1)) }
        if let step = catalogueStep(at: now) { return step }
        let wake = earliestList(at: now)
        if let (organization, at) = wake, at <= now { return list(organization, at: now) }
        var until = [wake?.at, catalogues.compactMap(\.due).min()].compactMap(\.self).min()
        let quota = quotaOpens(at: now)
        if ending != nil { return .wait(until: now) }
        if let due = waiting.min {
            let at = max(due.at, isRetry(due.tag) ? budget.earliest(at: now) : now, quota)
            if at <= now {
                waiting.removeMin()
                return handOut(due.tag, at: now)
            }
            until = min(until ?? at, at)
        }
        // In trouble, those who wait already come first; and nobody is drawn in before the list is known.
        let mayDraw = !inputEnded && !isLookingUp
        if mayDraw, quota <= now, !breaker.isOpen || waiting.isEmpty { return .needsInvitation }
        if mayDraw, quota > now { until = min(until ?? quota, quota) }
        if let until { return .wait(until: until) }
        if underWay > 0 || !inputEnded { return .wait(until: now + .seconds(1)) }
        endStreaks()
        return .done(endOfWork)
    }

    /// The attempt's request has been started.
    public mutating func started(_ attempt: Attempt, at now: Instant) {
        rows[attempt.tag]?.started = now
        rows[attempt.tag]?.generation = credentials.generation
        if rows[attempt.tag]?.perhapsInvited == false { rows[attempt.tag]?.uncertainSince = clock.serverTime(at: now) }
        // Quotas count mails.
        for index in quotas.indices where !attempt.isRevocation { quotas[index].record(at: clock.wallTime(at: now)) }
        noteStart(at: now)
    }

    /// The attempt is not started after all; its row is left as it was. To be followed by ``stop(_:)``.
    public mutating func withdraw(_ attempt: Attempt) {
        rows[attempt.tag] = nil
        handedOut -= 1
    }

    /// The request for a page has been started.
    public mutating func started(_ request: ListRequest, at now: Instant) {
        listings[request.organization]?.pages.started(with: credentials.generation)
        if let index = catalogues.firstIndex(where: { $0.pages.request == request.tag }) {
            catalogues[index].pages.started(with: credentials.generation)
        }
        noteStart(at: now)
    }

    /// A token is being got.
    ///
    /// - Parameter isRequest: Whether by a request to the server, which counts for the pace.
    public mutating func startedToken(isRequest: Bool, at now: Instant) {
        noteStart(isRequest: isRequest, at: now)
    }

    private mutating func noteStart(isRequest: Bool = true, at now: Instant) {
        handedOut -= 1
        inFlight += 1
        if isRequest { pacer.started(at: now) }
    }

    private mutating func handOut(_ tag: Int, at now: Instant) -> Step {
        guard var row = rows[tag] else { return .wait(until: now) }
        guard closed[row.attempt.invitation.organization] == nil else {
            rows[tag] = nil
            untouched += 1
            return .wait(until: now)
        }
        if isRetry(tag) { budget.spend() }
        let last = row.attempt
        row.attempt = Attempt(tag: tag, invitation: last.invitation, operation: last.operation, number: last.number + 1)
        rows[tag] = row
        handedOut += 1
        return .attempt(row.attempt)
    }

    /// When the quotas let the next invitation out.
    private mutating func quotaOpens(at now: Instant) -> Instant {
        let wall = clock.wallTime(at: now)
        let pending = handedOut
        let opens = quotas.indices.map { (quotas[$0].quota, quotas[$0].earliest(at: wall, pending: pending)) }
        guard let (quota, date) = opens.max(by: { $0.1 < $1.1 }), date > wall else {
            wait(for: nil, until: now)
            return now
        }
        if policy.stopsAtQuota {
            stop(.gaveUp("the quota of \(quota) is used up until \(date.timestamp)"))
        }
        let until = now + .seconds(date.timeIntervalSince(wall)) + .milliseconds(1)
        wait(for: quota, until: until)
        // Waiting for a quota is no lack of success.
        lastProgress = now
        return until
    }

    private func isRetry(_ tag: Int) -> Bool { (rows[tag]?.troubles ?? 0) > 0 }

    private mutating func list(_ organization: String, at now: Instant) -> Step {
        guard var listing = listings[organization] else { return .wait(until: now) }
        if !listing.settlement.isSweeping { listing.settlement.begin(at: now) }
        let request = ListRequest(
            tag: newTag(), organization: organization, list: listing.settlement.list,
            pageToken: listing.settlement.pageToken)
        listing.pages.asked(request.tag)
        listings[organization] = listing
        handedOut += 1
        return .list(request)
    }

    private mutating func catalogueStep(at now: Instant) -> Step? {
        guard let index = catalogues.firstIndex(where: { $0.due.map { $0 <= now } ?? false }) else { return nil }
        let request = ListRequest(
            tag: newTag(), organization: "", list: catalogues[index].list, pageToken: catalogues[index].pageToken)
        catalogues[index].pages.asked(request.tag)
        handedOut += 1
        return .list(request)
    }

    /// The list that is to be read first, and when.
    private func earliestList(at now: Instant) -> (organization: String, at: Instant)? {
        // Which organizations there are tells whose members the list of members has.
        if catalogues.contains(where: { $0.list == .organizations && !$0.isOver }) { return nil }
        let isLast = inputEnded && waiting.isEmpty && underWay == 0
        return listings.compactMap { organization, listing in
            listing.due(isLast: isLast, at: now).map { (organization, $0) }
        }.min { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    private func blockedUntil(at now: Instant) -> Instant? {
        [pause.until, breaker.probeAt].compactMap(\.self).filter { $0 > now }.max()
    }

    /// What the end is called when nothing is left to do: a server that was never reached is no completed run.
    var endOfWork: StopReason {
        if let (organization, words) = closed.min(by: { $0.key < $1.key }) {
            return .wholeRun("it refuses everybody in \(organization) alike: \(words)")
        }
        guard let lastFailure, !hasReachedServer else { return .complete }
        return .unreachable(lastFailure)
    }

    private mutating func checkPatience(at now: Instant) {
        guard let lastProgress, breaker.isOpen || pause.until != nil || credentials.isWanting else { return }
        guard now - lastProgress >= policy.retry.giveUpAfter else { return }
        stop(.gaveUp("no success for \((now - lastProgress).components.seconds) s"))
    }
}
