/// A lasting secret that the API's token endpoint exchanges for a token.
///
/// It prints as three stars, so that no message can reveal it by accident.
public struct TokenGrant: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The body of the request, only for the token endpoint.
    let body: [UInt8]
    /// The secret itself, to be kept out of all texts.
    let secret: String

    /// Makes a grant from a personal or service API key (`plt_sk_…`).
    public init(apiKey: String) {
        secret = apiKey.trimmed()
        body = JSONValue.object(["grant_type": .string("api_key"), "api_key": .string(secret)]).bytes
    }

    /// Makes a grant from a service account's id and secret.
    public init(clientID: String, secret: String) {
        self.secret = secret.trimmed()
        body =
            JSONValue.object([
                "grant_type": .string("client_credentials"), "client_id": .string(clientID.trimmed()),
                "client_secret": .string(self.secret),
            ]).bytes
    }

    /// Three stars.
    public var description: String { "***" }
    /// Three stars.
    public var debugDescription: String { "***" }
}
