import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// MARK: - What goes into the journal

extension SendRun {
    /// Writes down durably that these attempts are about to start.
    ///
    /// - Returns: The attempts that may start: all of them, or none.
    func secured(_ batch: [Attempt]) -> [Attempt] {
        do throws(RunError) {
            let serverTime = sender.serverTime(at: wire.now)?.timestamp
            try journal.append(batch.map { .intent(.init($0, at: timestamp(), serverTime: serverTime)) })
            if sync == .always || lastSync.map({ wire.now - $0 >= .seconds(1) }) ?? true {
                try journal.sync()
                lastSync = wire.now
            }
            return batch
        } catch {
            fail(error)
            for attempt in batch { sender.withdraw(attempt) }
            // Their intents may stand in the file all the same; then it had better say that they never left.
            let written = batch.filter { journal.state[$0.invitation.key]?.attempts == $0.number }
            write(written.map { .answer(JournalLine.Ended(neverLeft: $0, at: timestamp())) })
            return []
        }
    }

    /// Adds lines; what cannot be written down is not known to the next run, so the run stops.
    @discardableResult
    private func write(_ lines: [JournalLine]) -> Bool {
        guard !lines.isEmpty else { return true }
        do throws(RunError) {
            try journal.append(lines)
            return true
        } catch {
            fail(error)
            return false
        }
    }

    private func fail(_ error: RunError) {
        failure = failure ?? error
        sender.stop(.cannotWrite(error.message))
    }

    func writeSnapshots() {
        let serverTime = sender.serverTime(at: wire.now)?.timestamp
        write(
            sender.snapshots.map { snapshot in
                .snapshot(
                    .init(
                        organization: snapshot.organization, invitations: snapshot.count,
                        reason: snapshot.count == nil ? snapshot.reason : nil, at: timestamp(), serverTime: serverTime))
            })
        sender.snapshots = []
    }

    func writeVerdicts() {
        let verdicts = sender.takeVerdicts()
        guard !verdicts.isEmpty else { return }
        let now = timestamp()
        let isWritten = write(
            verdicts.map { verdict in
                let sent = sentAt[verdict.attempt.tag] ?? ""
                let ended = JournalLine.Ended(verdict, sentAt: sent, at: now)
                guard let outcome = verdict.outcome else { return .answer(ended) }
                sentAt[verdict.attempt.tag] = nil
                return .outcome(ended, outcome)
            })
        guard isWritten else { return }
        for verdict in verdicts { if let outcome = verdict.outcome { progress.outcomes[outcome, default: 0] += 1 } }
    }
}

extension JournalLine.Intent {
    fileprivate init(_ attempt: Attempt, at time: String, serverTime: String?) {
        self.init(
            key: attempt.invitation.key.text, attempt: attempt.number, digest: JournalState.digest(of: attempt.body),
            at: time, serverTime: serverTime)
    }
}

extension JournalLine.Ended {
    fileprivate init(_ verdict: Verdict, sentAt: String, at time: String) {
        self.init(
            key: verdict.attempt.invitation.key.text, attempt: verdict.attempt.number,
            attemptClass: verdict.answer.attemptClass, status: verdict.answer.status, reason: verdict.reason,
            invitationID: verdict.answer.invitationID, expiresAt: verdict.answer.expiresAt,
            requestID: verdict.answer.requestID, sentAt: sentAt, at: time)
    }
}

extension JournalLine.Ended {
    /// The end of an attempt that was withdrawn before it left.
    fileprivate init(neverLeft attempt: Attempt, at time: String) {
        self.init(
            key: attempt.invitation.key.text, attempt: attempt.number, attemptClass: .notSent,
            reason: "the journal could not be made durable, so this attempt never left", sentAt: "", at: time)
    }
}
