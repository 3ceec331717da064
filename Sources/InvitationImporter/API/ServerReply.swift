public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What an exchange for one invitation means: its class, and everything worth keeping.
public struct ServerReply: Sendable {
    /// What the attempt came to.
    public var attemptClass: AttemptClass
    /// The HTTP status, if a final one came.
    public var status: Int?
    /// The server's words or, without an answer, what went wrong on the way.
    public var reason: String?
    /// What went wrong on the way to the server, where that is what a person has to mend; `nil` if nothing did.
    public var failure: TransportFailure?
    /// The server's id of the request, for its support.
    public var requestID: String?
    /// The server's id of the invitation.
    public var invitationID: String?
    /// When the invitation expires, as the server wrote it.
    public var expiresAt: String?
    /// Whether the body came to its announced end.
    var isWhole = true
    /// The server's own time, if it gave it.
    public var serverTime: Date?
    /// How long the server wants us to wait, if it said so.
    public var retryAfter: RetryAfter?
    /// The server's words without what belongs to the person: the same for everybody who is refused alike.
    var wordsForAll = ""
    /// What the server says about its limits, if anything.
    public var hint: RateHint?
    /// What a person should know although the row is done.
    public var warnings: [String] = []

    /// Makes an answer of what the server's list shows.
    init(settledAs attemptClass: AttemptClass, reason: String?, id: String? = nil, expiresAt: String? = nil) {
        self.attemptClass = attemptClass
        self.reason = reason
        invitationID = id
        self.expiresAt = expiresAt
    }

    /// Finds the meaning of an exchange: the HTTP status first, what went wrong on the way second.
    ///
    /// - Parameters:
    ///   - exchange: What came back.
    ///   - asked: The invitation that was sent; `nil` if the request was for something else.
    ///   - now: The time here, for `Retry-After` dates where the server gives no `Date`.
    public init(_ exchange: HTTPExchange, asked: Invitation?, now: Date) {
        let message = ServerMessage(body: exchange.status == nil ? [] : exchange.body)
        status = exchange.status
        reason = exchange.status.map { $0 >= 300 } ?? false ? message.text : nil
        wordsForAll = message.words(without: asked)
        isWhole = exchange.bodyEnd == .complete
        requestID = exchange.headers["x-request-id"] ?? message.requestID
        serverTime = exchange.headers["date"].flatMap(HTTPDate.parse)
        let clock = serverTime ?? now
        retryAfter = exchange.headers["retry-after"].flatMap { RetryAfter($0, now: clock) }
        hint = RateHint(headers: exchange.headers, now: clock)
        guard let status = exchange.status else {
            attemptClass = Self.classOfSilence(exchange)
            failure = exchange.delivery == .notSent ? exchange.failure : nil
            reason = exchange.failure.map { Printable.escape($0.text, limit: 300) }
            return
        }
        // Only a proxy says so, and it has passed nothing on.
        if status == 407 {
            failure = .proxyRefused
            reason = failure?.text
            attemptClass = .wholeRun
            return
        }
        attemptClass = Self.classOf(status: status, message, exchange, asked: asked)
        if attemptClass == .invited {
            takeInvitation(exchange, asked)
        } else if status < 300 {
            reason = "it answered \(status), but not like the API: \(message.text ?? "")"
        }
        if reason == nil || (300..<400).contains(status), attemptClass != .invited {
            reason = Self.reason(of: exchange, status)
        }
    }

    private mutating func takeInvitation(_ exchange: HTTPExchange, _ asked: Invitation?) {
        let created = JSONValue.unambiguous(exchange.body).flatMap(CreatedInvitation.init)
        invitationID = created?.id
        expiresAt = created?.expiresAt
        if let asked { warnings = created?.differences(from: asked) ?? [] }
        switch exchange.bodyEnd {
        case .complete where created == nil: warnings.append("the answer does not describe the invitation")
        case .complete: break
        case .cut, .tooLarge, .garbled: warnings.append("the answer was not whole (\(exchange.failure?.text ?? "cut"))")
        }
        if let status, ![200, 201, 202].contains(status) { warnings.append("the server answered \(status)") }
    }

