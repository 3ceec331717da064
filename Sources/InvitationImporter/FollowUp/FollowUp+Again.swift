public import CurlMulti

// MARK: - Inviting anew

extension FollowUp {
    /// Who would be invited anew, after ``look(over:_:_:_:generator:wakeUp:interruptions:show:)``.
    ///
    /// - Throws: ``RunError`` if the plan of the run cannot be read.
    public func againPlan() throws -> ReinvitePlan { try ReinvitePlan(self) }

    /// Invites those anew whose invitation by this run has expired, each once.
    ///
    /// The lists that were read are also the snapshot: whoever has a pending invitation from elsewhere, or is a member,
    /// gets none. What comes of it is in the journal like any attempt.
    ///
    /// - Returns: Why it ended.
    /// - Throws: ``RunError`` if nothing was sent because the journal cannot be written or the plan not be read.
    public func inviteAgain(
        _ again: ReinvitePlan, over transport: some Transport, _ tokens: TokenSource, _ policy: SendingPolicy,
        resendUnknown: Bool = false, first: Int? = nil, wakeUp: WakeUp? = nil,
        interruptions: () -> [Int32] = { [] }, show: (Progress) -> Void = { _ in }
    ) throws -> StopReason {
        guard let (sender, api) = looked else { return .complete }
        try begin([
            "again": "expired", "retry-5xx": policy.retry.serverErrors.rawValue, "resend-unknown": "\(resendUnknown)",
        ])
        let feed = ReinviteQueue(
            try planned(), again.expired, policy.retry, resendUnknown: resendUnknown, first: first)
        let connection = ServerSession(
            over: transport, api, tokens, goingOn: sender, wakeUp: wakeUp, wallClock: wallClock)
        let run = SendLoop(connection, journal, feed, total: min(first ?? again.count, again.count))
        let ending = try run.run(interruptions: interruptions) { progress in
            note(progress)
            show(progress)
        }
        return end(ending, nil)
    }

    /// Writes the run's reports anew.
    ///
    /// - Parameter ending: How inviting anew ended; `complete` if there was nothing to send.
    /// - Returns: The numbers, and the same as `summary.json` has them.
    public func report(_ ending: StopReason) throws -> (RunSummary, JSONValue) {
        // Rows that are none of this command's business are left for an import.
        let summary = RunSummary(ending: ending, requests: requests, elapsed: elapsed, leftForLater: true)
        return try StoredRun(directory).write(journal, summary)
    }
}
