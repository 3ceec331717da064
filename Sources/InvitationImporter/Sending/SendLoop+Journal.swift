import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// MARK: - What goes into the journal

extension SendLoop {
    /// Writes down durably that these attempts are about to start, unless that was done ahead.
    ///
    /// - Returns: The attempts that may start: all of them, or none.
    func secured(_ batch: [Attempt]) -> [Attempt] {
        let waiting = batch.filter { announced[$0.invitation.key] != $0.number }
        guard !waiting.isEmpty else { return batch }
        let fresh = waiting.filter { announcing[$0.invitation.key] != $0.number }
        do throws(RunError) {
            let serverTime = sender.serverTime(at: wire.now)?.timestamp
            try journal.append(fresh.map { JournalLine(beginning: $0, at: timestamp(), serverTime: serverTime) })
            if sender.policy.sync == .always || lastSync.map({ wire.now - $0 >= .seconds(1) }) ?? true {
                try journal.sync()
                lastSync = wire.now
            }
            return batch
        } catch {
            fail(error)
            for attempt in batch { sender.withdraw(attempt) }
            // Their intents may stand in the file all the same; then it had better say that they never left.
            write(fresh.filter(journal.state.hasBegun).map { JournalLine(neverLeft: $0, at: timestamp()) })
            return []
        }
    }

    /// Writes down that the next invitations of the plan are about to start, while all slots are busy, and makes that
    /// durable on another thread, so that a slot that gets free need not wait for the disk.
    ///
    /// At most as many as there are slots, and only where the server's list can tell, should we be killed, that they
    /// never left. A quota would count them.
    func announceAhead() throws {
        let policy = sender.policy
        do throws(RunError) {
            if !announcing.isEmpty, try journal.hasSynced() {
                announced.merge(announcing) { $1 }
                announcing = [:]
            }
            guard policy.sync == .always, policy.quotas.isEmpty, failure == nil, sender.ending == nil,
                announcing.isEmpty, wire.freeSlots == 0, ahead.count <= policy.concurrency / 2
            else { return }
        } catch {
            return fail(error)
        }
        let next = try takeAhead(policy.concurrency)
        guard !next.isEmpty else { return }
        do throws(RunError) {
            try append(next)
            for announcement in next { announcing[announcement.key] = announcement.number }
            journal.beginSync()
        } catch {
            fail(error)
        }
    }

    /// Takes invitations from the plan before the sender asks for them.
    ///
    /// - Returns: Those of them that may be announced.
    private func takeAhead(_ most: Int) throws(RunError) -> [Announcement] {
        var announcements: [Announcement] = []
        while ahead.count < most, let item = try feed.next(journal.state) {
            ahead.append(item)
            guard case .invite(let body) = item.operation, item.settle == nil,
                sender.canReadList(of: item.invitation.organization)
            else { break }
            announcements.append(Announcement(key: item.invitation.key, number: item.attempts + 1, body: body))
        }
        return announcements
    }

    private func append(_ announcements: [Announcement]) throws(RunError) {
        let (now, serverTime) = (timestamp(), sender.serverTime(at: wire.now)?.timestamp)
        try journal.append(
            announcements.map { announcement in
                .intent(
                    .init(
                        key: announcement.key.text, attempt: announcement.number,
                        digest: JournalState.digest(of: announcement.body), at: now, serverTime: serverTime))
            })
    }

    /// Writes down that attempts never left whose intents stand in the file all the same.
    private func takeBack(_ attempts: [(key: InvitationKey, number: Int)], _ reason: String) {
        let written = attempts.filter { attempt in
            journal.state[attempt.key].map { $0.isOpen && $0.attempts == attempt.number } ?? false
        }
        write(written.map { .answer(.init(neverLeft: $0.key, $0.number, reason, at: timestamp())) })
    }

    /// Writes down of what was announced and not started that it never left.
    func takeBackAnnounced() {
        let attempts = announced.merging(announcing) { $1 }
        takeBack(attempts.map { ($0.key, $0.value) }, "the run ended before it")
        (announced, announcing) = ([:], [:])
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

    func writeConclusions() {
        let conclusions = sender.takeConclusions()
        guard !conclusions.isEmpty else { return }
        let now = timestamp()
        let isWritten = write(
            conclusions.map { conclusion in
                let sent = sentAt[conclusion.attempt.tag] ?? ""
                if conclusion.isLast { sentAt[conclusion.attempt.tag] = nil }
                return JournalLine(conclusion, sentAt: sent, at: now)
            })
        guard isWritten else { return }
        for conclusion in conclusions {
            if let outcome = conclusion.revocation { progress.revocations[outcome, default: 0] += 1 }
            guard let outcome = conclusion.outcome else { continue }
            progress.outcomes[outcome, default: 0] += 1
            // Who turned out to be there already needs no attempt.
            announced[conclusion.attempt.invitation.key] = nil
            announcing[conclusion.attempt.invitation.key] = nil
        }
    }
}

extension JournalLine.Ended {
    /// The end of an attempt that was announced and never left.
    fileprivate init(neverLeft key: InvitationKey, _ number: Int, _ reason: String, at time: String) {
        self.init(
            key: key.text, attempt: number, attemptClass: .notSent, reason: "it never left: \(reason)", sentAt: "",
            at: time)
    }
}

/// An attempt that the journal is told of before it starts.
private struct Announcement {
    let key: InvitationKey
    let number: Int
    let body: [UInt8]
}
