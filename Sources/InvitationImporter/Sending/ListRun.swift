import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads whole lists of invitations, and sends nothing: the ``Sender`` decides on pace, pauses, retries and tokens.
///
/// ``sender`` and ``api`` can go on to another shell, which then keeps to the same pace with the same token. Belongs to
/// one thread.
final class ListRun<Wire: Transport>: SenderShell {
    let wire: Wire
    var api: InvitationAPI
    let tokens: TokenSupply
    var sender: Sender
    let wallClock: () -> Date
    var progress = Progress(total: 0)
    private var began: Instant?
    private var requests: [Int: ListRequest] = [:]

    /// The organizations whose list could not be read to its end, each with the reason.
    private(set) var unread: [String: String] = [:]

    /// Makes a run; nothing is asked yet.
    init(_ wire: Wire, _ api: InvitationAPI, _ tokens: TokenSupply, _ sender: Sender, wallClock: @escaping () -> Date) {
        self.wire = wire
        self.api = api
        self.tokens = tokens
        self.sender = sender
        self.wallClock = wallClock
    }

    /// Reads the lists of some organizations, all pages of each.
    ///
    /// - Parameters:
    ///   - organizations: Whose.
    ///   - interruptions: The signals that asked to stop so far.
    ///   - show: Gets a snapshot whenever something happened, and at least every second.
    ///   - take: Gets the pages as they come.
    /// - Returns: Why it ended; ``Ending/complete`` also if a list could not be read, which ``unread`` tells.
    /// - Throws: ``TransportFailure`` if the transport is broken.
    func read(
        _ organizations: [String], interruptions: () -> [Int32], show: (Progress) -> Void,
        take: (ListRequest, ListPage) -> Void
    ) throws -> Ending {
        began = began ?? wire.now
        sender.lookUp(invitationsOf: organizations, at: wire.now)
        while true {
            if let ending = obey(interruptions()) { return ending }
            if !sender.isLookingUp, sender.underWay == 0, sender.ending == nil { return .complete }
            let step = startWhatMay()
            show(snapshot())
            switch step {
            case .done(let ending): return ending
            case .wait(let until): try poll(until: min(until, wire.now + .seconds(1)), take)
            case .needsInvitation, .attempt, .list, .token: try poll(until: wire.now, take)
            }
        }
    }

    private func startWhatMay() -> Sender.Step {
        var step = sender.next(at: wire.now)
        while wire.freeSlots > 0 {
            switch step {
            case .list(let request):
                requests[request.tag] = request
                sender.started(request, at: wire.now)
                wire.start(api.list(request), tag: request.tag)
                progress.requests += 1
            case .token: askForToken()
            case .attempt, .needsInvitation, .wait, .done: return step
            }
            step = sender.next(at: wire.now)
        }
        return step
    }

    private func poll(until deadline: Instant, _ take: (ListRequest, ListPage) -> Void) throws {
        let exchanges = try wire.poll(until: deadline)
        if let result = tokens.takeResult() { use(result) }
        for exchange in exchanges {
            guard let request = requests.removeValue(forKey: exchange.tag) else {
                takeToken(exchange)
                continue
            }
            let page = page(in: exchange, for: request)
            if let page { take(request, page) }
            sender.ended(exchange.tag, Answer(exchange, asked: nil, now: wallClock()), page: page, at: wire.now)
        }
        for list in sender.snapshots { unread[list.organization] = list.count == nil ? list.reason ?? "no list" : nil }
        sender.snapshots = []
    }

    private func snapshot() -> Progress {
        progress.underWay = sender.underWay
        progress.elapsed = began.map { wire.now - $0 } ?? .zero
        progress.pause = sender.pausedUntil.map { $0 - wire.now }.flatMap { $0 > .zero ? $0 : nil }
        progress.isProbing = sender.isProbing
        progress.isStopping = sender.ending != nil
        return progress
    }
}
