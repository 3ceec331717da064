/// How one request ended: what came back, and whether the request may have left this machine.
public struct HTTPExchange: Sendable {
    /// Whether the server can have seen the request.
    public enum Delivery: Hashable, Sendable {
        /// Not one byte of the request left, because no connection came about. Sending it again is safe.
        case notSent
        /// The request was handed to a connection. The server may have acted on it, reply or no reply.
        case possiblySent
    }

    /// How the body of a reply ended.
    public enum BodyEnd: Hashable, Sendable {
        /// As the server announced it. For a compressed body, this is about the compressed bytes: a body whose
        /// compressed data stops early is complete as well.
        case complete
        /// Before its announced end: it was cut off, or the time was up.
        case cut
        /// Over ``CurlTransport/Options/bodyLimit``. The bytes up to the limit are kept.
        case tooLarge
        /// Compressed in a way that cannot be undone, or not as the headers say. Nobody knows what it says.
        case garbled
    }

    /// The number that the caller gave to ``Transport/start(_:tag:)``.
    public var tag: Int
    /// The final HTTP status, usually 200 to 599; `nil` if none came (nothing, garbage, or only 1xx).
    public var status: Int?
    /// The headers of the final reply.
    public var headers: HTTPHeaders
    /// The decompressed body as far as it came, at most ``CurlTransport/Options/bodyLimit`` bytes.
    public var body: [UInt8]
    /// How the body ended. Means nothing without a status.
    public var bodyEnd: BodyEnd
    /// Whether the request may have left this machine.
    public var delivery: Delivery
    /// What went wrong on the way; `nil` for a whole reply. A status beside a failure did come from the server, and 407
    /// from the proxy.
    public var failure: TransportFailure?
    /// The time from the start to the end of the exchange.
    public var duration: Duration

    /// Makes an exchange, for transports other than libcurl's.
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
