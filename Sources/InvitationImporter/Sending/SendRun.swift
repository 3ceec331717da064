import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sends a plan: asks the ``Sender`` what to do, does it, and writes down what happened.
///
/// This is the shell around the decisions, and the only place where they meet the journal and the network; what goes into
/// the journal is in an extension. Belongs to one thread.
final class SendRun<Wire: Transport>: SenderShell {
    let wire: Wire
    var api: InvitationAPI
    let tokens: TokenSupply
    let journal: JournalFile
    private var feed: any AttemptFeed
    var sender: Sender
    let sync: SendingPolicy.Sync
    let wallClock: () -> Date
    var lastSync: Instant?
    var sentAt: [Int: String] = [:]
    private var lookups: [Int: ListRequest] = [:]
    private var began: Instant?
    var progress: Progress
    /// Why the journal cannot be written any more.
    var failure: RunError?

    /// Makes a run; nothing is sent yet.
    init(
        _ wire: Wire, _ api: InvitationAPI, _ tokens: TokenSupply, _ journal: JournalFile, _ feed: any AttemptFeed,
        _ sender: Sender, total: Int, sync: SendingPolicy.Sync, wallClock: @escaping () -> Date
    ) {
        self.wire = wire
        self.api = api
        self.tokens = tokens
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
        defer { tokens.cancel() }
        while true {
            if let ending = obey(interruptions()) { return ending }
            let step = try startWhatMay()
            show(snapshot())
            switch step {
            case .done(let ending): return failure.map { .cannotWrite($0.message) } ?? ending
            case .wait(let until): take(try wire.poll(until: min(until, wire.now + .seconds(1))))
            case .needsInvitation, .attempt, .list, .token: take(try wire.poll(until: wire.now))
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
            case .token: askForToken()
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
            wire.start(api.request(for: attempt), tag: attempt.tag)
        }
        progress.requests += batch.count + lists.count
        writeVerdicts()
        return step
    }

    private func admitNext() throws {
        guard let next = try feed.next(journal.state) else { return sender.endInput() }
        let tag = sender.admit(
            next.invitation, next.task, earlierAttempts: next.attempts, settle: next.settle, at: wire.now)
        // A row that is looked up keeps the time of the attempt that it is about.
        if next.settle != nil { sentAt[tag] = try journal.lastSent(next.invitation.key) }
    }

    private func take(_ exchanges: [HTTPExchange]) {
        sender.toSend = progress.total - progress.done
        if let result = tokens.takeResult() { use(result) }
        for exchange in exchanges {
            if exchange.tag == Self.tokenTag {
                takeToken(exchange)
                continue
            }
            let request = lookups.removeValue(forKey: exchange.tag)
            let attempt = request == nil ? sender.attempt(exchange.tag) : nil
            let answer = Answer(exchange, for: attempt, now: wallClock())
            let page = request.flatMap { self.page(in: exchange, for: $0) }
            sender.ended(exchange.tag, answer, page: page, at: wire.now)
        }
        writeSnapshots()
        writeVerdicts()
    }

    private func snapshot() -> Progress {
        progress.before = feed.passedOver + sender.leftAsTheyWere
        progress.underWay = sender.underWay
        progress.elapsed = began.map { wire.now - $0 } ?? .zero
        progress.pause = sender.pausedUntil.map { $0 - wire.now }.flatMap { $0 > .zero ? $0 : nil }
        progress.isProbing = sender.isProbing
        progress.isStopping = sender.ending != nil
        progress.quota = sender.quotaWait.map { ("\($0.quota)", $0.until - wire.now) }
        progress.unsettled = sender.unsettled
        return progress
    }

    func timestamp() -> String { wallClock().timestamp }
}

extension Date {
    /// ISO 8601 in UTC with milliseconds.
    var timestamp: String {
        formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
