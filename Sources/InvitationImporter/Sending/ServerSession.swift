public import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A server, the way to it, and the ``Sender`` that decides what goes there: from the first look at it to the last
/// request.
///
/// One serves a whole command, so that the pace holds over all of it, a token is got once, and what was read of the
/// server before the plan is what settling compares with after it. Belongs to one thread.
public final class ServerSession<Wire: Transport> {
    let wire: Wire
    var api: InvitationAPI
    var sender: Sender
    let tokens: TokenSupply
    let context: SessionContext
    private var lookups: [Int: ListRequest] = [:]
    /// The requests under way, if somebody wants to see them.
    private var observed: [Int: HTTPRequest] = [:]
    /// How long lists were read before anything was sent.
    public private(set) var preflightTime: Duration = .zero
    /// How long everybody waited for quotas and long pauses.
    private var waited: Duration = .zero
    /// Requests sent so far, of any kind.
    public internal(set) var requests = 0

    /// Makes a session; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - transport: The way to the server, with as many slots as the policy's concurrency.
    ///   - api: Where to.
    ///   - tokens: Where tokens come from.
    ///   - policy: How.
    ///   - earlier: What earlier runs did that still matters.
    ///   - generator: Where jitter comes from.
    ///   - context: What is around the command.
    public init(
        over transport: Wire, _ api: InvitationAPI, _ tokens: TokenSource, _ policy: SendingPolicy,
        earlier: EarlierRuns = EarlierRuns(),
        generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
        context: SessionContext = SessionContext()
    ) {
        wire = transport
        self.api = api
        self.api.secrets.add(tokens)
        self.tokens = TokenSupply(tokens)
        self.context = context
        let origin = context.wallClock().addingTimeInterval(-(transport.now.sinceOrigin / .seconds(1)))
        sender = Sender(
            policy: policy, origin: origin, earlier: earlier, renewsTokens: tokens.isRenewable, generator: generator)
    }
}

// MARK: - The loop

extension ServerSession {
    /// Does what the sender asks for until the work is over, everything is done, or something stops it.
    ///
    /// - Returns: Why it ended; `nil` if the work is over and nothing stops what may follow.
    /// - Throws: What the work throws, and `TransportFailure` if the transport is broken.
    func run(_ work: some SessionWork) throws -> StopReason? {
        sender.begin(at: wire.now)
        while !work.isOver {
            let signals = context.interruptions()
            if let signal = signals.first {
                sender.stop(.interrupted(signal))
                // Nobody needs the token any more that a command may be getting.
                tokens.cancel()
            }
            if signals.count > 1 {
                tokens.close()
                work.stops()
                return .interrupted(signals[1])
            }
            let step = try startWhatMay(work)
            check(work)
            context.show(progress(of: work))
            switch step {
            case .done(let reason):
                work.stops()
                return reason
            case .wait(let until): try poll(until: min(until, wire.now + .seconds(1)), work)
            case .needsInvitation, .attempt, .list, .token: try poll(until: wire.now, work)
            }
        }
        return sender.stopReason
    }

    private func check(_ work: some SessionWork) {
        guard context.checksInvariants else { return }
        sender.checkInvariants()
        work.checkInvariants()
    }

    /// Starts everything that may start now: first all intents, durable, then the requests.
    private func startWhatMay(_ work: some SessionWork) throws -> Sender.Step {
        var batch: [Attempt] = []
        var lists: [ListRequest] = []
        // What the sender gives out is never taken back, so it is asked only where there is room for it.
        var step = wire.freeSlots > 0 ? sender.next(at: wire.now) : .wait(until: wire.now + .seconds(1))
        gather: while batch.count + lists.count < wire.freeSlots {
            switch step {
            case .attempt(let attempt): batch.append(attempt)
            case .list(let request): lists.append(request)
            case .token: askForToken()
            case .needsInvitation:
                guard try work.admitNext() else {
                    step = .wait(until: wire.now + .seconds(1))
                    break gather
                }
            case .wait, .done: break gather
            }
            guard batch.count + lists.count < wire.freeSlots else { break }
            step = sender.next(at: wire.now)
        }
        batch = work.secured(batch)
        lists.forEach(start)
        for attempt in batch {
            work.starts(attempt)
            start(attempt)
        }
        try work.hasStarted()
        return step
    }

    /// Asks for a page of a list.
    private func start(_ request: ListRequest) {
        sender.started(request, at: wire.now)
        lookups[request.tag] = request
        start(api.list(request), tag: request.tag)
    }

    private func start(_ attempt: Attempt) {
        sender.started(attempt, at: wire.now)
        start(api.request(for: attempt), tag: attempt.tag)
    }

