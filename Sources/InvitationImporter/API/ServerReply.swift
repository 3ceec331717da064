public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What the server answered to a request of any kind, or what went wrong on the way.
///
/// It says what the exchange means for the server, the token and the pace. What an answer means for an invitation says
/// ``AttemptReply``; a page of a list is a ``ListPage``.
public struct ServerReply: Sendable {
    /// What a reply says about the server, whatever was asked.
    public enum Kind: Hashable, Sendable {
        /// The server dealt with the request in good order, with a yes or a no.
        case served
        /// Too many requests, or the server wants a pause: not processed, try again later.
        case turnedAway
        /// A server error; the request may have been processed all the same.
        case trouble
        /// No final status came, and the request may have been processed.
        case silence
        /// Nothing left this machine.
        case notSent
        /// The server does not accept the token.
        case credentials
        /// An answer that would meet every request alike.
        case wholeRun
    }

    /// What it says about the server.
    public let kind: Kind
    /// The HTTP status, if a final one came.
    public let status: Int?
    /// The server's words or, without an answer, what went wrong on the way; `nil` for a success.
    public let reason: String?
    /// The server's id of the request, for its support.
    public let requestID: String?
    /// Whether the body came to its announced end.
    let isWhole: Bool
    /// The server's own time, if it gave it.
    let serverTime: Date?
    /// How long the server wants us to wait, if it said so.
    let retryAfter: RetryAfter?
    /// What the server says about its limits, if anything.
    let hint: RateHint?
    /// What the server says, if it is no success.
    let message: ServerMessage
    /// The exchange, without secrets.
    let exchange: HTTPExchange
    /// What must not stand in any words.
    let secrets: KnownSecrets

    /// Finds the meaning of an exchange: the HTTP status first, what went wrong on the way second.
    ///
    /// - Parameters:
    ///   - exchange: What came back.
    ///   - now: The time here, for `Retry-After` dates where the server gives no `Date`.
    ///   - secrets: What is struck out of everything that it says.
    public init(_ exchange: HTTPExchange, now: Date, secrets: KnownSecrets = KnownSecrets()) {
        let exchange = secrets.struck(exchange)
        self.exchange = exchange
        self.secrets = secrets
        status = exchange.status
        message = secrets.struck(ServerMessage(body: exchange.status == nil ? [] : exchange.body))
        isWhole = exchange.bodyEnd == .complete
        requestID = (exchange.headers["x-request-id"] ?? message.requestID).map(secrets.struck)
        serverTime = exchange.headers["date"].flatMap(HTTPDate.parse)
        let clock = serverTime ?? now
        retryAfter = exchange.headers["retry-after"].flatMap { RetryAfter($0, now: clock) }
        hint = RateHint(headers: exchange.headers, now: clock)
        kind = Self.kind(of: exchange, message)
        reason = Self.reason(of: exchange, message).map(secrets.struck)
    }

    private static func kind(of exchange: HTTPExchange, _ message: ServerMessage) -> Kind {
        guard let status = exchange.status else {
            guard exchange.delivery == .notSent else { return .silence }
            switch exchange.failure?.kind {
            case .tls, .proxy, .unusable: return .wholeRun
            default: return .notSent
            }
        }
        switch status {
        // Only a proxy says 407, and it has passed nothing on.
        case 300..<400, 407: return .wholeRun
        case 401: return .credentials
        case 408, 500...: return .trouble
        case 429: return .turnedAway
        case 400... where message.code == "QUOTA_EXCEEDED": return .wholeRun
        case 400... where asksToWait(exchange, message): return .turnedAway
        case 403 where message.isQuota: return .wholeRun
        default: return .served
        }
    }

    /// Whether a refusal is no refusal of this request, but asks to come later.
    private static func asksToWait(_ exchange: HTTPExchange, _ message: ServerMessage) -> Bool {
        if exchange.headers["retry-after"] != nil || message.asksToSlowDown { return true }
        return RateHint(headers: exchange.headers, now: .distantPast)?.remaining == 0
    }

    private static func reason(of exchange: HTTPExchange, _ message: ServerMessage) -> String? {
        guard let status = exchange.status else {
            return exchange.failure.map { Printable.escape($0.text, limit: 300) }
        }
        switch status {
        case ..<300: return nil
        case 300..<400: return redirection(exchange) ?? "HTTP \(status) without words"
        case 407: return TransportFailure.proxyRefused.text
        default: return message.text ?? "HTTP \(status) without words"
        }
    }

    private static func redirection(_ exchange: HTTPExchange) -> String? {
        exchange.headers["location"].map {
            "the server redirects to \(Printable.escape($0, limit: 200)); redirects are not followed, check the API URL"
        }
    }
}

// MARK: - The way to the server

extension ServerReply {
    /// What went wrong on the way, so that the request never arrived; `nil` if it did, or may have.
    private var failure: TransportFailure? {
        if status == 407 { return .proxyRefused }
        return status == nil && exchange.delivery == .notSent ? exchange.failure : nil
    }

    /// Whether it shows that there is a way to the server: an answer of its own, or a connection that took the request.
    var comesFromServer: Bool { failure == nil && (status != nil || kind == .silence) }

    /// What keeps everything from reaching the server, and what to do about it; `nil` if that is not known.
    var unreachable: String? {
        guard let failure, let advice = failure.advice else { return nil }
        return "\(Printable.escape(secrets.struck(failure.text), limit: 300)). \(advice)"
    }
}

extension ServerReply {
    /// Whether the body has nothing in it.
    var isEmpty: Bool { exchange.body.allSatisfy(\.isBlank) }

    /// Whether it is a page for people where the API was asked: a login, a proxy's notice.
    var isPage: Bool {
        status.map { $0 < 300 } == true && isWhole && (try? JSONValue(parsing: exchange.body)) == nil
            && exchange.body.first { !$0.isBlank } == UInt8(ascii: "<")
    }
}
