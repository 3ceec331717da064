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
public final class ServerConnection<Wire: Transport> {
    let wire: Wire
    var api: InvitationAPI
    var sender: Sender
    let tokens: TokenSupply
    let wallClock: () -> Date
    private var lookups: [Int: ListRequest] = [:]
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
        self.tokens = TokenSupply(tokens) { wakeUp?.ring() }
        self.wallClock = wallClock
        let origin = wallClock().addingTimeInterval(-(transport.now.sinceOrigin / .seconds(1)))
        sender = Sender(
            policy: policy, origin: origin, earlier: earlier, renewsTokens: tokens.isRenewable, generator: generator)
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
        wire.start(api.create(body: attempt.body, organization: attempt.invitation.organization), tag: attempt.tag)
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
            let request = lookups.removeValue(forKey: exchange.tag)
            let asked = request == nil ? sender.attempt(exchange.tag)?.invitation : nil
            let answer = Answer(exchange, asked: asked, now: wallClock())
            // A list that was cut is no list: what is missing would count as absent.
            let isPage = exchange.status == 200 && exchange.bodyEnd == .complete
            let found = request.flatMap { isPage ? ListPage(body: exchange.body, of: $0.list) : nil }
            if let request, let found { page(request, found) }
            sender.ended(exchange.tag, answer, page: found, at: wire.now)
        }
    }
}

// MARK: - Looking before anything is sent

extension ServerConnection {
    /// Looks at what the server has, as far as it may be looked at.
    ///
    /// - Parameters:
    ///   - organizations: The organizations whose invitations and members matter.
    ///   - people: Whose presence matters; nobody else is remembered.
    ///   - interruptions: The signals so far that asked to stop.
    /// - Returns: What it has, and why nothing more can be sent; `nil` for no reason.
    /// - Throws: ``TransportFailure`` if the transport is broken.
    public func lookUp(
        _ organizations: [String], for people: Set<Fingerprint>, interruptions: () -> [Int32] = { [] }
    ) throws -> (ServerDirectory, Ending?) {
        sender.lookUp(organizations, for: people, at: wire.now)
        while sender.isLookingUp {
            if let signal = interruptions().last { sender.stop(.interrupted(signal)) }
            let step = sender.next(at: wire.now)
            switch step {
            case .done(let ending): return (sender.directory, ending)
            case .list(let request) where wire.freeSlots > 0: start(request)
            case .token: askForToken()
            case .wait(let until): try poll(until: min(until, wire.now + .seconds(1)))
            case .needsInvitation, .attempt, .list: try poll(until: wire.now)
            }
        }
        return (sender.directory, sender.ending)
    }
}
