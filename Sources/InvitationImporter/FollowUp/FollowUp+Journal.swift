// MARK: - Writing the journal

extension FollowUp {
    /// Records durably that a command begins to act on the run.
    ///
    /// This header states the format of the following lines, like an import's.
    func begin(_ options: [String: String]) throws(RunError) {
        var header = JournalHeader(
            tool: ToolVersion.current, organization: organization, origin: origin,
            shard: journal.state.header?.shard ?? .whole, createdAt: wallClock().timestamp)
        header.options = options
        try journal.beginSending(header)
    }

    /// Records durably how the command ended, with everything before it.
    ///
    /// - Parameter command: The command; `nil` if it invited people, like an import.
    func end(_ ending: StopReason, _ command: String?) -> StopReason {
        journal.endSending(
            ending, requests: requests, elapsed: elapsed, command: command, at: wallClock().timestamp)
    }
}