    /// Starts a request of any kind.
    func start(_ request: HTTPRequest, tag: Int) {
        requests += 1
        if context.observe != nil { observed[tag] = request }
        wire.start(request, tag: tag)
    }

    /// Shows an exchange to whoever wants to see it.
    func observe(_ reply: ServerReply) {
        guard let observe = context.observe, let request = observed.removeValue(forKey: reply.exchange.tag) else {
            return
        }
        observe(ExchangeNote(request, reply, at: context.wallClock(), secrets: api.secrets))
    }

    /// Waits until something comes back, and gives it to the sender.
    private func poll(until deadline: Instant, _ work: some SessionWork) throws(TransportFailure) {
        sender.expects(toSend: work.toSend)
        wire.watched = tokens.descriptor
        let (began, isLongWait) = (wire.now, sender.isLongWait(at: wire.now))
        let exchanges = try wire.poll(until: tokens.patience.map { min(deadline, wire.now + $0) } ?? deadline)
        if isLongWait { waited += wire.now - began }
        if let result = tokens.takeResult(now: context.wallClock()) { use(result) }
        for exchange in exchanges { take(exchange, work) }
        if !exchanges.isEmpty { check(work) }
        work.hasPolled()
    }

    private func take(_ exchange: HTTPExchange, _ work: some SessionWork) {
        if exchange.tag == Self.tokenTag { return takeToken(exchange) }
        let reply = ServerReply(exchange, now: context.wallClock(), secrets: api.secrets)
        observe(reply)
        if let request = lookups.removeValue(forKey: exchange.tag) {
            // A list that was cut is no list: what is missing would count as absent.
            let isPage = exchange.status == 200 && exchange.bodyEnd == .complete
            let page =
                isPage
                ? ListPage(body: reply.exchange.body, of: request.list, headers: reply.exchange.headers)?
                    .struck(by: reply.secrets) : nil
            if let page { work.take(page, for: request) }
            sender.ended(request, reply, page: page, at: wire.now)
        } else if let attempt = sender.attempt(exchange.tag) {
            sender.ended(attempt, reply, at: wire.now)
        }
    }

    private func progress(of work: some SessionWork) -> Progress {
        var progress = work.progress
        progress.requests = requests
        progress.preflight = work.progress.entries == nil ? preflightTime : .zero
        progress.underWay = sender.underWay
        progress.waits = sender.waits(at: wire.now)
        progress.unsettled = sender.unsettled
        progress.waited = min(waited, progress.elapsed)
        progress.waits.quotaTime = sender.quotaTime(for: progress.total - progress.done, wall: context.wallClock())
        return progress
    }
}

// MARK: - Reading lists

extension ServerSession {
    /// Looks at what the server has, as far as it may be looked at.
    ///
    /// - Parameters:
    ///   - organizations: The organizations whose invitations and members matter.
    ///   - people: Whose presence matters; nobody else is remembered.
    /// - Returns: What it has, and why nothing more can be sent; `nil` for no reason.
    /// - Throws: `TransportFailure` if the transport is broken.
    public func preflight(
        _ organizations: [String], for people: Set<KeyHash>
    ) throws -> (ServerSnapshot, StopReason?) {
        sender.beginPreflight(organizations, for: people, at: wire.now)
        let reason = try read(ReadingWork(self, waitsForAll: false) { _, _ in })
        return (sender.snapshot, reason)
    }

    /// Reads the lists of some organizations' invitations, all pages of each, whether they were read before or not.
    ///
    /// - Parameters:
    ///   - people: Whose presence matters; nobody else is remembered.
    ///   - take: Gets the pages as they come.
    /// - Returns: Why it ended, and the organizations whose list could not be read to its end, each with the reason.
    /// - Throws: `TransportFailure` if the transport is broken.
    func read(
        invitationsOf organizations: [String], for people: Set<KeyHash>,
        take: @escaping (ListRequest, ListPage) -> Void
    ) throws -> (StopReason, unread: [String: String]) {
        sender.beginReading(invitationsOf: organizations, for: people, at: wire.now)
        let reason = try read(ReadingWork(self, waitsForAll: true, page: take))
        var unread: [String: String] = [:]
        for note in sender.notes where note.count == nil {
            unread[note.organization] = note.reason ?? "no list"
        }
        return (reason ?? .complete, unread)
    }

    /// Does the work of reading lists.
    func read(_ reading: ReadingWork<Wire>) throws -> StopReason? {
        let began = wire.now
        defer { preflightTime += wire.now - began }
        return try run(reading)
    }

    /// Ends what is still at work for this session outside of it: a command that gets a token.
    public func close() { tokens.close() }
}
