extension CurlTransport {
    /// What holds for all requests of a transport.
    public struct Options: Sendable {
        /// How many requests can be under way at once; each slot keeps one connection. 1 to 1,000, default 16.
        public var slots = 16
        /// The longest that opening a connection may take, within the request's own timeout.
        public var connectTimeout: Duration = .seconds(10)
        /// How much of an answer's body is kept, in bytes after decompression; the rest is refused. Default 1 MiB.
        public var bodyLimit = 1 << 20
        /// How many bytes of header an answer may have. Default 64 KiB.
        public var headerLimit = 64 << 10
        /// A connection that was idle for longer is not used again: servers close idle connections, and a request
        /// that meets such a close has an unknown outcome. Whole seconds; default 3.
        public var idleLimit: Duration = .seconds(3)
        /// A file of certificates to trust instead of the system's; `nil` for the system's.
        public var caFile: String?
        /// The `User-Agent` of every request.
        public var userAgent = "k0rdent-invite"
        /// Whether `http:` URLs are allowed beside `https:`. Whoever sets it decides for which hosts.
        public var allowsPlainHTTP = false

        /// The proxy for all requests; `nil`, the default, for none. The environment's own is found by
        /// ``Proxy/init(scheme:host:environment:)``.
        public var proxy: Proxy?

        /// The default options.
        public init() {}
    }
}
