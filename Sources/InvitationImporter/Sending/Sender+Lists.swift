import CurlMulti

// MARK: - Settling rows by the server's list

extension Sender {
    /// Whether an organization's list was read and can be read again.
    func canReadList(of organization: String) -> Bool { listings[organization]?.access == .allowed }

    /// Lets a row wait for the list.
    mutating func settle(_ row: Row, at now: Instant) {
        rows[row.attempt.tag] = row
        listings[row.attempt.invitation.organization]?.settlement.await(
            row.attempt.tag, row.attempt.invitation, began: row.uncertainSince,
            askedEarlier: row.doubt?.asked, isResumed: row.isResumed,
            mayBeOurs: row.perhapsInvited, ended: now)
    }

    /// Takes the answer to a request for a page.
    mutating func listEnded(_ organization: String, _ answer: ServerReply, _ page: ListPage?, at now: Instant) {
        guard var listing = listings[organization] else { return }
        let wasReading = listing.access == .reading
        var settled: [(Settlement.Case, Settlement.Result)] = []
        if let page {
            listing.pages.came()
            listing.settlement.readsMembers = membersAreThose(of: organization)
            settled = listing.settlement.take(page, at: now)
            if listing.access == .reading, !listing.settlement.isSweeping {
                let isWhole = listing.settlement.hasSnapshot
                listing.access = isWhole ? .allowed : .denied("it does not come to an end")
            }
        } else {
            settled = listFailed(&listing, answer, at: now)
        }
        listings[organization] = listing
        if wasReading, listing.access != .reading {
            snapshots.append((organization, listing.settlement.snapshotCount, answer.reason ?? listing.access.reason))
        }
        if listing.access != .reading { releaseHeld(organization, at: now) }
        for (waiting, finding) in settled { take(finding, for: waiting.tag, at: now) }
    }

    /// Whether the list of members is known to be an organization's: its token says so, or the token knows no other one.
    private func membersAreThose(of organization: String) -> Bool {
        if ownOrganizations.contains(organization) { return true }
        let known = catalogues.first { $0.list == .organizations }?.resources ?? []
        return known.count == 1 && (known[0].id == organization || known[0].uid == organization)
    }

    /// How often a page is asked for before the import does without the list, at the beginning.
    static let triesToLookUp = 3

    /// What follows from a page that did not come.
    private mutating func listFailed(
        _ listing: inout OrganizationLists, _ answer: ServerReply, at now: Instant
    ) -> [(Settlement.Case, Settlement.Result)] {
        // Without the invitations somebody may be mailed again, so they are worth a longer wait.
        let tries = listing.access == .reading ? Self.triesToLookUp * 2 : nil
        let failure = listing.pages.failed(
            answer, tries: tries, pauseEnds: pause.until, policy: policy.retry, using: &generator, at: now)
        guard case .over(let isNo) = failure else { return [] }
        if !hasReachedServer { stop(endOfWork) }
        if listing.settlement.list == .members { return withoutMembers(&listing, answer, at: now) }
        if answer.attemptClass == .unknown, let status = answer.status, status < 300 {
            stop(.wholeRun("\(answer.reason ?? "no list"); check the API URL"))
            return []
        }
        if listing.access == .reading {
            // Only a clear no lets rows go without the list. One that fails today may be read when it is needed.
            listing.access = isNo ? .denied(answer.whyNoPage) : .allowed
        } else if isNo {
            // The right was taken away: whoever waits will not be found any more.
            listing.access = .denied(answer.whyNoPage)
            return listing.settlement.giveUp()
        }
        return listing.settlement.failed(at: now)
    }

    /// Takes the answer to a request for a page of a list that is read once.
    mutating func catalogueEnded(_ index: Int, _ answer: ServerReply, _ page: ListPage?, at now: Instant) {
        if let page { return catalogues[index].take(page) }
        let failure = catalogues[index].pages.failed(
            answer, tries: Self.triesToLookUp, pauseEnds: pause.until, policy: policy.retry, using: &generator, at: now)
        guard case .over = failure else { return }
        if !hasReachedServer { stop(endOfWork) }
        catalogues[index].giveUp(answer.whyNoPage)
    }

    /// Goes on without the list of members, which only a part of all tokens may read.
    private func withoutMembers(
        _ listing: inout OrganizationLists, _ answer: ServerReply, at now: Instant
    ) -> [(Settlement.Case, Settlement.Result)] {
        let settled = listing.settlement.doWithoutMembers(because: answer.whyNoPage, at: now)
        if listing.access == .reading, listing.settlement.hasSnapshot { listing.access = .allowed }
        return settled
    }

    private mutating func releaseHeld(_ organization: String, at now: Instant) {
        let held = listings[organization]?.held ?? []
        listings[organization]?.held = []
        for tag in held { release(tag, at: now) }
    }

    /// What the list says about a row.
    private mutating func take(_ finding: Settlement.Result, for tag: Int, at now: Instant) {
        guard var row = rows.removeValue(forKey: tag) else { return }
        switch finding {
        case .ours(let id, let expiresAt):
            lastProgress = now
            let words = "found in the server's list after an attempt without a clear answer"
            let answer = ServerReply(settledAs: .invited, reason: words, id: id, expiresAt: expiresAt)
            listings[row.attempt.invitation.organization]?.settlement.note(created: id, at: now)
            conclude(row, answer, .invited)
        case .someoneElses(let id):
            let words = "the server's list has an invitation \(id) that does not look like this attempt's"
            conclude(row, ServerReply(settledAs: .alreadyInvited, reason: words), .alreadyInvited)
        case .member:
            conclude(row, ServerReply(settledAs: .alreadyMember, reason: "an invitation was accepted"), .alreadyMember)
        case .absent where row.refusal != nil, .unknown where row.refusal != nil && !row.perhapsInvited:
            guard let refusal = row.refusal else { return }
            conclude(row, refusal, .refused)
        case .unknown:
            conclude(
                row, ServerReply(settledAs: .unknown, reason: "the server's list never became consistent"), .unknown)
        case .absent:
            row.perhapsInvited = false
            row.uncertainSince = nil
            row.doubt = nil
            let answer = ServerReply(settledAs: .notFound, reason: "not in the server's list")
            let mayRetry = row.troubles < policy.retry.maxAttempts && policy.retry.serverErrors != .never
            guard mayRetry else { return giveUp(row, answer) }
            queue(row, answer, at: now)
        }
    }
}

extension ServerReply {
    /// Why it brought no page of a list, in words.
    fileprivate var whyNoPage: String {
        if let reason { return reason }
        guard let status else { return "no answer" }
        return status == 200 ? "the answer is no such list" : "HTTP \(status)"
    }
}
