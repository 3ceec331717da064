import CurlMulti
import DequeModule

/// Sends a plan: gives its invitations to the session's ``Sender``, and writes to the journal what happens.
///
/// An extension has the lines of the journal. Belongs to one thread.
final class SendLoop<Wire: Transport>: SessionWork {
    let session: ServerSession<Wire>
    let journal: JournalFile
    private(set) var queue: any WorkQueue
    var lastSync: Instant?
    private var sentAt: [Int: String] = [:]
    /// Invitations taken from the plan before the sender asked for them.
    var ahead: Deque<WorkItem> = []
    /// Attempts whose intents were written before the sender asked for them.
    var announcements = Announcements()
    private let began: Instant
    private var sums: Progress
    /// Why the journal cannot be written any more; `nil` while it can.
    var failure: RunError?

    /// Makes a loop. Nothing is sent yet.
    init(_ session: ServerSession<Wire>, _ journal: JournalFile, _ queue: any WorkQueue, total: Int) {
        self.session = session
        self.journal = journal
        self.queue = queue
        sums = Progress(total: total)
        began = session.wire.now
    }

    var sender: Sender {
        // A getter would copy it for each question.
        _read { yield session.sender }
        _modify { yield &session.sender }
    }

    /// Sends until everything has an outcome or something stops it.
    ///
    /// - Returns: Why it ended. If the journal cannot be written, it starts nothing more, waits for what is under way,
    ///   and returns ``StopReason/cannotWrite(_:)``.
    /// - Throws: ``RunError`` if the plan cannot be read, `TransportFailure` if the transport is broken.
    func run() throws -> StopReason {
        defer { session.close() }
        let reason = try session.run(self) ?? .complete
        return failure.map { .cannotWrite($0.message) } ?? reason
    }

    var isOver: Bool { false }

    var toSend: Int? { sums.total - sums.done }

    var progress: Progress {
        var progress = sums
        progress.before = queue.skipped + sender.untouched
        progress.elapsed = session.wire.now - began
        return progress
    }

    func admitNext() throws -> Bool {
        guard let next = try ahead.popFirst() ?? queue.next(journal.state) else {
            sender.endInput()
            return true
        }
        let earlier: EarlierDoubt? = if let doubt = next.settle { try earlier(doubt, next.invitation.key) } else { nil }
        let tag = sender.admit(
            next.invitation, next.operation, earlierAttempts: next.attempts, absences: next.absences, earlier: earlier,
            isThere: next.isThere, at: session.wire.now)
        // A row that is looked up keeps the time of its earlier attempt.
        if next.settle != nil { sentAt[tag] = try journal.lastSent(next.invitation.key) }
        return true
    }

    /// The doubt that an earlier start left about a person, with what the journal has about it.
    private func earlier(_ doubt: Doubt, _ key: InvitationKey) throws(RunError) -> EarlierDoubt {
        EarlierDoubt(doubt, asked: try journal.lastAsked(key), idsBefore: try journal.idsBefore(key))
    }

    /// The next piece of work of the plan, before the sender asks for it.
    func takeAhead() throws(RunError) -> WorkItem? {
        guard let item = try queue.next(journal.state) else { return nil }
        ahead.append(item)
        return item
    }

    func starts(_ attempt: Attempt) {
        sentAt[attempt.tag] = timestamp()
        announcements.starts(attempt.invitation.key)
        if attempt.number > 1 { sums.retried += 1 }
    }

    func hasStarted() throws {
        writeConclusions()
        try announceAhead()
    }

    func take(_ page: ListPage, for request: ListRequest) {}

    func hasPolled() {
        writeSnapshots()
        writeConclusions()
    }

    func stops() { takeBackAnnounced() }

    func checkInvariants() { announcements.checkInvariants() }

    /// Takes the sender's conclusions, and writes a line about each to the journal.
    private func writeConclusions() {
        let conclusions = sender.takeConclusions()
        guard !conclusions.isEmpty else { return }
        let now = timestamp()
        let isWritten = write(
            conclusions.map { conclusion in
                let sent = sentAt[conclusion.attempt.tag] ?? ""
                if conclusion.isLast { sentAt[conclusion.attempt.tag] = nil }
                return JournalLine(conclusion, sentAt: sent, at: now)
            })
        if isWritten { conclusions.forEach(count) }
    }

    private func count(_ conclusion: Conclusion) {
        if let outcome = conclusion.revocation { sums.revocations[outcome, default: 0] += 1 }
        guard let outcome = conclusion.outcome else { return }
        sums.outcomes[outcome, default: 0] += 1
        // A person who turned out to be a member or invited already needs no attempt.
        announcements.forget(conclusion.attempt.invitation.key)
    }

    func timestamp() -> String { session.context.wallClock().timestamp }
}
