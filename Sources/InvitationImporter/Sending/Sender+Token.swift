public import CurlMulti

/// The result of asking for a token.
public enum TokenResult: Hashable, Sendable {
    /// There is a token. `life`: how long it is valid; `nil` if that is not known. `isNew`: whether it is another one
    /// than before. `organizations`: those that it names as its own.
    case issued(life: Duration?, isNew: Bool, organizations: [String])
    /// There is none, for this reason. `isFinal`: asking again is of no use.
    case failed(String, isFinal: Bool)
}

// MARK: - Tokens

extension Sender {
    /// Takes the result of asking for a token.
    ///
    /// - Parameters:
    ///   - result: The result.
    ///   - reply: The token endpoint's reply, if it was asked.
    ///   - now: When the result came.
    public mutating func tokenEnded(_ result: TokenResult, reply: ServerReply? = nil, at now: Instant) {
        gate.ended()
        if let reply {
            clock.learn(reply.serverTime, at: now)
            learn(reply.kind, reply, startedAt: now, generation: nil, at: now)
            gate.follow(reply, using: &generator, at: now)
        }
        switch result {
        case .issued(let life, let isNew, let organizations):
            lists.tokenNames(organizations)
            guard !credentials.replaced(life: life, isNew: isNew, policy: policy.retry, at: now) else { return }
            stop(.credentialsRefused("it was refused, and there is no other"))
        case .failed(let words, let isFinal):
            gate.tokenFailed(words)
            let goesOn = credentials.failed(isFinal: isFinal, policy: policy.retry, using: &generator, at: now)
            if !goesOn { stop(.credentialsRefused(words)) }
        }
    }
}
