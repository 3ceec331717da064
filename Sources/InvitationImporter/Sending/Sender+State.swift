import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// MARK: - What those around the sender may ask

extension Sender {
    /// Requests under way.
    var underWay: Int { gate.underWay }

    /// How many rows wait for a list that settles them.
    var unsettled: Int { lists.unsettled }

    /// Whether lists are being read that rows wait for.
    var isReading: Bool { lists.isReading }

    /// What the lists showed before the first attempt.
    var snapshot: ServerSnapshot { lists.snapshot }

    /// Which lists were read or could not be, as far as nobody took the notes.
    var notes: [ServerLists.SnapshotNote] { lists.notes }

    /// Gives out the notes, each once.
    mutating func takeNotes() -> [ServerLists.SnapshotNote] { lists.takeNotes() }

    /// The ids of a person's invitations that the list had before the first attempt.
    func idsBefore(_ key: InvitationKey) -> [String] { lists.idsBefore(key) }

    /// Whether an attempt for a person may be written to the journal before its turn.
    func mayAnnounce(_ key: InvitationKey) -> Bool {
        // A person who is a member or invited already gets no attempt. With an intent, the next start would take the
        // invitation for its own.
        lists.canRead(key.organization) && lists.presence(key) == nil
    }

    /// Whether nothing may start for more than a second, because of a pause or a quota.
    func isLongWait(at now: Instant) -> Bool { gate.isLongWait(at: now) }

    /// How long the quotas hold back so many more invitations.
    func quotaTime(for invitations: Int, wall: Date) -> Duration { gate.quotaTime(for: invitations, wall: wall) }

    /// What is waited for.
    func waits(at now: Instant) -> Progress.Waits {
        var waits = Progress.Waits()
        waits.pause = gate.pausedUntil.flatMap { remaining(until: $0, at: now) }
        waits.quota = gate.quotaWait.map { ($0.quota.words, $0.until - now) }
        waits.pace = gate.paceOpens(at: now).flatMap { remaining(until: $0, at: now) }
        waits.isStopping = stopReason != nil
        if case .interrupted = stopReason { waits.isInterrupted = true }
        waits.isProbing = gate.isProbing
        waits.trouble = gate.isProbing ? gate.lastFailure : lists.trouble
        let probe = gate.nextProbe.flatMap { remaining(until: $0, at: now) }
        let page = lists.nextPage(isLast: isLast, at: now).flatMap { remaining(until: $0, at: now) }
        waits.nextTry = gate.isProbing ? probe : lists.trouble == nil ? nil : page
        waits.nextReading = unsettled > 0 && lists.trouble == nil ? page : nil
        waits.patience = gate.isProbing ? gate.patienceLeft(at: now) : nil
        return waits
    }

    private func remaining(until instant: Instant, at now: Instant) -> Duration? { instant > now ? instant - now : nil }
}
