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
    private var api: InvitationAPI
    private let tokens: TokenSupply
    private let journal: JournalFile
    private var feed: PlanFeed
    private var sender: Sender
    private let wallClock: () -> Date
    private var sentAt: [Int: String] = [:]
    private var lookups: [Int: ListRequest] = [:]
    private var began: Instant?
    private var progress: Progress

    /// Makes a run; nothing is sent yet.
    init(
        _ wire: Wire, _ api: InvitationAPI, _ tokens: TokenSupply, _ journal: JournalFile, _ feed: PlanFeed,
        _ sender: Sender, total: Int, wallClock: @escaping () -> Date
    ) {
        self.wire = wire
        self.api = api
        self.tokens = tokens
        self.journal = journal
        self.feed = feed
        self.sender = sender
        self.wallClock = wallClock
        progress = Progress(total: total)
    }

    /// Sends until everything has an outcome or something stops it.
    ///
    /// - Parameters:
    ///   - interruptions: The signals that asked to stop so far. One: nothing new is started, what is under way is
    ///     waited for. Two: stops at once, and what was under way is unknown.
    ///   - show: Gets a snapshot whenever something happened, and at least every second.
    /// - Throws: ``RunError`` if the journal cannot be written; nothing is started after that.
    func run(interruptions: () -> [Int32], show: (Progress) -> Void) throws -> Ending {
        began = wire.now
        defer { tokens.cancel() }
        while true {
            let signals = interruptions()
            if let signal = signals.first { sender.stop(.interrupted(signal)) }
            if signals.count > 1 { return .interrupted(signals[1]) }
            let step = try startWhatMay()
            show(snapshot())
            switch step {
            case .done(let ending): return ending
            case .wait(let until): try take(wire.poll(until: min(until, wire.now + .seconds(1))))
            case .needsInvitation, .attempt, .list, .token: try take(wire.poll(until: wire.now))
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
        if !batch.isEmpty {
            let serverTime = sender.serverTime(at: wire.now)?.timestamp
            try journal.append(batch.map { .intent(.init($0, at: timestamp(), serverTime: serverTime)) })
            try journal.sync()
        }
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
        try writeVerdicts()
        return step
    }

    private func admitNext() throws {
        guard let next = try feed.next(journal.state) else { return sender.endInput() }
        let tag = sender.admit(
            next.invitation, body: next.body, earlierAttempts: next.attempts, settle: next.settle, at: wire.now)
        // A row that is looked up keeps the time of the attempt that it is about.
        if next.settle != nil { sentAt[tag] = try journal.lastSent(next.invitation.key) }
    }

    private func take(_ exchanges: [HTTPExchange]) throws {
        sender.toSend = progress.total - progress.done
        if let result = tokens.takeResult() { use(result) }
        for exchange in exchanges {
            if exchange.tag == Self.tokenTag {
                takeToken(exchange)
                continue
            }
            let request = lookups.removeValue(forKey: exchange.tag)
            let asked = request == nil ? sender.attempt(exchange.tag)?.invitation : nil
            let answer = Answer(exchange, asked: asked, now: wallClock())
            // A list that was cut is no list: what is missing would count as absent.
            let isPage = exchange.status == 200 && exchange.bodyEnd == .complete
            let page = request.flatMap { isPage ? ListPage(body: exchange.body, of: $0.list) : nil }
            sender.ended(exchange.tag, answer, page: page, at: wire.now)
        }
        try writeVerdicts()
    }

    private func writeVerdicts() throws {
        let verdicts = sender.takeVerdicts()
        guard !verdicts.isEmpty else { return }
        let now = timestamp()
        try journal.append(
            verdicts.map { verdict in
                let sent = sentAt[verdict.attempt.tag] ?? ""
                let ended = JournalLine.Ended(verdict, sentAt: sent, at: now)
                guard let outcome = verdict.outcome else { return .answer(ended) }
                sentAt[verdict.attempt.tag] = nil
                progress.outcomes[outcome, default: 0] += 1
                return .outcome(ended, outcome)
            })
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

    private func timestamp() -> String { wallClock().timestamp }
}

// MARK: - Tokens

extension SendRun {
    /// The sender counts its tags up from 1.
    private static var tokenTag: Int { 0 }

    private func askForToken() {
        switch tokens.ask(now: wallClock()) {
        case .ready(let result):
            sender.startedToken(isRequest: false, at: wire.now)
            use(result)
        case .later:
            sender.startedToken(isRequest: false, at: wire.now)
        case .ask(let grant):
            sender.startedToken(isRequest: true, at: wire.now)
            progress.requests += 1
            wire.start(api.exchange(grant), tag: Self.tokenTag)
        }
    }

    /// Takes the token endpoint's answer.
    private func takeToken(_ exchange: HTTPExchange) {
        let answer = Answer(exchange, asked: nil, now: wallClock())
        let place = "The token endpoint"
        guard let status = exchange.status, (200..<300).contains(status), exchange.bodyEnd == .complete else {
            let isFinal = exchange.status.map { (400..<500).contains($0) && $0 != 408 && $0 != 429 } ?? false
            let words = "\(place) gave none: \(answer.reason ?? "no answer")"
            return sender.tokenEnded(.failed(words, isFinal: isFinal), answer: answer, at: wire.now)
        }
        use(
            Result { () throws(Token.Missing) in try IssuedToken(exchange.body, from: place, now: wallClock()) },
            answer: answer)
    }

    /// Goes on with a new token, or without.
    private func use(_ result: Result<IssuedToken, Token.Missing>, answer: Answer? = nil) {
        switch result {
        case .success(let issued):
            let isNew = issued.token != api.token
            api.token = issued.token
            sender.tokenEnded(
                .issued(life: issued.life, isNew: isNew, organizations: issued.organizations), answer: answer,
                at: wire.now)
        case .failure(let error):
            sender.tokenEnded(.failed(error.description, isFinal: true), answer: answer, at: wire.now)
        }
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

extension Date {
    /// ISO 8601 in UTC with milliseconds.
    var timestamp: String {
        formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