    private static func reason(of exchange: HTTPExchange, _ status: Int) -> String {
        if (300..<400).contains(status), let location = exchange.headers["location"] {
            return
                "the server redirects to \(Printable.escape(location, limit: 200)); redirects are not followed, check the API URL"
        }
        return "HTTP \(status) without words"
    }
}

// MARK: - The way to the server

extension ServerReply {
    /// Whether it shows that there is a way to the server: an answer of its own, or a connection that took the request.
    var comesFromServer: Bool { failure == nil && (status != nil || attemptClass == .unknown) }

    /// What keeps everything from reaching the server, and what to do about it; `nil` if that is not known.
    var unreachable: String? {
        guard let failure, let advice = failure.advice else { return nil }
        return "\(Printable.escape(failure.text, limit: 300)). \(advice)"
    }
}

// MARK: - The class

extension ServerReply {
    private static func classOfSilence(_ exchange: HTTPExchange) -> AttemptClass {
        guard exchange.delivery == .notSent else { return .unknown }
        switch exchange.failure?.kind {
        case .tls, .proxy, .unusable: return .wholeRun
        default: return .notSent
        }
    }

    private static func classOf(
        status: Int, _ message: ServerMessage, _ exchange: HTTPExchange, asked: Invitation?
    ) -> AttemptClass {
        switch status {
        case 200..<300: return isNoSuccess(exchange) ?? .invited
        // "See other" is what a server may say after it has done what was asked.
        case 303 where asked != nil: return .unknown
        case 300..<400: return .wholeRun
        case 401: return .credentials
        case 408: return .perhapsProcessed
        case 429: return .turnedAway
        case 400..<500: return classOfRefusal(status: status, message, asked: asked)
        default: return .perhapsProcessed
        }
    }

    /// Refusals that mean "this person is there already" are told by their words: the API documents no code for them
    /// at this call, and its other 409s (a transition not allowed, a pool without room) are plain refusals.
    ///
    /// A refusal of everybody (403, 404) is never taken for one, and an address that is quoted is no wording.
    private static func classOfRefusal(status: Int, _ message: ServerMessage, asked: Invitation?) -> AttemptClass {
        // One of the documented shapes of an error has a number where this word would stand.
        let isQuota = status == 403 && message.words(without: asked).contains("quota")
        if message.code == "QUOTA_EXCEEDED" || isQuota { return .wholeRun }
        guard status != 403, status != 404 else { return .refused }
        let words = message.words(without: asked)
        switch message.code?.uppercased() {
        case "ALREADY_MEMBER": return .alreadyMember
        case "ALREADY_INVITED": return .alreadyInvited
        case "CONFLICT", nil: break
        default: return .refused
        }
        if ["is already a member", "already a member of", "already member"].contains(where: words.contains) {
            return .alreadyMember
        }
        let invited = ["already invited", "already been invited", "invitation already", "already has an invitation"]
        if invited.contains(where: words.contains) || words.contains("already has a pending") { return .alreadyInvited }
        guard status == 409 else { return .refused }
        let exists = ["already exist", "duplicate", "already has"].contains(where: words.contains)
        return exists ? .alreadyInvited : .conflict
    }

    /// Whether a 2xx carries something that no answer of the API to this request is.
    private static func isNoSuccess(_ exchange: HTTPExchange) -> AttemptClass? {
        // Nobody can read what it says.
        if exchange.bodyEnd == .garbled { return .unknown }
        guard exchange.bodyEnd == .complete else { return nil }
        if let value = try? JSONValue(parsing: exchange.body) {
            let isError = value["success"]?.bool == false || value["error"].map { !$0.isNull } ?? false
            return isError ? .refused : nil
        }
        // A page for people: a login, a proxy's notice. Whether somebody was invited behind it, nobody knows.
        let first = exchange.body.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        return first == UInt8(ascii: "<") ? .unknown : nil
    }
}
