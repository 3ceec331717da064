// MARK: - What goes into the journal

extension FollowUp {
    /// Writes down durably that a command begins to act on the run.
    ///
    /// Like an import's, this header says in which format the following lines are.
    func begin(_ options: [String: String]) throws(RunError) {
        var header = JournalHeader(
            tool: ImportRun.version, organization: organization, origin: origin, createdAt: wallClock().timestamp)
        header.options = options
        do throws(RunError) {
            try journal.begin(header)
        } catch {
            throw RunError(error.kind, error.message + " Nothing was sent.")
        }
    }

    /// Writes down how it ended, durably with everything before it.
    ///
    /// - Parameter command: The command; `nil` if it invited people, as an import does.
    func end(_ ending: Ending, _ command: String?) -> Ending {
        let end = JournalLine.End(
            word: ending.word, reason: ending.details, requests: requests,
            milliseconds: Int(elapsed / .milliseconds(1)), at: wallClock().timestamp, command: command)
        do throws(RunError) {
            try journal.append([.end(end)])
            if case .cannotWrite = ending { return ending }
            try journal.sync()
            return ending
        } catch {
            if case .cannotWrite = ending { return ending }
            return .cannotWrite(error.message)
        }
    }
}
