import CurlMulti

// MARK: - Settling rows by the server's list

extension Sender {
    /// Whether an organization's list was read and can be read again.
    func canReadList(of organization: String) -> Bool { listings[organization]?.access == .allowed }

    /// Lets a row wait for the list.
    mutating func settle(_ row: Row, at now: Instant) {
        rows[row.attempt.tag] = row
        listings[row.attempt.invitation.organization]?.settlement.await(
            row.attempt.tag, row.attempt.invitation, began: row.uncertainSince, isResumed: row.isResumed,
            mayBeOurs: row.perhapsInvited, ended: now)
    }

    /// Takes the answer to a request for a page.
    mutating func listEnded(_ organization: String, _ answer: Answer, _ page: InvitationPage?, at now: Instant) {
        guard var listing = listings[organization] else { return }
        listing.request = nil
        let wasReading = listing.access == .reading
        var settled: [(Settlement.Case, Settlement.Finding)] = []
        if let page {
            listing.failures = 0
            settled = listing.settlement.take(page, at: now)
            if listing.access == .reading, listing.settlement.hasSnapshot { listing.access = .allowed }
        } else {
            settled = listFailed(&listing, answer, at: now)
        }
        listings[organization] = listing
        if wasReading, listing.access != .reading {
            snapshots.append((organization, listing.settlement.snapshotCount, answer.reason))
        }
        if listing.access != .reading { releaseHeld(organization, at: now) }
        for (waiting, finding) in settled { take(finding, for: waiting.tag, at: now) }
    }

    /// What follows from a page that did not come.
    private mutating func listFailed(
        _ listing: inout Listing, _ answer: Answer, at now: Instant
    ) -> [(Settlement.Case, Settlement.Finding)] {
        switch answer.attemptClass {
        case .credentials, .wholeRun:
            return []
        case .turnedAway:
            listing.again = pause.until ?? now
            return []
        case .unknown where answer.status != nil:
            break
        case .notSent, .unknown, .perhapsProcessed:
            listing.failures += 1
            listing.again = now + policy.retry.wait(afterTries: listing.failures, using: &generator)
            guard listing.failures >= policy.retry.maxAttempts else { return [] }
            if !everReached { stop(endOfWork) }
            // Silence is the breaker's matter; a server that answers, but not with its list, is asked later.
            guard answer.status != nil else { return [] }
        case .invited where !answer.isWhole:
            // A page that was cut: nothing is wrong but the line.
            listing.failures += 1
            listing.again = now + policy.retry.wait(afterTries: listing.failures, using: &generator)
            guard listing.failures >= policy.retry.maxAttempts else { return [] }
        case .invited, .alreadyInvited, .alreadyMember, .conflict, .refused, .notFound:
            // An answer that is no page: the list cannot be read, or this is none.
            break
        }
        listing.failures = 0
        listing.again = nil
        if answer.attemptClass == .unknown, let status = answer.status, status < 300 {
            stop(.wholeRun("\(answer.reason ?? "no list"); check the API URL"))
            return []
        }
        if listing.access == .reading {
            // Only a clear no lets rows go without the list. One that fails today may be read when it is needed.
            let isNo = answer.isWhole && answer.status.map { $0 < 500 && $0 != 408 } ?? false
            listing.access = isNo ? .denied(answer.reason ?? "HTTP \(answer.status ?? 0)") : .allowed
        }
        return listing.settlement.failed(at: now)
    }

    private mutating func releaseHeld(_ organization: String, at now: Instant) {
        let held = listings[organization]?.held ?? []
        listings[organization]?.held = []
        for tag in held { release(tag, at: now) }
    }

    /// What the list says about a row.
    private mutating func take(_ finding: Settlement.Finding, for tag: Int, at now: Instant) {
        guard var row = rows.removeValue(forKey: tag) else { return }
        switch finding {
        case .ours(let id, let expiresAt):
            lastProgress = now
            let words = "found in the server's list after an attempt without a clear answer"
            let answer = Answer(settledAs: .invited, reason: words, id: id, expiresAt: expiresAt)
            listings[row.attempt.invitation.organization]?.settlement.note(created: id)
            conclude(row, answer, .invited)
        case .someoneElses(let id):
            let words = "the server's list has an invitation \(id) that does not look like this attempt's"
            conclude(row, Answer(settledAs: .alreadyInvited, reason: words), .alreadyInvited)
        case .member:
            conclude(row, Answer(settledAs: .alreadyMember, reason: "an invitation was accepted"), .alreadyMember)
        case .absent where row.refusal != nil, .unknown where row.refusal != nil && !row.perhapsInvited:
            guard let refusal = row.refusal else { return }
            conclude(row, refusal, .refused)
        case .unknown:
            conclude(row, Answer(settledAs: .unknown, reason: "the server's list never became consistent"), .unknown)
        case .absent:
            row.perhapsInvited = false
            row.uncertainSince = nil
            row.isResumed = false
            let answer = Answer(settledAs: .notFound, reason: "not in the server's list")
            let mayRetry = row.troubles < policy.retry.maxAttempts && policy.retry.serverErrors != .never
            guard mayRetry else { return giveUp(row, answer) }
            queue(row, answer, at: now)
        }
    }
}
