/// Why an exchange did not end with a whole answer.
public struct TransportFailure: Error, Hashable, Sendable {
    /// What kind of thing went wrong; the words are stable.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The host's name has no address.
        case resolve
        /// No connection could be opened, or it ended before TLS was agreed on.
        case connect
        /// The TLS handshake or the certificate check failed.
        case tls
        /// The proxy has no address, or it refused to lead to the host: it wants a password, or does not allow it.
        case proxy
        /// The time for the exchange was up.
        case timeout
        /// The connection ended or broke, or made no sense any more, before the answer was whole.
        case closed
        /// The answer was not HTTP, or its body was compressed in a way that cannot be undone.
        case garbage
        /// The answer's headers or body were longer than allowed.
        case tooLarge = "too-large"
        /// libcurl was about to send the request a second time and was stopped.
        case secondSend = "second-send"
        /// The request could not be started at all: a URL that libcurl refuses, no memory.
        case unusable
        /// Anything else; the text says what.
        case other
    }

    /// The kind.
    public var kind: Kind
    /// libcurl's own words, for a person.
    public var text: String

    /// Makes a failure.
    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

extension TransportFailure {
    /// What a proxy means by a 407, whether it was asked for a tunnel or for the page itself.
    public static let proxyRefused = TransportFailure(
        .proxy, "the proxy wants a name and a password, or others than it got (407)")

    /// What a person can do about a failure that every request meets alike; `nil` where nothing is known.
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
        case .timeout, .closed, .garbage, .tooLarge, .secondSend, .unusable, .other: nil
        }
    }
}

extension TransportFailure: CustomStringConvertible {
    /// libcurl's own words.
    public var description: String { text }
}
