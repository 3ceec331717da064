public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The server's reply to a request of any kind, or what went wrong on the way.
///
/// It says what the exchange means for the server, the token and the pace. ``AttemptReply`` says what a reply means for
/// an invitation, and ``ListPage`` reads a page of a list.
public struct ServerReply: Sendable {
    /// What a reply says about the server, whatever was asked.
    public enum Kind: Hashable, Sendable {
        /// The server dealt with the request properly, with a yes or a no.
        case served
        /// Too many requests, or the server wants a pause: not processed, try again later.
        case turnedAway
        /// A server error. The request may have been processed all the same.
        case trouble
        /// No final status came, and the request may have been processed.
        case silence
        /// Nothing left this machine.
        case notSent
        /// The server does not accept the token.
        case credentials
        /// A reply that every request would get.
        case wholeRun
    }

    /// What it says about the server.
    public let kind: Kind
    /// The HTTP status, if a final one came.
    public let status: Int?
    /// The server's words or, without a reply, what went wrong on the way; `nil` for a success.
    public let reason: String?
    /// The server's id of the request, for its support.
    public let requestID: String?
    /// Whether the body reached its announced end.
    let isWhole: Bool
    /// The server's time, if it gave it.
    let serverTime: Date?
    /// How long the server asks this program to wait, if it does.
    let retryAfter: RetryAfter?
    /// What the server says about its limits, if it says anything.
    let hint: RateHint?
    /// What the server says, if the reply is not a success; `nil` for a success, where it is read on demand.
    private let said: ServerMessage?
    /// The exchange, without secrets.
    let exchange: HTTPExchange
    /// The secrets to remove from any words.
    let secrets: KnownSecrets

    /// Finds the meaning of an exchange: first from the HTTP status, then from what went wrong on the way.
    ///
    /// - Parameters:
    ///   - exchange: What came back.
    ///   - now: This machine's time, for `Retry-After` dates if the server gives no `Date`.
    ///   - secrets: What is removed from everything that it says.
    public init(_ exchange: HTTPExchange, now: Date, secrets: KnownSecrets = KnownSecrets()) {
        let exchange = secrets.struck(exchange)
        self.exchange = exchange
        self.secrets = secrets
        status = exchange.status
        let isSuccess = exchange.status.map { $0 < 300 } ?? false
        let message = isSuccess ? nil : secrets.struck(ServerMessage(body: exchange.status == nil ? [] : exchange.body))
        said = message
        isWhole = exchange.bodyEnd == .complete
        requestID = (exchange.headers["x-request-id"] ?? Self.requestID(in: exchange.body, message)).map(secrets.struck)
        serverTime = exchange.headers["date"].flatMap(HTTPDate.parse)
        let clock = serverTime ?? now
        retryAfter = exchange.headers["retry-after"].flatMap { RetryAfter($0, now: clock) }
        hint = RateHint(headers: exchange.headers, now: clock)
        kind = Self.kind(of: exchange, message ?? ServerMessage(body: []))
        reason = Self.reason(of: exchange, message ?? ServerMessage(body: [])).map(secrets.struck)
    }

    /// What the server says.
    ///
    /// - Complexity: O(bytes of the body) for a success: nearly none is asked.
    var message: ServerMessage { said ?? secrets.struck(ServerMessage(body: exchange.body)) }

    /// The id of the request in a body. Of a success, only one that may have it is read.
    private static func requestID(in body: [UInt8], _ message: ServerMessage?) -> String? {
        if let message { return message.requestID }
        let name = Array("requestId".utf8)
        // A name may be written with escapes.
        let mayHaveIt = body.withUnsafeBufferPointer { $0.contains(.backslash) || $0.contains(name) }
        return mayHaveIt ? ServerMessage(body: body).requestID : nil
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
        // Only a proxy sends 407, and then it has passed nothing on.
        case 300..<400, 407: return .wholeRun
        case 401: return .credentials
        case 408, 500...: return .trouble
        // 420 and 425 are of the same kind: too much, and too early.
        case 420, 425, 429: return .turnedAway
        case 400... where message.code == "QUOTA_EXCEEDED": return .wholeRun
        case 400... where asksToWait(exchange, message): return .turnedAway
        case 403 where message.isQuota: return .wholeRun
        default: return .served
        }
    }

    /// Whether a refusal only asks to come later.
    private static func asksToWait(_ exchange: HTTPExchange, _ message: ServerMessage) -> Bool {
        if exchange.headers["retry-after"] != nil || message.asksToSlowDown { return true }
        if exchange.status != 409, message.asksForAnotherTry { return true }
        let codes = exchange.headers.fields.filter { NameWords.split($0.name).contains("code") }
        if codes.contains(where: { ServerMessage.isCodeToSlowDown($0.value) }) { return true }
        return RateHint(headers: exchange.headers, now: .distantPast)?.remaining == 0
    }

    private static func reason(of exchange: HTTPExchange, _ message: ServerMessage) -> String? {
        guard let status = exchange.status else {
            return exchange.failure.map { Printable.escape($0.text, limit: 300) }
        }
        switch status {
        case ..<300: return nil
        case 300..<400: return redirection(exchange) ?? "HTTP \(status) without words"
        case 407: return Printable.escape(proxyRefusal(exchange).text, limit: 300)
        default: return message.text ?? "HTTP \(status) without words"
        }
    }

    private static func proxyRefusal(_ exchange: HTTPExchange) -> TransportFailure {
        exchange.failure ?? .proxyRefused(by: nil)
    }

    private static func redirection(_ exchange: HTTPExchange) -> String? {
        exchange.headers["location"].map {
            "the server redirects to \(Printable.escape($0, limit: 200)); redirects are not followed, check the API URL"
        }
    }
}

// MARK: - Reaching the server

extension ServerReply {
    /// What kept the request from arriving; `nil` if it arrived, or may have.
    private var failure: TransportFailure? {
        if status == 407 { return Self.proxyRefusal(exchange) }
        return status == nil && exchange.delivery == .notSent ? exchange.failure : nil
    }

    /// Whether it shows that the server can be reached: it sent a reply, or a connection took the request.
    var comesFromServer: Bool { failure == nil && (status != nil || kind == .silence) }

    /// Why nothing can reach the server, and what to do about it; `nil` if that is not known.
    var unreachable: StopReason? {
        guard let failure, let advice = failure.advice else { return nil }
        let words = "\(Printable.escape(secrets.struck(failure.text), limit: 300)). \(advice)"
        return failure.kind == .shortage ? .gaveUp("this machine is short of something: \(words)") : .unreachable(words)
    }
}

extension ServerReply {
    /// Whether the body has nothing in it.
    var isEmpty: Bool { exchange.body.allSatisfy(\.isBlank) }

    /// Whether it is a page for people instead of the API: a login, or a proxy's notice.
    var isPage: Bool {
        status.map { $0 < 300 } == true && isWhole && (try? JSONValue(parsing: exchange.body)) == nil
            && begins(as: "<")
    }

    /// Whether the body, or what came of it, begins with this sign.
    func begins(as sign: UnicodeScalar) -> Bool { exchange.body.first { !$0.isBlank } == UInt8(ascii: sign) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether some bytes, at least one, stand in these.
    fileprivate func contains(_ text: [UInt8]) -> Bool {
        var start = startIndex
        while let found = self[start...].firstIndex(of: text[0]), found + text.count <= count {
            if self[found..<found + text.count].elementsEqual(text) { return true }
            start = found + 1
        }
        return false
    }
}
