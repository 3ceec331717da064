// MARK: - The beginning and the end of a command that sends

extension JournalFile {
    /// Writes down durably that a command is about to send.
    ///
    /// - Throws: ``RunError`` that says as well that nothing was sent.
    func beginSending(_ header: JournalHeader) throws(RunError) {
        do throws(RunError) {
            try begin(header)
        } catch {
            throw RunError(error.kind, error.message + " Nothing was sent.")
        }
    }

    /// Writes down how a command ended, durably with everything before it.
    ///
    /// - Parameters:
    ///   - ending: Why it ended.
    ///   - requests: The requests of this start.
    ///   - elapsed: Since its first request could go out.
    ///   - command: The command; `nil` if it invited people, as an import does.
    ///   - time: When.
    /// - Returns: Why it ended; ``StopReason/cannotWrite(_:)`` if not even that could be written.
    func endSending(
        _ ending: StopReason, requests: Int, elapsed: Duration, command: String? = nil, at time: String
    ) -> StopReason {
        let end = JournalLine.Stop(
            code: ending.code, reason: ending.detail, requests: requests,
            milliseconds: Int(elapsed / .milliseconds(1)), at: time, command: command)
        do throws(RunError) {
            try append([.end(end)])
            if case .cannotWrite = ending { return ending }
            try sync()
            return ending
        } catch {
            if case .cannotWrite = ending { return ending }
            return .cannotWrite(error.message)
        }
    }
}
