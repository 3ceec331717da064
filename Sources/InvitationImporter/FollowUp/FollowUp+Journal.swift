// MARK: - What goes into the journal

extension FollowUp {
    /// Writes down durably that a command begins to act on the run.
    ///
    /// Like an import's, this header says in which format the following lines are.
    func begin(_ options: [String: String]) throws(RunError) {
        var header = JournalHeader(
            tool: ToolVersion.current, organization: organization, origin: origin, createdAt: wallClock().timestamp)
        header.options = options
        try journal.beginSending(header)
    }

    /// Writes down how it ended, durably with everything before it.
    ///
    /// - Parameter command: The command; `nil` if it invited people, as an import does.
    func end(_ ending: StopReason, _ command: String?) -> StopReason {
        journal.endSending(
            ending, requests: requests, elapsed: elapsed, command: command, at: wallClock().timestamp)
    }
}
