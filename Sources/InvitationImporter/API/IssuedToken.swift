#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A token as it was handed out, with the time it is valid.
public struct IssuedToken: Hashable, Sendable {
    /// The token.
    public let token: Token
    /// How long it is valid from the moment it came; `nil` if nothing says so.
    public let life: Duration?
    /// The organizations that the token names as its own; empty if it names none.
    let organizations: [String]

    /// Reads what a command printed, a file holds or the token endpoint replied: the token alone, or JSON.
    ///
    /// JSON may have the form of OAuth 2.0 (`access_token` and `expires_in`; RFC 6749, 5.1), with `token` or `id_token`
    /// as the name and `expires_at` or `expiry` as the end. It may be a Kubernetes ExecCredential (`status.token`,
    /// `status.expirationTimestamp`). A JWT states its end as well.
    /// - Parameters:
    ///   - bytes: The text.
    ///   - source: Where it came from, for messages.
    ///   - now: The current time of this machine.
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

    /// Takes a token, with the validity that is known from elsewhere.
    init(_ token: Token, now: Date, life: Duration? = nil) {
        let claims = TokenClaims(token.secret)
        self.token = token
        organizations = claims?.organizations ?? []
        // The earlier end counts: the stated one may count from another moment, and may leave out fractions of a
        // second.
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
