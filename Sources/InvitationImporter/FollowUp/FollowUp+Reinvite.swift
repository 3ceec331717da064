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
        let options = [
            "again": plan.reason.rawValue, "retry-5xx": policy.retry.serverErrors.rawValue,
            "resend-unknown": "\(policy.resendsUnknown)",
        ]
        var left = first ?? plan.count
        return try act(session, options, nil) { run in
            guard left > 0, let people = plan.people[run.directory.path], !people.isEmpty else { return nil }
            let total = min(left, people.count)
            left -= total
            return (ReinviteQueue(try run.planned(), people, first: total), total)
        }
    }

    /// Writes the runs' reports again.
    ///
    /// - Parameter reason: How reinviting ended; `complete` if there was nothing to send.
    /// - Returns: The numbers of all runs together, and their `summary.json`: that of one run, or all in a list `runs`.
    public func report(_ reason: StopReason) throws -> (RunSummary, JSONValue) {
        // What was read for all of them counts for the first. Other rows are left for an import.
        let rest = requests - runs.reduce(0) { $0 + $1.acted.requests }
        let restTime = runs.reduce(elapsed) { $0 - $1.acted.elapsed }
        var all = RunSummary(ending: reason, leftForLater: true)
        var objects: [JSONValue] = []
        for (number, run) in runs.enumerated() {
            var own = RunSummary(
                ending: reason, requests: run.acted.requests + (number == 0 ? rest : 0),
                elapsed: run.acted.elapsed + (number == 0 ? restTime : .zero), leftForLater: true)
            own.begunAt = begunAt
            let (summary, json) = try StoredRun(run.directory).write(run.journal, own, at: wallClock())
            all.add(summary)
            objects.append(json)
        }
        return (all, runs.count == 1 ? objects[0] : .object(["runs": .array(objects)]))
    }
}
