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
        for run in runs { try steps(of: run, plan) { plan.add($0, $1) } }
        return plan
    }

    /// Goes through the invitations of a run, each with what is done about it.
    private func steps(
        of run: FollowedRun, _ plan: RevocationPlan, _ each: (SentInvitation, RevocationPlan.Step) throws -> Void
    ) throws {
        try invitations(of: run) { invitation, status in
            let earlier = run.journal.state.revocation(of: invitation.key)
            try each(invitation, plan.step(for: invitation, status, earlier))
        }
    }

    /// Revokes what a plan says, at the pace and with the token of the session that read the lists.
    ///
    /// - Returns: Why it ended.
    /// - Throws: ``RunError`` if nothing was sent because a journal cannot be written.
    public func revoke(_ plan: RevocationPlan, _ session: ServerSession<some Transport>) throws -> StopReason {
        guard snapshot != nil else { return .complete }
        let reason = try act(session, ["command": "revoke"], "revoke") { run in
            var own = RevocationPlan(includesSettled: plan.includesSettled)
            try steps(of: run, plan) { own.add($0, $1) }
            return own.count > 0 || own.settles ? (RevocationQueue(run.journal, plan, statuses), own.count) : nil
        } whenBegun: { run in
            try settle(run, plan)
        }
        // An invitation that a reply called gone was in the list before. The list has the last word.
        if revocations[.gone, default: 0] > 0, reason == .complete { try preflightAgain(session) }
        return reason
    }

    /// Records what the lists say about earlier attempts with an unclear outcome.
    private func settle(_ run: FollowedRun, _ plan: RevocationPlan) throws {
        var lines: [JournalLine] = []
        try steps(of: run, plan) { invitation, step in
            guard case .settle(let id) = step else { return }
            let ended = JournalLine.Ended(
                key: invitation.key.text, attempt: run.journal.state.revocation(of: invitation.key)?.attempts ?? 0,
                result: .revoked,
                reason: "not in the server's list any more after an attempt without a clear answer", invitationID: id,
                sentAt: "", at: wallClock().timestamp)
            lines.append(.revocation(ended, .revoked))
        }
        try run.journal.append(lines)
    }

    /// Writes `revoked.csv` of each run, and the runs' own reports again, which say who was revoked.
    ///
    /// - Parameters:
    ///   - plan: What was to be done.
    ///   - ending: How that ended; `complete` if there was nothing to send.
    /// - Returns: The numbers of all runs together.
    public func report(_ plan: RevocationPlan, _ ending: StopReason) throws -> RevocationSummary {
        var summary = RevocationSummary(ending, requests: requests, elapsed: elapsed)
        for run in runs {
            let file = try RevokedFile(run.directory)
            try invitations(of: run) { invitation, status in
                let earlier = run.journal.state.revocation(of: invitation.key)
                let (outcome, reason) = plan.result(for: invitation, status, earlier)
                let details = try run.journal.revocationDetails(invitation.key)
                summary.add(outcome)
                try file.write(invitation, outcome, reason ?? details?.reason, earlier, details)
            }
            try file.commit()
            _ = try StoredRun(run.directory).write(run.journal, at: wallClock())
        }
        return summary
    }
}
