import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// MARK: - What goes into the journal

extension SendLoop {
    /// Writes the intents of these attempts to the journal durably, unless they were announced ahead.
    ///
    /// - Returns: The attempts that may start: all of them, or none.
    func secured(_ batch: [Attempt]) -> [Attempt] {
        // The journal must have what the list showed before an attempt, before it has the attempt.
        writeSnapshots()
        guard !batch.allSatisfy(announcements.isDurable) else { return batch }
        let fresh = batch.filter { !announcements.isWritten($0) }
        do throws(RunError) {
            let serverTime = sender.serverTime(at: session.wire.now)?.timestamp
            try journal.append(fresh.map { line(beginning: $0, serverTime) })
            if sender.policy.sync == .always || lastSync.map({ session.wire.now - $0 >= .seconds(1) }) ?? true {
                try journal.sync()
                lastSync = session.wire.now
            }
            return batch
        } catch {
            fail(error)
            for attempt in batch { sender.withdraw(attempt) }
            // The file may have their intents all the same. Then it should also say that they were never sent.
            write(fresh.filter(journal.state.hasBegun).map { JournalLine(neverLeft: $0, at: timestamp()) })
            return []
        }
    }

    private func line(beginning attempt: Attempt, _ serverTime: String?) -> JournalLine {
        let before = attempt.isRevocation ? [] : sender.idsBefore(attempt.invitation.key)
        return JournalLine(beginning: attempt, at: timestamp(), serverTime: serverTime, idsBefore: before)
    }

    /// While all slots are busy, writes the intents of the plan's next invitations, and makes them durable on another
    /// thread. A slot that becomes free then need not wait for the disk.
    ///
    /// It announces no more than are needed; see ``Announcements/room(slots:)``. If the process is killed, the next
    /// start counts them as attempts that may have been sent. So it announces only if the server's list can show that
    /// they were not, and never if there are quotas, which would count them.
    func announceAhead() throws {
        let policy = sender.policy
        let room = announcements.room(slots: policy.concurrency)
        do throws(RunError) {
            if announcements.isSyncing, try journal.hasSynced() { announcements.synced() }
            guard policy.sync == .always, policy.quotas.isEmpty, failure == nil, sender.stopReason == nil,
                !announcements.isSyncing, session.wire.freeSlots == 0, ahead.count <= room / 2
            else { return }
        } catch {
            return fail(error)
        }
        let next = try takeAhead(upTo: room)
        guard !next.isEmpty else { return }
        do throws(RunError) {
            try append(next)
            announcements.wrote(next, at: session.wire.now)
            journal.beginSync()
        } catch {
            fail(error)
        }
    }

    /// Takes invitations from the plan before the sender asks for them.
    ///
    /// - Returns: Those that may be announced.
    private func takeAhead(upTo most: Int) throws(RunError) -> [Announcements.Announcement] {
        var found: [Announcements.Announcement] = []
        // One copy for all of them. To ask the session's own would make one for each.
        let sender = sender
        while ahead.count < most, let item = try takeAhead() {
            guard case .invite(let body) = item.operation, item.settle == nil,
                sender.mayAnnounce(item.invitation.key)
            else { break }
            found.append(
                .init(
                    key: item.invitation.key, number: item.attempts + 1, body: body,
                    asked: .init(roles: item.invitation.roles, groups: item.invitation.groups)))
        }
        return found
    }

    private func append(_ next: [Announcements.Announcement]) throws(RunError) {
        let sender = sender
        let (now, serverTime) = (timestamp(), sender.serverTime(at: session.wire.now)?.timestamp)
        try journal.append(
            next.map { announcement in
                .intent(
                    .init(
                        key: announcement.key.text, attempt: announcement.number,
                        digest: JournalState.digest(of: announcement.body), at: now, serverTime: serverTime,
                        asked: announcement.asked, idsBefore: sender.idsBefore(announcement.key)))
            })
    }

    /// Writes that these attempts were never sent, if the file has their intents.
    private func takeBack(_ attempts: [(key: InvitationKey, number: Int)], _ reason: String) {
        let written = attempts.filter { attempt in
            journal.state[attempt.key].map { $0.doubt.isOpen && $0.attempts == attempt.number } ?? false
        }
        write(written.map { .answer(.init(neverLeft: $0.key, $0.number, reason, at: timestamp())) })
    }

    /// Writes that the announced attempts that have not started were never sent.
    func takeBackAnnounced() {
        takeBack(announcements.takeAll(), "the run ended before it")
    }

    /// Adds lines. If a line cannot be written, the next start would not know of it, so the run stops.
    @discardableResult
    func write(_ lines: [JournalLine]) -> Bool {
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
        guard !sender.notes.isEmpty else { return }
        let serverTime = sender.serverTime(at: session.wire.now)?.timestamp
        write(
            sender.takeNotes().map { note in
                .snapshot(
                    .init(
                        organization: note.organization, invitations: note.count,
                        reason: note.count == nil ? note.reason : nil, at: timestamp(), serverTime: serverTime))
            })
    }
}

extension JournalLine.Ended {
    /// The end of an attempt that was announced and never sent.
    fileprivate init(neverLeft key: InvitationKey, _ number: Int, _ reason: String, at time: String) {
        self.init(
            key: key.text, attempt: number, result: .notSent, reason: "it never left: \(reason)", sentAt: "",
            at: time)
    }
}
