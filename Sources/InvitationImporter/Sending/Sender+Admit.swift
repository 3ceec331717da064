public import CurlMulti

// MARK: - Rows that come in

extension Sender {
    /// Takes the next invitation of the plan. A later ``next(at:)`` hands it out.
    ///
    /// - Parameters:
    ///   - invitation: The invitation.
    ///   - operation: What is asked for. A revocation needs no list.
    ///   - earlierAttempts: How many attempts earlier starts made.
    ///   - absences: How often the list proved to earlier starts that they had made nothing.
    ///   - earlier: The doubt that an earlier start left; `nil` for none.
    ///   - isThere: Whether the plan says that the person is there already. Whoever is, is not mailed.
    /// - Returns: The tag of all attempts for this row.
    public mutating func admit(
        _ invitation: Invitation, _ operation: Attempt.Operation, earlierAttempts: Int = 0,
        absences: Int = 0, earlier: EarlierDoubt? = nil, isThere: Bool = false, at now: Instant
    ) -> Int {
        let doubt = earlier?.doubt ?? Doubt(absences: absences)
        var row = rows.newRow(invitation, operation, attempts: earlierAttempts, doubt, earlier)
        row.isThere = isThere
        if refusals.isClosed(row.organization) {
            rows.leave(row.tag)
        } else if row.attempt.isRevocation {
            rows.queue(row, at: .origin)
        } else {
            rows.keep(row)
            lists.open(row.organization, at: now)
            if lists.isReading(row.organization) {
                lists.hold(row.tag, for: row.organization)
            } else {
                release(row.tag, at: now)
            }
        }
        return row.tag
    }

    /// Lets a row go on when it is known whether the list can be read.
    mutating func release(_ tag: Int, at now: Instant) {
        guard let row = rows[tag] else { return }
        let presence = lists.presence(row.attempt.invitation.key)
        guard row.doubt.mayExist else {
            if let presence { return wasThere(row, presence) }
            if row.isThere { return wasInvitedBeside(row) }
            return rows.queue(row, at: .origin)
        }
        CoverageMark.doubtResumed.pass()
        let canRead = lists.canRead(row.organization)
        // An earlier attempt may have put the person into the list, so the list is asked in any case.
        if canRead, presence != nil { return settle(row, at: now) }
        switch row.doubt.step(canReadList: canRead, policy.retry, resendsUnknown: policy.resendsUnknown) {
        case .send: rows.queue(row, at: .origin)
        case .settle: settle(row, at: now)
        // There is no news, so nothing is written.
        case .giveUp:
            CoverageMark.doubtLeft.pass()
            rows.leave(tag)
        }
    }

    private mutating func wasInvitedBeside(_ row: AttemptRows.Row) {
        _ = rows.take(row.tag)
        let words =
            "another import beside this one has invited them within the last hour, and the server's list does not show "
            + "it; after that hour, the list alone decides"
        conclude(row, AttemptReply(settledAs: .alreadyInvited, reason: words), .alreadyInvited)
    }

    private mutating func wasThere(_ row: AttemptRows.Row, _ presence: ServerSnapshot.Presence) {
        _ = rows.take(row.tag)
        if presence.isMember {
            let reply = AttemptReply(settledAs: .alreadyMember, reason: "the person was a member before this run")
            return conclude(row, reply, .alreadyMember)
        }
        let state = presence.word.map {
            " in a state that this program does not know (\(Printable.escape($0, limit: 60)))"
        }
        let words = "an invitation\(state ?? "") was there before this run"
        conclude(row, AttemptReply(settledAs: .alreadyInvited, reason: words), .alreadyInvited)
    }
}
