public import CurlMulti

// MARK: - Reinviting

extension FollowUp {
    /// The people who would be reinvited. Call it after ``preflight(_:)``.
    ///
    /// - Parameter chosen: The people who may be reinvited.
    /// - Throws: ``RunError`` if the plan of the run cannot be read.
    public func reinvitePlan(
        _ reason: ReinvitePlan.Reason = .expired, of chosen: ChosenPeople = .everybody
    ) throws -> ReinvitePlan {
        try ReinvitePlan(self, reason, chosen)
    }

    /// Reinvites the people of a plan, each once.
    ///
    /// The lists that were read are the snapshot. A person who has a pending invitation from elsewhere, or is a member,
    /// gets none. The journal records each attempt as usual.
    ///
    /// - Returns: Why it ended.
    /// - Throws: ``RunError`` if nothing was sent because the journal cannot be written or the plan cannot be read.
    public func reinvite(
        _ plan: ReinvitePlan, _ session: ServerSession<some Transport>, first: Int? = nil
    ) throws -> StopReason {
        guard snapshot != nil else { return .complete }
        let policy = session.sender.policy
        try begin([
            "again": plan.reason.rawValue, "retry-5xx": policy.retry.serverErrors.rawValue,
            "resend-unknown": "\(policy.resendsUnknown)",
        ])
        let queue = ReinviteQueue(try planned(), plan.expired, first: first, chosen: plan.chosen)
        return end(try act(session, queue, total: min(first ?? plan.count, plan.count)), nil)
    }

    /// Writes the run's reports again.
    ///
    /// - Parameter reason: How reinviting ended; `complete` if there was nothing to send.
    /// - Returns: The numbers, also in the form of `summary.json`.
    public func report(_ reason: StopReason) throws -> (RunSummary, JSONValue) {
        // Other rows are left for an import.
        let summary = RunSummary(ending: reason, requests: requests, elapsed: elapsed, leftForLater: true)
        return try StoredRun(directory).write(journal, summary, at: wallClock())
    }
}
