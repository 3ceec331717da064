/// One request, ready to be sent.
public struct HTTPRequest: Hashable, Sendable {
    /// The methods in use.
    public enum Method: String, Hashable, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    /// The method.
    public var method: Method
    /// The absolute URL, percent-encoded.
    public var url: String
    /// Complete header lines, such as `Authorization: Bearer …`.
    ///
    /// Keep one array for all requests with the same headers: the transport then builds libcurl's list once.
    public var headers: [String]
    /// The body of a POST; ignored for other methods.
    public var body: [UInt8]
    /// The longest time for the whole exchange, connecting included. Counted in milliseconds, at least 1.
    public var timeout: Duration

    /// Makes a request.
    public init(
        _ method: Method, _ url: String, headers: [String] = [], body: [UInt8] = [], timeout: Duration = .seconds(30)
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }
}
