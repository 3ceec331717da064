public import CurlMulti
import HeapModule

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
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

    /// Takes the next invitation of the plan. It is handed out by a ``next(at:)`` that follows.
    ///
    /// - Parameters:
    ///   - invitation: Whom to invite.
    ///   - task: What is asked for. A revocation needs no list, and has no ``OpenEnd``.
    ///   - earlierAttempts: How often it was tried by earlier runs.
    ///   - settle: For a row whose outcome an earlier run left unknown: how to find out before it may be sent.
    /// - Returns: The tag of all attempts for this row.
    public mutating func admit(
        _ invitation: Invitation, _ task: Attempt.Task, earlierAttempts: Int = 0, settle: OpenEnd? = nil,
        at now: Instant
    ) -> Int {
        let tag = newTag()
        var row = Row(attempt: Attempt(tag: tag, invitation: invitation, task: task, number: earlierAttempts))
        row.openEnd = settle
        row.perhapsInvited = settle != nil
        row.uncertainSince = settle?.since
        let organization = invitation.organization
        guard closed[organization] == nil else {
            leftAsTheyWere += 1
            return tag
        }
        rows[tag] = row
        if row.attempt.isRevocation {
            waiting.insert(Due(at: .origin, tag: tag))
            return tag
        }
        openListing(of: organization, at: now)
        if listings[organization]?.access == .reading {
            listings[organization]?.held.append(tag)
        } else {
            release(tag, at: now)
        }
        return tag
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

    /// Lets a row go its way once it is known whether the list can be read.
    mutating func release(_ tag: Int, at now: Instant) {
        guard let row = rows[tag] else { return }
        let listing = listings[row.attempt.invitation.organization]
        let presence = listing?.settlement.presence(row.attempt.invitation.key)
        guard let end = row.openEnd else {
            switch presence?.isMember {
            case nil: waiting.insert(Due(at: .origin, tag: tag))
            case false: wasThere(row, .alreadyInvited, "a pending invitation was there before this run")
            case true: wasThere(row, .alreadyMember, "the person was a member before this run")
            }
            return
        }
        // Who is in the list may be there by our own earlier attempt, so the list is asked in any case.
        if listing?.access == .allowed, end.isLookedUpFirst || presence != nil {
            settle(row, at: now)
        } else if end.mayResend {
            waiting.insert(Due(at: .origin, tag: tag))
        } else {
            // Nothing new is known, so nothing new is written.
            rows[tag] = nil
            leftAsTheyWere += 1
        }
    }

    private mutating func wasThere(_ row: Row, _ attemptClass: AttemptClass, _ words: String) {
        rows[row.attempt.tag] = nil
        let outcome: Outcome = attemptClass == .alreadyMember ? .alreadyMember : .alreadyInvited
        conclude(row, Answer(settledAs: attemptClass, reason: words), outcome)
    }

    private mutating func handOut(_ tag: Int, at now: Instant) -> Step {
        guard var row = rows[tag] else { return .wait(until: now) }
        guard closed[row.attempt.invitation.organization] == nil else {
            rows[tag] = nil
            leftAsTheyWere += 1
            return .wait(until: now)
        }
        if isRetry(tag) { budget.spend() }
        let last = row.attempt
        row.attempt = Attempt(tag: tag, invitation: last.invitation, task: last.task, number: last.number + 1)
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

    /// Makes sure that an organization's lists are read.
    mutating func openListing(of organization: String, at now: Instant) {
        guard listings[organization] == nil else { return }
        var listing = Listing(organization, delay: policy.retry.settleDelay, at: now)
        listing.settlement.wanted = wanted
        for id in createdEarlier[organization] ?? [] { listing.settlement.note(created: id, at: now) }
        listings[organization] = listing
        if !policy.readsLists { listings[organization]?.access = .denied("not asked for") }
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
    var endOfWork: Ending {
        if let (organization, words) = closed.min(by: { $0.key < $1.key }) {
            return .wholeRun("it refuses everybody in \(organization) alike: \(words)")
        }
        guard let lastFailure, !everReached else { return .complete }
        return .unreachable(lastFailure)
    }

    private mutating func checkPatience(at now: Instant) {
        guard let lastProgress, breaker.isOpen || pause.until != nil || credentials.isWanting else { return }
        guard now - lastProgress >= policy.retry.giveUpAfter else { return }
        stop(.gaveUp("no success for \((now - lastProgress).components.seconds) s"))
    }
}

/// What an earlier run left behind for a row: an attempt whose outcome nobody knows.
public struct OpenEnd: Hashable, Sendable {
    /// When that attempt began, by the server's clock; `nil` if that is not known.
    public var since: Date?
    /// Whether the row may be sent again where the list cannot be read (a server error, not silence).
    public var mayResend: Bool
    /// Whether the list is asked first, where it can be read; not with `--retry-5xx always`.
    public var isLookedUpFirst: Bool

    /// Makes an open end.
    public init(since: Date?, mayResend: Bool, isLookedUpFirst: Bool = true) {
        self.since = since
        self.mayResend = mayResend
        self.isLookedUpFirst = isLookedUpFirst
    }
}
