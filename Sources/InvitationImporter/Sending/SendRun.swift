import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sends a plan: asks the ``Sender`` what to do, does it, and writes down what happened.
///
/// This is the shell around the decisions, and the only place where they meet the journal and the network. Belongs to
/// one thread.
final class SendRun<Wire: Transport> {
    private let wire: Wire
    private let api: InvitationAPI
    private let journal: JournalFile
    private var feed: PlanFeed
    private var sender: Sender
    private let sync: SendingPolicy.Sync
    private let wallClock: () -> Date
    private var lastSync: Instant?
    private var sentAt: [Int: String] = [:]
    private var lookups: [Int: ListRequest] = [:]
    private var began: Instant?
    private var progress: Progress
    /// Why the journal cannot be written any more.
    private var failure: RunError?

    /// Makes a run; nothing is sent yet.
    init(
        _ wire: Wire, _ api: InvitationAPI, _ journal: JournalFile, _ feed: PlanFeed, _ sender: Sender,
        total: Int, sync: SendingPolicy.Sync, wallClock: @escaping () -> Date
    ) {
        self.wire = wire
        self.api = api
        self.journal = journal
        self.feed = feed
        self.sender = sender
        self.sync = sync
        self.wallClock = wallClock
        progress = Progress(total: total)
    }

    /// Sends until everything has an outcome or something stops it.
    ///
    /// - Parameters:
    ///   - interruptions: The signals that asked to stop so far. One: nothing new is started, what is under way is
    ///     waited for. Two: stops at once, and what was under way is unknown.
    ///   - show: Gets a snapshot whenever something happened, and at least every second.
    /// - Returns: Why it ended. If the journal cannot be written, nothing is started after that, what is under way is
    ///   waited for, and the end is ``Ending/cannotWrite(_:)``.
    /// - Throws: ``RunError`` if the plan cannot be read, ``TransportFailure`` if the transport is broken.
    func run(interruptions: () -> [Int32], show: (Progress) -> Void) throws -> Ending {
        began = wire.now
        while true {
            let signals = interruptions()
            if let signal = signals.first { sender.stop(.interrupted(signal)) }
            if signals.count > 1 { return .interrupted(signals[1]) }
            let step = try startWhatMay()
            show(snapshot())
            switch step {
            case .done(let ending): return failure.map { .cannotWrite($0.message) } ?? ending
            case .wait(let until): take(try wire.poll(until: min(until, wire.now + .seconds(1))))
            case .needsInvitation, .attempt, .list: take(try wire.poll(until: wire.now))
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
            case .needsInvitation: try admitNext()
            case .wait, .done: break gather
            }
            guard batch.count + lists.count < wire.freeSlots else { break }
            step = sender.next(at: wire.now)
        }
        if !batch.isEmpty { batch = secured(batch) }
        for request in lists {
            sender.started(request, at: wire.now)
            lookups[request.tag] = request
            wire.start(api.list(request), tag: request.tag)
        }
        for attempt in batch {
            sentAt[attempt.tag] = timestamp()
            sender.started(attempt, at: wire.now)
            wire.start(api.create(body: attempt.body, organization: attempt.invitation.organization), tag: attempt.tag)
        }
        progress.requests += batch.count + lists.count
        writeVerdicts()
        return step
    }

    /// Writes down durably that these attempts are about to start.
    ///
    /// - Returns: The attempts that may start: all of them, or none.
    private func secured(_ batch: [Attempt]) -> [Attempt] {
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

    private func admitNext() throws {
        guard let next = try feed.next(journal.state) else { return sender.endInput() }
        let tag = sender.admit(
            next.invitation, body: next.body, earlierAttempts: next.attempts, settle: next.settle, at: wire.now)
        // A row that is looked up keeps the time of the attempt that it is about.
        if next.settle != nil { sentAt[tag] = try journal.lastSent(next.invitation.key) }
    }

    private func take(_ exchanges: [HTTPExchange]) {
        sender.toSend = progress.total - progress.done
        for exchange in exchanges {
            let asked = lookups[exchange.tag] == nil ? sender.attempt(exchange.tag)?.invitation : nil
            let answer = Answer(exchange, asked: asked, now: wallClock())
            let isPage = lookups.removeValue(forKey: exchange.tag) != nil && exchange.status == 200
            // A list that was cut is no list: what is missing would count as absent.
            let page = isPage && exchange.bodyEnd == .complete ? InvitationPage(body: exchange.body) : nil
            sender.ended(exchange.tag, answer, page: page, at: wire.now)
        }
        writeSnapshots()
        writeVerdicts()
    }

    private func writeSnapshots() {
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

    private func writeVerdicts() {
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

    private func snapshot() -> Progress {
        progress.before = feed.passedOver + sender.leftUnknown
        progress.underWay = sender.underWay
        progress.elapsed = began.map { wire.now - $0 } ?? .zero
        progress.pause = sender.pausedUntil.map { $0 - wire.now }.flatMap { $0 > .zero ? $0 : nil }
        progress.isProbing = sender.isProbing
        progress.isStopping = sender.ending != nil
        progress.quota = sender.quotaWait.map { ("\($0.quota)", $0.until - wire.now) }
        progress.unsettled = sender.unsettled
        return progress
    }

    private func timestamp() -> String { wallClock().timestamp }
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

extension Date {
    /// ISO 8601 in UTC with milliseconds.
    var timestamp: String {
        formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
