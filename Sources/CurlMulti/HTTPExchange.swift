/// How one request ended: what came back, and whether it may have left this machine.
public struct HTTPExchange: Sendable {
    /// Whether the server can have seen the request.
    public enum Delivery: Hashable, Sendable {
        /// Not one byte of the request left: no connection came about. Sending it again is safe.
        case notSent
        /// The request was handed to a connection. The server may have acted on it, answer or no answer.
        case possiblySent
    }

    /// How the body of an answer ended.
    public enum BodyEnd: Hashable, Sendable {
        /// As the server announced it. Of a compressed body this is said of what travelled: one that was compressed only
        /// in part is complete as well, and ends early.
        case complete
        /// Before its announced end: cut off, or the time was up.
        case cut
        /// Longer than ``CurlTransport/Options/bodyLimit``; what came before is kept.
        case tooLarge
        /// Compressed in a way that cannot be undone, or not as its headers say. Nobody knows what it says.
        case garbled
    }

    /// The number that ``Transport/start(_:tag:)`` was given.
    public var tag: Int
    /// The final HTTP status, 200 to 599 as a rule; `nil` if none came (nothing, garbage, or 1xx only).
    public var status: Int?
    /// The headers of the final answer.
    public var headers: HTTPHeaders
    /// The body without compression, as far as it came, at most ``CurlTransport/Options/bodyLimit`` bytes.
    public var body: [UInt8]
    /// How the body ended. Says nothing without a status.
    public var bodyEnd: BodyEnd
    /// Whether the request may have left this machine.
    public var delivery: Delivery
    /// What went wrong on the way; `nil` for a whole answer. A status beside a failure is still the server's word.
    public var failure: TransportFailure?
    /// From the start to the end of the exchange.
    public var duration: Duration

    /// Makes an exchange; for transports other than libcurl's.
    public init(
        tag: Int, status: Int?, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [],
        bodyEnd: BodyEnd = .complete, delivery: Delivery = .possiblySent, failure: TransportFailure? = nil,
        duration: Duration = .zero
    ) {
        self.tag = tag
        self.status = status
        self.headers = headers
        self.body = body
        self.bodyEnd = bodyEnd
        self.delivery = delivery
        self.failure = failure
        self.duration = duration
    }
}
