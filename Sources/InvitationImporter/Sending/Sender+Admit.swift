public import CurlMulti

// MARK: - Rows that come in

extension Sender {
    /// Takes the next invitation of the plan. It is handed out by a ``next(at:)`` that follows.
    ///
    /// - Parameters:
    ///   - invitation: Whom to invite.
    ///   - operation: What is asked for. A revocation needs no list, and has no ``Doubt``.
    ///   - earlierAttempts: How often it was tried by earlier runs.
    ///   - settle: For a row whose outcome an earlier run left unknown: how to find out before it may be sent.
    /// - Returns: The tag of all attempts for this row.
    public mutating func admit(
        _ invitation: Invitation, _ operation: Attempt.Operation, earlierAttempts: Int = 0, settle: Doubt? = nil,
        at now: Instant
    ) -> Int {
        let row = rows.newRow(invitation, operation, attempts: earlierAttempts, settle)
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

    /// Lets a row go its way once it is known whether the list can be read.
    mutating func release(_ tag: Int, at now: Instant) {
        guard let row = rows[tag] else { return }
        let presence = lists.presence(row.attempt.invitation.key)
        guard let doubt = row.doubt else {
            switch presence?.isMember {
            case nil: rows.queue(row, at: .origin)
            case false: wasThere(row, .alreadyInvited, "a pending invitation was there before this run")
            case true: wasThere(row, .alreadyMember, "the person was a member before this run")
            }
            return
        }
        // Who is in the list may be there by our own earlier attempt, so the list is asked in any case.
        if lists.canRead(row.organization), doubt.isLookedUpFirst || presence != nil {
            settle(row, at: now)
        } else if doubt.mayResend {
            rows.queue(row, at: .origin)
        } else {
            // Nothing new is known, so nothing new is written.
            rows.leave(tag)
        }
    }

    private mutating func wasThere(_ row: AttemptRows.Row, _ result: AttemptResult, _ words: String) {
        _ = rows.take(row.tag)
        let outcome: Outcome = result == .alreadyMember ? .alreadyMember : .alreadyInvited
        conclude(row, AttemptReply(settledAs: result, reason: words), outcome)
    }
}
