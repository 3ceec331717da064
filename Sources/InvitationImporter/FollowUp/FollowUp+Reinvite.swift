public import CurlMulti

// MARK: - Reinviting

extension FollowUp {
    /// Who would be reinvited, after ``look(_:)``.
    ///
    /// - Throws: ``RunError`` if the plan of the run cannot be read.
    public func reinvitePlan(_ reason: ReinvitePlan.Reason = .expired) throws -> ReinvitePlan {
        try ReinvitePlan(self, reason)
    }

    /// Reinvites those whose invitation by this run has expired, each once.
    ///
    /// The lists that were read are also the snapshot: whoever has a pending invitation from elsewhere, or is a member,
    /// gets none. What comes of it is in the journal like any attempt.
    ///
    /// - Returns: Why it ended.
    /// - Throws: ``RunError`` if nothing was sent because the journal cannot be written or the plan not be read.
    public func reinvite(
        _ plan: ReinvitePlan, _ session: ServerSession<some Transport>, first: Int? = nil
    ) throws -> StopReason {
        guard snapshot != nil else { return .complete }
        let policy = session.sender.policy
        try begin([
            "again": plan.reason.rawValue, "retry-5xx": policy.retry.serverErrors.rawValue,
            "resend-unknown": "\(policy.resendsUnknown)",
        ])
        let queue = ReinviteQueue(try planned(), plan.expired, first: first)
        return end(try act(session, queue, total: min(first ?? plan.count, plan.count)), nil)
    }

    /// Writes the run's reports again.
    ///
    /// - Parameter reason: How reinviting ended; `complete` if there was nothing to send.
    /// - Returns: The numbers, and the same as `summary.json` has them.
    public func report(_ reason: StopReason) throws -> (RunSummary, JSONValue) {
        // Rows that are none of this command's business are left for an import.
        let summary = RunSummary(ending: reason, requests: requests, elapsed: elapsed, leftForLater: true)
        return try StoredRun(directory).write(journal, summary, at: wallClock())
    }
}
