/// Why an exchange did not end with a whole reply.
public struct TransportFailure: Error, Hashable, Sendable {
    /// What kind of thing went wrong. The raw values are stable.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The host's name has no address.
        case resolve
        /// No connection could be opened, or it ended before TLS was agreed.
        case connect
        /// The TLS handshake or the certificate check failed.
        case tls
        /// The proxy has no address, or it refused to connect to the host: it wants a password, or forbids the host.
        case proxy
        /// The time for the exchange was up.
        case timeout
        /// The connection ended, broke or made no sense any more before the reply was whole.
        case closed
        /// The reply was not HTTP, or its body was compressed in a way that cannot be undone.
        case garbage
        /// The reply's headers or body were longer than allowed.
        case tooLarge = "too-large"
        /// libcurl was about to send the request a second time and was stopped.
        case secondSend = "second-send"
        /// This machine has no thread, descriptor or memory left for the request now. Later it may have.
        case shortage
        /// The request cannot be started at all, now or later; for example, libcurl refuses its URL.
        case unusable
        /// Anything else; the text says what.
        case other
    }

    /// The kind.
    public var kind: Kind
    /// The text for a person, mostly libcurl's own words.
    public var text: String

    /// Makes a failure.
    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

extension TransportFailure {
    /// What a 407 from a proxy means, whether to a request for a tunnel or for the page itself.
    ///
    /// - Parameter proxy: The proxy that the request went through; `nil` if that is not known.
    public static func proxyRefused(by proxy: Proxy?) -> TransportFailure {
        let name = proxy.map { " \($0.shown) (\($0.variable))" } ?? ""
        return TransportFailure(.proxy, "the proxy\(name) wants a name and a password, or others than it got (407)")
    }

    /// What a person can do about a failure that every request will meet; `nil` where nothing is known.
    public var advice: String? {
        switch kind {
        case .resolve:
            "Check the name in the API URL (--api-url or K0RDENT_API_URL), and this machine's network and DNS."
        case .connect:
            "Check the host and port of the API URL (--api-url or K0RDENT_API_URL), and the network."
        case .tls:
            "Check the API URL and this machine's clock. Where the server's certificate comes from an authority of your "
                + "own, name its file with --ca-file."
        case .proxy:
            "Check the variable that names the proxy, such as https_proxy=http://name:password@host:port, or except the "
                + "server from it with no_proxy."
        case .shortage:
            "Raise the limits of this process (ulimit -a shows them: open files, processes, memory). Fewer requests at once "
                + "need less: import and revoke take a smaller --concurrency."
        case .timeout, .closed, .garbage, .tooLarge, .secondSend, .unusable, .other: nil
        }
    }
}

extension TransportFailure: CustomStringConvertible {
    /// The text.
    public var description: String { text }
}
