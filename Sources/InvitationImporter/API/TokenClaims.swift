#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a token says about itself, if it is a JWT (RFC 7519). Checking the signature is the server's business.
public struct TokenClaims: Hashable, Sendable {
    /// Whose it is, as the server names them; `nil` if it does not say.
    public let subject: String?
    /// When it was issued.
    public let issuedAt: Date?
    /// When it ends.
    public let expiresAt: Date?
    /// The organizations that it may be for: the ids of its scope and of its tenant.
    public let organizations: [String]

    /// Reads the claims; `nil` for a token of another kind.
    init?(_ token: String) {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let json = Self.decoded(parts[1]), let value = try? JSONValue(parsing: json),
            value.members != nil
        else { return nil }
        subject = value["sub"]?.string
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
