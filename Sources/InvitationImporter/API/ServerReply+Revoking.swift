public import CurlMulti

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension ServerReply {
    /// Finds the meaning of an exchange for an attempt, or for something else than one.
    ///
    /// - Parameters:
    ///   - exchange: What came back.
    ///   - attempt: The attempt; `nil` if the request was none.
    ///   - now: The time here, for `Retry-After` dates where the server gives no `Date`.
    init(_ exchange: HTTPExchange, for attempt: Attempt?, now: Date) {
        guard let attempt else {
            self.init(exchange, asked: nil, now: now)
            return
        }
        switch attempt.operation {
        case .invite: self.init(exchange, asked: attempt.invitation, now: now)
        case .revoke(let id): self.init(exchange, revoking: id, now: now)
        }
    }

    /// Finds the meaning of an exchange that was to revoke an invitation.
    ///
    /// Documented are 204 and the usual errors. A 404 says that it is gone, a 409 with `INVALID_STATE_TRANSITION` that
    /// it was accepted.
    public init(_ exchange: HTTPExchange, revoking id: String, now: Date) {
        self.init(exchange, asked: nil, now: now)
        invitationID = id
        expiresAt = nil
        warnings = []
        // The same for everybody who is refused alike, so without the id.
        wordsForAll = wordsForAll.split(separator: id.lowercased(), omittingEmptySubsequences: false)
            .joined(separator: "*")
        switch (attemptClass, status) {
        case (.invited, _): attemptClass = .revoked
        case (.refused, 404), (.refused, 410): attemptClass = .gone
        case (_, 409):
            let isAccepted = ServerMessage(body: exchange.body).code == "INVALID_STATE_TRANSITION"
            attemptClass = isAccepted ? .accepted : .refused
        case (.alreadyInvited, _), (.alreadyMember, _), (.conflict, _): attemptClass = .refused
        default: break
        }
    }
}
