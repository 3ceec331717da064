// MARK: - Writing the journals

extension FollowUp {
    /// Records durably that a command begins to act on a run.
    ///
    /// This header states the format of the following lines, like an import's.
    func begin(_ run: FollowedRun, _ options: [String: String]) throws(RunError) {
        var header = JournalHeader(
            tool: ToolVersion.current, organization: run.organization, origin: origin, shard: run.shard,
            createdAt: wallClock().timestamp)
        header.options = options
        try run.journal.beginSending(header)
    }

    /// Records durably how the command ended for a run, with everything before it.
    ///
    /// - Parameter command: The command; `nil` if it invited people, like an import.
    func end(_ run: FollowedRun, _ ending: StopReason, _ command: String?) -> StopReason {
        run.journal.endSending(
            ending, requests: run.acted.requests, elapsed: run.acted.elapsed, command: command,
            at: wallClock().timestamp)
    }
}
