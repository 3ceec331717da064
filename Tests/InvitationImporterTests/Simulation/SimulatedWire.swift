import CurlMulti

/// A ``Transport`` in virtual time in front of a simulated server: waiting costs nothing, and every run is the same.
final class SimulatedWire: Transport {
    /// What becomes of a request that starts now: how long it takes, and what comes back.
    typealias Server = (_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange)

    private(set) var now: Instant
    /// The process that uses it; once that is dead, nothing is sent any more.
    var life = SimulatedLife(steps: .max)
    /// Waits until it is this machine's turn to go on at a time; at once for a machine that is alone.
    var waitForTurn: (Instant) -> Void = { _ in }
    private(set) var freeSlots: Int
    /// When each request of any kind started, in order.
    private(set) var requests: [Duration] = []
    /// When each invitation started, in order.
    private(set) var starts: [Duration] = []
    /// How often each body was sent.
    private(set) var sends: [[UInt8]: Int] = [:]
    /// The most requests that were ever under way together.
    private(set) var mostUnderWay = 0
    private let slots: Int
    private let server: Server
    private let lists: Server
    private var underWay: [(at: Instant, exchange: HTTPExchange)] = []

    /// Makes a wire to a server; where nothing else is said, its lists may not be read.
    init(
        slots: Int = 16, startingAt start: Duration = .zero,
        lists: @escaping Server = { _, _ in (.milliseconds(5), .forbidden) },
        _ server: @escaping Server
    ) {
        self.slots = slots
        now = Instant(sinceOrigin: start)
        freeSlots = slots
        self.lists = lists
        self.server = server
    }

    func start(_ request: HTTPRequest, tag: Int) {
        precondition(freeSlots > 0)
        if life.isOver { return }
        freeSlots -= 1
        requests.append(now.sinceOrigin)
        var (after, exchange): (Duration, HTTPExchange)
        if request.method == .post, request.url.hasSuffix("/invitations") {
            starts.append(now.sinceOrigin)
            sends[request.body, default: 0] += 1
            (after, exchange) = server(request, now)
        } else {
            (after, exchange) = lists(request, now)
        }
        exchange.tag = tag
        underWay.append((now + after, exchange))
        mostUnderWay = max(mostUnderWay, underWay.count)
    }

    func poll(until deadline: Instant) throws(TransportFailure) -> [HTTPExchange] {
        do { try life.step() } catch { throw TransportFailure(.other, "killed") }
        let next = underWay.map(\.at).min() ?? deadline
        now = max(now, min(next, deadline))
        waitForTurn(now)
        let ended = underWay.filter { $0.at <= now }
        underWay.removeAll { $0.at <= now }
        freeSlots = slots - underWay.count
        return ended.sorted { $0.at < $1.at }.map(\.exchange)
    }
}

/// Answers to simulated requests.
extension HTTPExchange {
    static func answer(_ status: Int, _ body: String = "", _ headers: [(String, String)] = []) -> HTTPExchange {
        HTTPExchange(tag: 0, status: status, headers: HTTPHeaders(headers), body: Array(body.utf8))
    }

    /// The API's own refusal of a list.
    static let forbidden = answer(403, #"{"error":{"code":403,"message":"forbidden"}}"#)

    static func silence(_ delivery: Delivery, _ kind: TransportFailure.Kind = .closed) -> HTTPExchange {
        HTTPExchange(tag: 0, status: nil, delivery: delivery, failure: TransportFailure(kind, "simulated"))
    }
}
