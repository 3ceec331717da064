import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// MARK: - Tokens

extension ServerSession {
    /// Attempts count their tags up from 1, lists count theirs down from -1.
    static var tokenTag: Int { 0 }

    func askForToken() {
        switch tokens.ask(now: context.wallClock()) {
        case .ready(let result):
            sender.startedToken(isRequest: false, at: wire.now)
            use(result)
        case .later:
            sender.startedToken(isRequest: false, at: wire.now)
        case .ask(let grant):
            sender.startedToken(isRequest: true, at: wire.now)
            start(api.exchange(grant), tag: Self.tokenTag)
        }
    }

    /// Takes the token endpoint's reply.
    func takeToken(_ exchange: HTTPExchange) {
        // Secrets are struck out of the words. The new token must stay as it is, even if it is a known secret.
        let reply = ServerReply(exchange, now: context.wallClock(), secrets: api.secrets)
        // Not before the new token is a known secret.
        defer { observe(reply) }
        let place = "The token endpoint"
        guard let status = exchange.status, (200..<300).contains(status), exchange.bodyEnd == .complete else {
            let isFinal = exchange.status.map { (400..<500).contains($0) && $0 != 408 && $0 != 429 } ?? false
            let words = "\(place) gave none: \(reply.reason ?? "no answer")"
            return sender.tokenEnded(.failed(words, isFinal: isFinal), reply: reply, at: wire.now)
        }
        use(
            Result { () throws(Token.Missing) in try IssuedToken(exchange.body, from: place, now: context.wallClock())
            },
            reply: reply)
    }

    /// Goes on with a new token, or without one.
    func use(_ result: Result<IssuedToken, Token.Missing>, reply: ServerReply? = nil) {
        switch result {
        case .success(let issued):
            let isNew = issued.token != api.token
            api.token = issued.token
            sender.tokenEnded(
                .issued(life: issued.life, isNew: isNew, organizations: issued.organizations), reply: reply,
                at: wire.now)
        case .failure(let error):
            // Later there may be a token.
            if error.isShortage { sender.stop(.gaveUp("this machine is short of something: \(error)")) }
            sender.tokenEnded(.failed(error.description, isFinal: true), reply: reply, at: wire.now)
        }
    }
}
