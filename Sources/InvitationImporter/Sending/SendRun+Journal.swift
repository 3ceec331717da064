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
            try journal.append(batch.map { JournalLine(beginning: $0, at: timestamp(), serverTime: serverTime) })
            if sync == .always || lastSync.map({ wire.now - $0 >= .seconds(1) }) ?? true {
                try journal.sync()
                lastSync = wire.now
            }
            return batch
        } catch {
            fail(error)
            for attempt in batch { sender.withdraw(attempt) }
            // Their intents may stand in the file all the same; then it had better say that they never left.
            write(batch.filter(journal.state.hasBegun).map { JournalLine(neverLeft: $0, at: timestamp()) })
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
                if verdict.isLast { sentAt[verdict.attempt.tag] = nil }
                return JournalLine(verdict, sentAt: sent, at: now)
            })
        guard isWritten else { return }
        for verdict in verdicts {
            if let outcome = verdict.outcome { progress.outcomes[outcome, default: 0] += 1 }
            if let outcome = verdict.revocation { progress.revocations[outcome, default: 0] += 1 }
        }
    }
}
