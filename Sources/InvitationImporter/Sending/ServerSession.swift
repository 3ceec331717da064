public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A server, the way to it, and the ``Sender`` that decides what goes there: from the first look at it to the last request.
///
/// One serves a whole command, so that the pace holds over all of it, a token is got once, and what was read of the server
/// before the plan is what settling compares with after it. Belongs to one thread.
public final class ServerSession<Wire: Transport> {
    let wire: Wire
    var api: InvitationAPI
    var sender: Sender
    let tokens: TokenSupply
    let wallClock: () -> Date
    private var lookups: [Int: ListRequest] = [:]
    /// How long lists were read before anything was sent.
    public private(set) var looking: Duration = .zero
    /// Requests sent so far, of any kind.
    public internal(set) var requests = 0

    /// Makes a connection; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - transport: The way to the server, with as many slots as the policy's concurrency.
    ///   - api: Where to.
    ///   - tokens: Where tokens come from.
    ///   - policy: How.
    ///   - earlier: What earlier runs did that still matters.
    ///   - generator: Where jitter comes from.
    ///   - wakeUp: The transport's bell, rung when a token command has ended; without one that waits for a second.
    ///   - wallClock: The time of day.
    public init(
        over transport: Wire, _ api: InvitationAPI, _ tokens: TokenSource, _ policy: SendingPolicy,
        earlier: EarlierRuns = EarlierRuns(),
        generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
        wakeUp: WakeUp? = nil, wallClock: @escaping () -> Date = { Date() }
    ) {
        wire = transport
        self.api = api
        self.api.secrets.add(tokens)
        self.tokens = TokenSupply(tokens) { wakeUp?.ring() }
        self.wallClock = wallClock
        let origin = wallClock().addingTimeInterval(-(transport.now.sinceOrigin / .seconds(1)))
        sender = Sender(
            policy: policy, origin: origin, earlier: earlier, renewsTokens: tokens.isRenewable, generator: generator)
    }

    /// Goes on with a sender that has looked at the server, and with the token that it did so with.
    init(
        over transport: Wire, _ api: InvitationAPI, _ tokens: TokenSource, goingOn sender: Sender, wakeUp: WakeUp?,
        wallClock: @escaping () -> Date
    ) {
        wire = transport
        self.api = api
        self.tokens = TokenSupply(tokens) { wakeUp?.ring() }
        self.wallClock = wallClock
        self.sender = sender
        self.sender.resume(at: transport.now)
    }

    /// Asks for a page of a list.
    func start(_ request: ListRequest) {
        sender.started(request, at: wire.now)
        lookups[request.tag] = request
        requests += 1
        wire.start(api.list(request), tag: request.tag)
    }

    /// Starts an attempt.
    func start(_ attempt: Attempt) {
        sender.started(attempt, at: wire.now)
        requests += 1
        wire.start(api.request(for: attempt), tag: attempt.tag)
    }

    /// Waits until something comes back, and gives it to the sender.
    ///
    /// - Parameter page: Gets every page of a list that came.
    func poll(until deadline: Instant, page: (ListRequest, ListPage) -> Void = { _, _ in }) throws(TransportFailure) {
        let exchanges = try wire.poll(until: deadline)
        if let result = tokens.takeResult() { use(result) }
        for exchange in exchanges {
            if exchange.tag == Self.tokenTag {
                takeToken(exchange)
                continue
            }
            let exchange = api.secrets.struck(exchange)
            let request = lookups.removeValue(forKey: exchange.tag)
            let attempt = request == nil ? sender.attempt(exchange.tag) : nil
            let answer = ServerReply(exchange, for: attempt, now: wallClock()).struck(by: api.secrets)
            // A list that was cut is no list: what is missing would count as absent.
            let isPage = exchange.status == 200 && exchange.bodyEnd == .complete
            let found = request.flatMap { isPage ? ListPage(body: exchange.body, of: $0.list) : nil }
            if let request, let found { page(request, found) }
            sender.ended(exchange.tag, answer, page: found, at: wire.now)
        }
    }
}

