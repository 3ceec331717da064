public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One request and what came back, without any secret that this program knows, for a person who wants to see what goes
/// over the wire.
public struct ExchangeNote: Sendable {
    /// When it ended.
    public let endedAt: Date
    /// The request's method.
    public let method: HTTPRequest.Method
    /// The request's URL.
    public let url: String
    /// The request's header lines.
    public let requestHeaders: [String]
    /// The request's body; empty for none.
    public let requestBody: String
    /// The final status; `nil` if none came.
    public let status: Int?
    /// From the start of the request to the end of the reply.
    public let duration: Duration
    /// The server's id of the request, for its support.
    public let requestID: String?
    /// The server's words or, without a reply, what went wrong on the way; `nil` for a success.
    public let words: String?
    /// The reply's headers.
    public let headers: [HTTPHeaders.Field]
    /// The reply's body as far as it came. Of a reply that brings a token, nothing.
    public let body: String

    /// Headers whose value is a secret, whoever made it.
    private static let secretHeaders: Set<String> = ["authorization", "proxy-authorization", "cookie", "set-cookie"]

    /// Makes a note.
    ///
    /// - Parameter secrets: What is removed from everything, also what became known with the reply itself.
    init(_ request: HTTPRequest, _ reply: ServerReply, at endedAt: Date, secrets: KnownSecrets) {
        let exchange = reply.exchange
        self.endedAt = endedAt
        method = request.method
        url = secrets.struck(request.url)
        requestHeaders = request.headers.map { line in
            let name = line.prefix { $0 != ":" }
            return Self.secretHeaders.contains(name.lowercased()) ? "\(name): ***" : secrets.struck(line)
        }
        requestBody = secrets.struck(String(decoding: request.body, as: UTF8.self))
        status = exchange.status
        duration = exchange.duration
        requestID = reply.requestID
        words = reply.reason
        headers = exchange.headers.fields.map { field in
            var field = field
            field.value = Self.secretHeaders.contains(field.name) ? "***" : secrets.struck(field.value)
            return field
        }
        let bringsToken = request.url.hasSuffix(InvitationAPI.tokenPath) && exchange.status.map { $0 < 300 } ?? false
        body = bringsToken ? "***" : secrets.struck(String(decoding: exchange.body, as: UTF8.self))
    }
}

extension ExchangeNote {
    /// The whole exchange as one object, for `--trace`.
    public var json: JSONValue {
        .object([
            "endedAt": .string(endedAt.timestamp), "method": .string(method.rawValue), "url": .string(url),
            "requestHeaders": .strings(requestHeaders), "requestBody": .string(requestBody),
            "status": status.map(JSONValue.integer) ?? .null,
            "milliseconds": .integer(Int(duration / .milliseconds(1))),
            "requestId": requestID.map(JSONValue.string) ?? .null, "words": words.map(JSONValue.string) ?? .null,
            "headers": .strings(headers.map { "\($0.name): \($0.value)" }), "body": .string(body),
        ])
    }
}
