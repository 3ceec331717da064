// MARK: - Beginning and ending a command that sends

extension JournalFile {
    /// Records durably that a command is about to send.
    ///
    /// - Throws: ``RunError``, which also says that nothing was sent.
    func beginSending(_ header: JournalHeader) throws(RunError) {
        do throws(RunError) {
            try begin(header)
        } catch {
            throw RunError(error.kind, error.message + " Nothing was sent.")
        }
    }

    /// Records durably how a command ended, with everything before it.
    ///
    /// - Parameters:
    ///   - ending: Why it ended.
    ///   - requests: The number of requests of this start.
    ///   - elapsed: The time since its first request could go out.
    ///   - command: The command; `nil` if it invited people, like an import.
    ///   - leftForLater: Whether invitations were left for later on purpose; default false.
    ///   - time: The current time.
    /// - Returns: Why it ended; ``StopReason/cannotWrite(_:)`` if even that could not be written.
    func endSending(
        _ ending: StopReason, requests: Int, elapsed: Duration, command: String? = nil,
        leftForLater: Bool = false, at time: String
    ) -> StopReason {
        let end = JournalLine.Stop(
            code: ending.code, reason: ending.detail, requests: requests,
            milliseconds: Int(elapsed / .milliseconds(1)), at: time, command: command,
            leftForLater: leftForLater)
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
