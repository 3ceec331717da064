public import CurlMulti

// MARK: - Revoking

extension FollowUp {
    /// What revoking would do. Call it after ``preflight(_:)``.
    ///
    /// - Parameters:
    ///   - includesSettled: Whether to revoke invitations that only the server's list showed to be ours.
    ///   - chosen: The people whose invitations may be revoked.
    public func revocationPlan(
        includesSettled: Bool = false, of chosen: ChosenPeople = .everybody
    ) throws -> RevocationPlan {
        var plan = RevocationPlan(includesSettled: includesSettled, chosen)
        try invitations { invitation, status in
            let earlier = journal.state.revocation(of: invitation.key)
            plan.add(invitation, plan.step(for: invitation, status, earlier))
        }
        return plan
    }

    /// Revokes what a plan says, at the pace and with the token of the session that read the lists.
    ///
    /// - Returns: Why it ended.
    /// - Throws: ``RunError`` if nothing was sent because the journal cannot be written.
    public func revoke(_ plan: RevocationPlan, _ session: ServerSession<some Transport>) throws -> StopReason {
        guard snapshot != nil else { return .complete }
        try begin(["command": "revoke"])
        try settle(plan)
        let reason = try act(session, RevocationQueue(journal, plan, statuses), total: plan.count)
        // An invitation that a reply called gone was in the list before. The list has the last word.
        if acted.revocations[.gone, default: 0] > 0, reason == .complete { try preflightAgain(session) }
        return end(reason, "revoke")
    }

    /// Records what the lists say about earlier attempts with an unclear outcome.
    private func settle(_ plan: RevocationPlan) throws {
        var lines: [JournalLine] = []
        try invitations { invitation, status in
            let earlier = journal.state.revocation(of: invitation.key)
            guard case .settle(let id) = plan.step(for: invitation, status, earlier) else { return }
            let ended = JournalLine.Ended(
                key: invitation.key.text, attempt: earlier?.attempts ?? 0, result: .revoked,
                reason: "not in the server's list any more after an attempt without a clear answer", invitationID: id,
                sentAt: "", at: wallClock().timestamp)
            lines.append(.revocation(ended, .revoked))
        }
        try journal.append(lines)
    }

    /// Writes `revoked.csv`, and the run's own reports again, which say who was revoked.
    ///
    /// - Parameters:
    ///   - plan: What was to be done.
    ///   - ending: How that ended; `complete` if there was nothing to send.
    public func report(_ plan: RevocationPlan, _ ending: StopReason) throws -> RevocationSummary {
        var summary = RevocationSummary(ending, requests: requests, elapsed: elapsed)
        let file = try RevokedFile(directory)
        try invitations { invitation, status in
            let earlier = journal.state.revocation(of: invitation.key)
            let (outcome, reason) = plan.result(for: invitation, status, earlier)
            let details = try journal.revocationDetails(invitation.key)
            summary.add(outcome)
            try file.write(invitation, outcome, reason ?? details?.reason, earlier, details)
        }
        try file.commit()
        _ = try StoredRun(directory).write(journal, at: wallClock())
        return summary
    }
}
