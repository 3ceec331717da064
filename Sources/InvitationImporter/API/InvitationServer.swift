public import CurlMulti

/// A server of the API, and the way to it.
public struct InvitationServer: Sendable {
    /// The requests of its API.
    public let api: InvitationAPI
    /// The settings of all connections.
    public let transport: CurlTransport.Options
    /// Whether it is the program's own sandbox, which mails nobody and has another port each time.
    public let isSandbox: Bool

    /// Describes a server; nothing is connected yet.
    ///
    /// - Parameters:
    ///   - url: The base URL: `https:`, or `http:` to this machine itself.
    ///   - isSandbox: Whether it is the program's own sandbox; default false.
    ///   - allowsPlainHTTP: Whether `http:` is allowed to other machines too; default false.
    ///   - caFile: A file of certificates in PEM form to trust instead of the system's; `nil` for the system's.
    ///   - timeout: The longest time for each request; default 30 s.
    ///   - connectTimeout: The longest time to open a connection; default 10 s.
    ///   - environment: The variables that may name a proxy, such as `HTTPS_PROXY`; none by default.
    /// - Throws: ``InvitationAPI/Invalid`` for a URL that cannot be used.
    public init(
        _ url: String = "https://api.k0rdent.ai", isSandbox: Bool = false, allowsPlainHTTP: Bool = false,
        caFile: String? = nil, timeout: Duration = .seconds(30),
        connectTimeout: Duration = CurlTransport.Options().connectTimeout, environment: [String: String] = [:]
    ) throws(InvitationAPI.Invalid) {
        var api = try InvitationAPI(base: url, allowsPlainHTTP: allowsPlainHTTP, timeout: timeout)
        var options = CurlTransport.Options()
        options.caFile = caFile
        options.connectTimeout = connectTimeout
        options.allowsPlainHTTP = api.isPlainHTTP
        options.proxy = api.proxy(in: environment)
        for password in options.proxy?.passwords ?? [] { api.secrets.add(password) }
        options.userAgent = "k0rdent-invite/\(ToolVersion.current)"
        (self.api, transport, self.isSandbox) = (api, options, isSandbox)
    }

    /// The origin, to which a run directory belongs.
    public var origin: String { isSandbox ? ServerOrigin.sandbox : api.origin }
}
