#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SandboxState {
    private struct Grant: Decodable {
        var grant_type: String?
        var api_key: String?
        var client_id: String?
        var client_secret: String?
    }

    private struct Issued: Encodable {
        var access_token: String
        var token_type = "Bearer"
        var expires_in: Int
    }

    /// Exchanges a key or a secret for a token. Any value with the right prefix is accepted.
    mutating func issueToken(
        _ request: SandboxRequest, at now: SandboxMoment
    ) throws(SandboxProblem) -> SandboxAnswer {
        guard request.method == "POST" else {
            throw SandboxProblem(status: 405, code: "METHOD_NOT_ALLOWED", message: "Method not allowed.")
        }
        guard let grant = try? JSONDecoder().decode(Grant.self, from: Data(request.body)) else {
            throw .validation("The request body is not valid JSON.")
        }
        let subject: String
        let type: String
        switch grant.grant_type {
        case "api_key":
            guard let key = grant.api_key else {
                throw .validation("Invalid request body.", ["api_key": "is required"])
            }
            guard Self.has(key, "plt_sk_") else { throw .unauthorized("Invalid API key.") }
            (subject, type) = ("sandbox-user", "user")
        case "client_credentials":
            guard let id = grant.client_id, let secret = grant.client_secret else {
                throw .validation("Invalid request body.", ["client_id": "and client_secret are required"])
            }
            guard Self.has(id, "sa-"), Self.has(secret, "plt_cs_") else {
                throw .unauthorized("Invalid client credentials.")
            }
            (subject, type) = (id, "service_account")
        default: throw .validation("Invalid request body.", ["grant_type": "unknown value"])
        }
        let token = token(
            for: subject, type: type, lifetime: configuration.tokenLifetime + configuration.tokenGrace, at: now)
        return .json(Issued(access_token: token, expires_in: configuration.tokenLifetime.roundedUpSeconds))
    }

    /// A new token for the first organization.
    package mutating func token(
        for subject: String = "sandbox-user", type: String = "user", lifetime: Duration, at now: SandboxMoment
    ) -> String {
        tokensIssued += 1
        return TokenIssuer.token(
            for: subject, type: type, organization: configuration.organizations.first?.id ?? "", lifetime: lifetime,
            at: now, id: configuration.seed &+ tokensIssued)
    }

    private static func has(_ value: String, _ prefix: String) -> Bool {
        value.hasPrefix(prefix) && value.count > prefix.count
    }
}
