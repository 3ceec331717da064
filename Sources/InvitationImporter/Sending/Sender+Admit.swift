public import CurlMulti
import HeapModule

// MARK: - Rows that come in

extension Sender {
    /// Takes the next invitation of the plan. It is handed out by a ``next(at:)`` that follows.
    ///
    /// - Parameters:
    ///   - invitation: Whom to invite.
    ///   - task: What is asked for. A revocation needs no list, and has no ``Doubt``.
    ///   - earlierAttempts: How often it was tried by earlier runs.
    ///   - settle: For a row whose outcome an earlier run left unknown: how to find out before it may be sent.
    /// - Returns: The tag of all attempts for this row.
    public mutating func admit(
        _ invitation: Invitation, _ operation: Attempt.Operation, earlierAttempts: Int = 0, settle: Doubt? = nil,
        at now: Instant
    ) -> Int {
        let tag = newTag()
        var row = Row(attempt: Attempt(tag: tag, invitation: invitation, operation: operation, number: earlierAttempts))
        row.doubt = settle
        row.perhapsInvited = settle != nil
        row.uncertainSince = settle?.since
        let organization = invitation.organization
        guard closed[organization] == nil else {
            untouched += 1
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

    /// Makes sure that an organization's lists are read.
    mutating func openListing(of organization: String, at now: Instant) {
        guard listings[organization] == nil else { return }
        var listing = OrganizationLists(organization, delay: policy.retry.settleDelay, at: now)
        listing.settlement.wanted = wanted
        for id in createdEarlier[organization] ?? [] { listing.settlement.note(created: id, at: now) }
        listings[organization] = listing
        if !policy.readsLists { listings[organization]?.access = .denied("not asked for") }
    }

    /// Lets a row go its way once it is known whether the list can be read.
    mutating func release(_ tag: Int, at now: Instant) {
        guard let row = rows[tag] else { return }
        let listing = listings[row.attempt.invitation.organization]
        let presence = listing?.settlement.presence(row.attempt.invitation.key)
        guard let end = row.doubt else {
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
            untouched += 1
        }
    }

    private mutating func wasThere(_ row: Row, _ attemptClass: AttemptClass, _ words: String) {
        rows[row.attempt.tag] = nil
        let outcome: Outcome = attemptClass == .alreadyMember ? .alreadyMember : .alreadyInvited
        conclude(row, ServerReply(settledAs: attemptClass, reason: words), outcome)
    }
}
