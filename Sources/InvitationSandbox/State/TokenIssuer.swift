#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Issues and recognises bearer tokens. They are unsigned, in the form of a JWT with the word `sandbox` as signature.
package struct TokenIssuer: Sendable {
    private struct Claims: Codable {
        var sub: String
        var iss = "k0rdent-sandbox"
        var aud = "k0rdent-ai"
        var exp: Int
        var iat: Int
        var jti: String
        var scope = "organization"
        var scope_id: String
        var roles = ["iam-admin"]
        var principal_type: String
    }

    private let fixed: String
    private var expiries: [String: Int] = [:]

    /// Makes an issuer; `fixed` is a token that never expires.
    package init(fixed: String) { self.fixed = fixed }

    /// A token that is valid from `now` for this lifetime. It needs no memory, so any sandbox accepts it.
    package static func token(
        for subject: String, type: String, organization: String, lifetime: Duration, at now: SandboxMoment, id: UInt64
    ) -> String {
        let issued = now.unixMilliseconds / 1000
        var generator = SplitMix64(seed: id)
        let claims = Claims(
            sub: subject, exp: issued + lifetime.roundedUpSeconds, iat: issued, jti: generator.uuid(),
            scope_id: organization, principal_type: type)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let body = (try? encoder.encode(claims)) ?? Data()
        return base64url(Data(#"{"alg":"none","typ":"JWT"}"#.utf8)) + "." + base64url(body) + ".sandbox"
    }

    /// Checks that an `Authorization` field admits a request at a time.
    package mutating func check(_ authorization: String?, at now: SandboxMoment) throws(SandboxProblem) {
        guard let authorization else { throw .unauthorized("Missing bearer token.") }
        let words = authorization.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer" else {
            throw .unauthorized("Malformed Authorization header.")
        }
        let token = String(words[1])
        if token == fixed { return }
        guard let expiry = expiries[token] ?? Self.expiry(of: token) else { throw .unauthorized("Invalid token.") }
        if expiries.count > 1000 { expiries.removeAll() }
        expiries[token] = expiry
        guard now.unixMilliseconds < expiry * 1000 else { throw .unauthorized("Token has expired.") }
    }

    private static func expiry(of token: String) -> Int? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2] == "sandbox" else { return nil }
        var text = parts[1].replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        return Data(base64Encoded: String(text)).flatMap { try? JSONDecoder().decode(Claims.self, from: $0) }?.exp
    }

    private static func base64url(_ data: Data) -> String {
        var text = data.base64EncodedString()
        while text.hasSuffix("=") { text.removeLast() }
        return text.replacing("+", with: "-").replacing("/", with: "_")
    }
}