// MARK: - Looking before anything is sent

extension ServerSession {
    /// Looks at what the server has, as far as it may be looked at.
    ///
    /// - Parameters:
    ///   - organizations: The organizations whose invitations and members matter.
    ///   - people: Whose presence matters; nobody else is remembered.
    ///   - interruptions: The signals so far that asked to stop.
    ///   - show: Gets a snapshot whenever something happened, and at least every second.
    /// - Returns: What it has, and why nothing more can be sent; `nil` for no reason.
    /// - Throws: ``TransportFailure`` if the transport is broken.
    public func lookUp(
        _ organizations: [String], for people: Set<KeyHash>, interruptions: () -> [Int32] = { [] },
        show: (Progress) -> Void = { _ in }
    ) throws -> (ServerSnapshot, StopReason?) {
        sender.lookUp(organizations, for: people, at: wire.now)
        let ending = try read(while: { $0.isLookingUp }, interruptions, show)
        return (sender.directory, ending)
    }

    /// Reads the lists of some organizations' invitations, all pages of each, whether they were read before or not.
    ///
    /// - Parameters:
    ///   - people: Whose presence matters; nobody else is remembered.
    ///   - interruptions: The signals that asked to stop so far.
    ///   - show: Gets a snapshot whenever something happened, and at least every second.
    ///   - take: Gets the pages as they come.
    /// - Returns: Why it ended, and the organizations whose list could not be read to its end, each with the reason.
    /// - Throws: ``TransportFailure`` if the transport is broken.
    func read(
        invitationsOf organizations: [String], for people: Set<KeyHash>, interruptions: () -> [Int32],
        show: (Progress) -> Void,
        take: (ListRequest, ListPage) -> Void
    ) throws -> (StopReason, unread: [String: String]) {
        sender.lookUp(invitationsOf: organizations, for: people, at: wire.now)
        let ending = try read(while: { $0.isLookingUp || $0.underWay > 0 }, interruptions, show, page: take)
        var unread: [String: String] = [:]
        for list in sender.snapshots where list.count == nil { unread[list.organization] = list.reason ?? "no list" }
        sender.snapshots = []
        return (ending ?? .complete, unread)
    }

    /// Does what the sender asks for while it reads lists.
    ///
    /// - Returns: Why nothing more can be sent; `nil` for no reason.
    private func read(
        while isReading: (Sender) -> Bool, _ interruptions: () -> [Int32], _ show: (Progress) -> Void,
        page take: (ListRequest, ListPage) -> Void = { _, _ in }
    ) throws -> StopReason? {
        let began = wire.now
        defer { looking += wire.now - began }
        var entries = 0
        while isReading(sender) {
            let signals = interruptions()
            if let signal = signals.first { sender.stop(.interrupted(signal)) }
            if signals.count > 1 { return .interrupted(signals[1]) }
            let step = sender.next(at: wire.now)
            show(progress(since: began, entries))
            var deadline = wire.now
            switch step {
            case .done(let ending): return ending
            case .list(let request) where wire.freeSlots > 0:
                start(request)
                continue
            case .token:
                askForToken()
                continue
            case .wait(let until): deadline = min(until, deadline + .seconds(1))
            case .needsInvitation, .attempt, .list: break
            }
            try poll(until: deadline) { request, page in
                entries += page.people.count + page.resources.count
                take(request, page)
            }
        }
        return sender.ending
    }

    private func progress(since began: Instant, _ entries: Int) -> Progress {
        var progress = Progress(total: 0)
        progress.entries = entries
        progress.requests = requests
        progress.underWay = sender.underWay
        progress.elapsed = wire.now - began
        progress.pause = sender.pausedUntil.map { $0 - wire.now }.flatMap { $0 > .zero ? $0 : nil }
        progress.isProbing = sender.isProbing
        progress.isStopping = sender.ending != nil
        return progress
    }
}
