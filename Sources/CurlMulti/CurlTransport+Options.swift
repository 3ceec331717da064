extension CurlTransport {
    /// The settings for all requests of a transport.
    public struct Options: Sendable {
        /// How many requests can be under way at once. Each slot keeps one connection. 1 to 1,000, default 16.
        public var slots = 16
        /// The longest time to open a connection, within the request's own timeout. Default 10 seconds.
        public var connectTimeout: Duration = .seconds(10)
        /// How much of a reply's body is kept, in bytes after decompression. The rest is refused. Default 1 MiB.
        public var bodyLimit = 1 << 20
        /// How many bytes of headers a reply may have. Default 64 KiB.
        public var headerLimit = 64 << 10
        /// A connection that was idle for longer is not used again. Servers close idle connections, and a request that
        /// meets such a close has an unknown outcome. Whole seconds, at least 1; default 3.
        public var idleLimit: Duration = .seconds(3)
        /// A file of certificates to trust instead of the system's; `nil` for the system's.
        public var caFile: String?
        /// The `User-Agent` of every request. Default `k0rdent-invite`.
        public var userAgent = "k0rdent-invite"
        /// Whether `http:` URLs are allowed beside `https:`. The caller decides for which hosts. Default `false`.
        public var allowsPlainHTTP = false

        /// The proxy for all requests; `nil`, the default, for none. ``Proxy/init(scheme:host:environment:)`` finds the
        /// one that the environment names.
        public var proxy: Proxy?

        /// The default options.
        public init() {}
    }
}
