public import CurlMulti

// MARK: - The server's lists

extension Sender {
    /// Reads the server's roles, groups and organizations, and the invitations and members of these organizations, all
    /// at the same time. Settling compares with the same invitations and members, so they are read only once.
    ///
    /// - Parameter people: The people to remember. Nobody else is.
    public mutating func beginPreflight(_ organizations: [String], for people: Set<KeyHash>, at now: Instant) {
        lists.beginPreflight(organizations, for: people, at: now)
    }

    /// Reads the invitations of these organizations, even if they were read before. Reads the members too, if the list
    /// of members is known to be theirs.
    ///
    /// - Parameter people: The people to remember. Nobody else is.
    public mutating func beginReading(
        invitationsOf organizations: [String], for people: Set<KeyHash>, at now: Instant
    ) {
        // The time that a person took to answer does not count as time without success.
        gate.begin(at: now, again: true)
        lists.beginReading(organizations, for: people, at: now)
    }

    /// Takes the reply to a request for a page.
    ///
    /// - Parameter page: The page; `nil` if the reply has none.
    public mutating func ended(_ request: ListRequest, _ reply: ServerReply, page: ListPage?, at now: Instant) {
        clock.learn(reply.serverTime, at: now)
        gate.ended()
        let (generation, isPreflight) = (lists.generation(of: request), lists.isPreflight(request))
        let mayBeOfList =
            reply.kind == .credentials && reply.mayForbidList && request.pageToken == nil && isPreflight
            && generation.map(credentials.isOnlyOne) ?? false
        learn(
            reply.kind, reply, startedAt: now, generation: mayBeOfList ? nil : generation, isPreflight: isPreflight,
            at: now)
        let moment = PageFetch.Moment(
            now: now, pauseEnds: gate.pausedUntil, unreachable: gate.unreachable, isOnlyToken: mayBeOfList)
        let effect = lists.ended(request, reply, page, moment, using: &generator)
        if let reason = effect.stop { stop(reason) }
        // A token that no list took is refused. One that some took may not read the others.
        if mayBeOfList { refusedByList = reply.reason ?? "401" }
        if isPreflight, !lists.isReading, let words = refusedByList, !credentials.isAccepted {
            stop(.credentialsRefused(words))
        }
        for tag in effect.released { release(tag, at: now) }
        for (waiting, result) in effect.settled { take(result, for: waiting.tag, at: now) }
        gate.follow(reply, using: &generator, at: now)
    }

    /// Lets a row wait until the list decides about it.
    mutating func settle(_ row: AttemptRows.Row, at now: Instant) {
        rows.keep(row)
        lists.settle(
            row.tag, row.attempt.invitation, row.doubt, earlier: row.earlier, answered: row.refusal?.answeredID, at: now
        )
    }

    /// Takes what the list says about a row.
    private mutating func take(_ result: Settlement.Result, for tag: Int, at now: Instant) {
        guard let row = rows.take(tag) else { return }
        switch result {
        case .ours(let id, let expiresAt, let address):
            gate.found(explainsAnswer: row.doubt.cause == .notUnderstood, at: now)
            endStreak(of: row, isSuccess: true)
            // It was made long before it was found, so that finding it again soon proves nothing about the list.
            if id.isEmpty {
                lists.note(invited: row.attempt.invitation.key)
            } else {
                lists.note(created: id, isNew: false, in: row.organization, at: now)
            }
            conclude(
                row,
                AttemptReply(
                    settledAs: .invited, reason: found(row, as: address), id: id.isEmpty ? nil : id,
                    expiresAt: expiresAt),
                .invited)
        case .someoneElses(let id, let word):
            endStreak(of: row, isSuccess: true)
            let state = word.map { " in a state that this program does not know (\(Printable.escape($0, limit: 60)))" }
            let name = id.isEmpty ? "" : " \(id)"
            let words =
                "the server's list has an invitation\(name)\(state ?? "") that does not look like this attempt's"
            conclude(row, AttemptReply(settledAs: .alreadyInvited, reason: words), .alreadyInvited)
        case .member:
            endStreak(of: row, isSuccess: true)
            let words = "a member, or an invitation was accepted"
            conclude(row, AttemptReply(settledAs: .alreadyMember, reason: words), .alreadyMember)
        case .unknown where row.refusal != nil && !row.doubt.mayBeOurs, .absent where row.refusal != nil:
            if let refusal = row.refusal { refusedForCertain(row, refusal, at: now) }
        case .unknown(let words):
            conclude(row, AttemptReply(settledAs: .unknown, reason: words), .unknown)
        case .absent: absent(row, at: now)
        }
    }

    /// - Parameter address: The address in the list, if it is another one.
    private func found(_ row: AttemptRows.Row, as address: String?) -> String {
        let place = address.map { " as \(Printable.escape($0, limit: 100))" } ?? ""
        let words = "found in the server's list\(place) after an attempt without a clear answer"
        return row.refusal?.reason.map { "\(words): \($0)" } ?? words
    }

    /// An attempt created nothing, so the row may be tried again.
    private mutating func absent(_ row: AttemptRows.Row, at now: Instant) {
        CoverageMark.absenceProved.pass()
        var row = row
        row.doubt.end(.notFound)
        row.earlier = nil
        let answer = AttemptReply(settledAs: .notFound, reason: "not in the server's list")
        let mayRetry = row.troubles < policy.retry.maxAttempts && policy.retry.serverErrors != .never
        guard mayRetry else { return giveUp(row, answer) }
        queue(row, answer, at: now)
    }
}
