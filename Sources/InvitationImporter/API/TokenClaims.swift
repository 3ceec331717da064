#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a token says about itself, if it is a JWT (RFC 7519). Checking the signature is the server's business.
struct TokenClaims: Hashable, Sendable {
    /// When it was issued.
    let issuedAt: Date?
    /// When it ends.
    let expiresAt: Date?
    /// The organizations that it may be for: the ids of its scope and of its tenant.
    let organizations: [String]

    /// Reads the claims; `nil` for a token of another kind.
    init?(_ token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let json = Self.decoded(parts[1]), let value = try? JSONValue(parsing: json),
            value.members != nil
        else { return nil }
        issuedAt = value["iat"]?.double.map(Date.init(timeIntervalSince1970:))
        expiresAt = value["exp"]?.double.map(Date.init(timeIntervalSince1970:))
        organizations = ["scope_id", "tenant_id"].compactMap { value[$0]?.string }
    }

    /// Base64url without padding (RFC 7515, 2).
    private static func decoded(_ text: Substring) -> Data? {
        var plain = text.replacing("-", with: "+").replacing("_", with: "/")
        plain += String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: String(plain))
    }
}
