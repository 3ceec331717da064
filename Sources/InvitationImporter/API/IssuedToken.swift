#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A token as somebody handed it out, and how long it is good for.
public struct IssuedToken: Hashable, Sendable {
    /// The token.
    public let token: Token
    /// How long it is good for from the moment it came; `nil` if nobody says.
    public let life: Duration?
    /// The organizations that the token itself names as its own; empty if it does not say.
    let organizations: [String]

    /// Takes what a command printed, a file holds or the token endpoint answered: the token alone, or JSON.
    ///
    /// JSON is understood as OAuth 2.0 has it (`access_token` and `expires_in`; RFC 6749, 5.1), with `token` or `id_token`
    /// for the name and `expires_at` or `expiry` for the end, and as a Kubernetes ExecCredential (`status.token`,
    /// `status.expirationTimestamp`). A JWT says its end itself as well.
    ///
    /// - Parameters:
    ///   - bytes: What came.
    ///   - source: Where it came from, for messages.
    ///   - now: The time of day here.
    /// - Throws: ``Token/Missing`` if there is no token in it.
    init(_ bytes: some Sequence<UInt8>, from source: String, now: Date) throws(Token.Missing) {
        let text = String(decoding: Array(bytes), as: UTF8.self).trimmed()
        guard text.hasPrefix("{") else {
            self.init(try Token(text, from: source), now: now)
            return
        }
        guard let value = try? JSONValue(parsing: text), let found = Self.token(in: value) else {
            throw Token.Missing(description: "\(source) gave JSON without an access_token or token.")
        }
        self.init(try Token(found, from: source), now: now, life: Self.life(in: value, now: now))
    }

    /// Takes a token, and what is known of its life from elsewhere.
    init(_ token: Token, now: Date, life: Duration? = nil) {
        let claims = TokenClaims(token.secret)
        self.token = token
        organizations = claims?.organizations ?? []
        // The end that comes first: what is stated may count from another moment, and leave out parts of a second.
        let own = claims?.expiresAt.map { Duration.seconds(max(0, $0.timeIntervalSince(now))) }
        self.life = [life, own].compactMap(\.self).min()
    }

    private static func token(in value: JSONValue) -> String? {
        let own = ["access_token", "token", "accessToken", "id_token"].lazy.compactMap { value[$0]?.string }.first
        return own ?? value["status"]?["token"]?.string
    }

    private static func life(in value: JSONValue, now: Date) -> Duration? {
        if let seconds = value["expires_in"]?.double ?? value["expires_in"]?.string.flatMap(Double.init) {
            return seconds >= 0 && seconds < 1e9 ? .seconds(seconds) : nil
        }
        let names = ["expires_at", "expiresAt", "expiry"]
        let stated = names.lazy.compactMap { value[$0] }.first ?? value["status"]?["expirationTimestamp"]
        guard let end = stated else { return nil }
        let date = end.double.map(Date.init(timeIntervalSince1970:)) ?? end.string.flatMap(ISOTime.parse)
        return date.map { .seconds(max(0, $0.timeIntervalSince(now))) }
    }
}
