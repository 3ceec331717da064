/// Why an exchange did not end with a whole answer.
public struct TransportFailure: Error, Hashable, Sendable {
    /// What kind of thing went wrong; the words are stable.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The host's or proxy's name has no address.
        case resolve
        /// No connection could be opened, or it ended before TLS was agreed on.
        case connect
        /// The TLS handshake or the certificate check failed.
        case tls
        /// The time for the exchange was up.
        case timeout
        /// The connection ended or broke, or made no sense any more, before the answer was whole.
        case closed
        /// The answer was not HTTP.
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

extension TransportFailure: CustomStringConvertible {
    /// libcurl's own words.
    public var description: String { text }
}
