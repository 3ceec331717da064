import CurlMulti
import DequeModule

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sends a plan: asks the ``Sender`` what to do, does it, and writes down what happened.
///
/// This is the shell around the decisions, and the only place where they meet the journal and the network; what goes into
/// the journal is in an extension. Belongs to one thread.
final class SendLoop<Wire: Transport> {
    let connection: ServerSession<Wire>
    let journal: JournalFile
    var feed: any WorkQueue
    var lastSync: Instant?
    var sentAt: [Int: String] = [:]
    /// Invitations taken from the plan before the sender asked for them.
    var ahead: Deque<WorkItem> = []
    /// Those whose intents are written and are being made durable.
    var announcing: [InvitationKey: Int] = [:]
    /// The attempts whose intents are durable although they have not started.
    var announced: [InvitationKey: Int] = [:]
    private var began: Instant?
    var progress: Progress
    /// Why the journal cannot be written any more.
    var failure: RunError?

    /// Makes a run; nothing is sent yet.
    init(_ connection: ServerSession<Wire>, _ journal: JournalFile, _ feed: any WorkQueue, total: Int) {
        self.connection = connection
        self.journal = journal
        self.feed = feed
        progress = Progress(total: total)
    }

    var wire: Wire { connection.wire }
    var sender: Sender {
        get { connection.sender }
        _modify { yield &connection.sender }
    }

    /// Sends until everything has an outcome or something stops it.
    ///
    /// - Parameters:
    ///   - interruptions: The signals that asked to stop so far. One: nothing new is started, what is under way is
    ///     waited for. Two: stops at once, and what was under way is unknown.
    ///   - show: Gets a snapshot whenever something happened, and at least every second.
    /// - Returns: Why it ended. If the journal cannot be written, nothing is started after that, what is under way is
    ///   waited for, and the end is ``StopReason/cannotWrite(_:)``.
    /// - Throws: ``RunError`` if the plan cannot be read, ``TransportFailure`` if the transport is broken.
    func run(interruptions: () -> [Int32], show: (Progress) -> Void) throws -> StopReason {
        began = wire.now
        defer { connection.tokens.cancel() }
        while true {
            let signals = interruptions()
            if let signal = signals.first {
                sender.stop(.interrupted(signal))
                // Nobody needs the token any more that a command may be getting.
                connection.tokens.cancel()
            }
            if signals.count > 1 {
                takeBackAnnounced()
                return .interrupted(signals[1])
            }
            let step = try startWhatMay()
            show(snapshot())
            switch step {
            case .done(let ending):
                takeBackAnnounced()
                return failure.map { .cannotWrite($0.message) } ?? ending
            case .wait(let until): try take(until: min(until, wire.now + .seconds(1)))
            case .needsInvitation, .attempt, .list, .token: try take(until: wire.now)
            }
        }
    }

    /// Starts everything that may start now: first all intents, durable, then the requests.
    private func startWhatMay() throws -> Sender.Step {
        var batch: [Attempt] = []
        var lists: [ListRequest] = []
        var step = sender.next(at: wire.now)
        gather: while batch.count + lists.count < wire.freeSlots {
            switch step {
            case .attempt(let attempt): batch.append(attempt)
            case .list(let request): lists.append(request)
            case .token: connection.askForToken()
            case .needsInvitation: try admitNext()
            case .wait, .done: break gather
            }
            guard batch.count + lists.count < wire.freeSlots else { break }
            step = sender.next(at: wire.now)
        }
        batch = secured(batch)
        lists.forEach(connection.start)
        for attempt in batch {
            sentAt[attempt.tag] = timestamp()
            announced[attempt.invitation.key] = nil
            announcing[attempt.invitation.key] = nil
            connection.start(attempt)
        }
        writeConclusions()
        try announceAhead()
        return step
    }

    private func admitNext() throws {
        guard let next = try ahead.popFirst() ?? feed.next(journal.state) else { return sender.endInput() }
        var settle = next.settle
        if settle != nil { settle?.asked = try journal.lastAsked(next.invitation.key) }
        let tag = sender.admit(
            next.invitation, next.operation, earlierAttempts: next.attempts, settle: settle, at: wire.now)
        // A row that is looked up keeps the time of the attempt that it is about.
        if next.settle != nil { sentAt[tag] = try journal.lastSent(next.invitation.key) }
    }

    private func take(until deadline: Instant) throws(TransportFailure) {
        sender.toSend = progress.total - progress.done
        try connection.poll(until: deadline)
        writeSnapshots()
        writeConclusions()
    }

    private func snapshot() -> Progress {
        progress.requests = connection.requests
        progress.looking = connection.looking
        progress.before = feed.skipped + sender.untouched
        progress.underWay = sender.underWay
        progress.elapsed = began.map { wire.now - $0 } ?? .zero
        progress.pause = sender.pausedUntil.map { $0 - wire.now }.flatMap { $0 > .zero ? $0 : nil }
        progress.isProbing = sender.isProbing
        progress.isStopping = sender.ending != nil
        progress.quota = sender.quotaWait.map { ("\($0.quota)", $0.until - wire.now) }
        progress.unsettled = sender.unsettled
        return progress
    }

    func timestamp() -> String { connection.wallClock().timestamp }
}
