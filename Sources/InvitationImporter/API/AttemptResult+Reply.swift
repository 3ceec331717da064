import CurlMulti

// MARK: - Inviting

extension AttemptResult {
    /// What a reply means for an attempt to create an invitation.
    init(_ reply: ServerReply, inviting invitation: Invitation) {
        switch (reply.kind, reply.status) {
        case (.served, let status?) where status < 300: self = Self.noSuccess(reply) ?? .invited
        case (.served, let status?): self = Self.refusal(status, reply.message, invitation)
        // "See other" is what a server may say after it has done what was asked.
        case (.wholeRun, 303?): self = .unknown
        default: self = Self.common(reply.kind)
        }
    }

    /// What a reply means whatever was attempted.
    private static func common(_ kind: ServerReply.Kind) -> AttemptResult {
        switch kind {
        case .served: .refused
        case .turnedAway: .turnedAway
        case .trouble: .perhapsProcessed
        case .silence: .unknown
        case .notSent: .notSent
        case .credentials: .credentials
        case .wholeRun: .wholeRun
        }
    }

    /// Refusals that mean "this person is there already" are told by their words: the API documents no code for them
    /// at this call, and its other 409s (a transition not allowed, a pool without room) are plain refusals.
    ///
    /// A refusal of everybody (403, 404) is never taken for one, and an address that is quoted is no wording.
    private static func refusal(_ status: Int, _ message: ServerMessage, _ asked: Invitation) -> AttemptResult {
        guard status != 403, status != 404 else { return .refused }
        let words = message.words(without: asked)
        switch message.code?.uppercased() {
        case "ALREADY_MEMBER": return .alreadyMember
        case "ALREADY_INVITED": return .alreadyInvited
        case "CONFLICT", nil: break
        default: return .refused
        }
        if ["is already a member", "already a member of", "already member"].contains(where: words.contains) {
            return .alreadyMember
        }
        let invited = ["already invited", "already been invited", "invitation already", "already has an invitation"]
        if invited.contains(where: words.contains) || words.contains("already has a pending") { return .alreadyInvited }
        guard status == 409 else { return .refused }
        let exists = ["already exist", "duplicate", "already has"].contains(where: words.contains)
        return exists ? .alreadyInvited : .conflict
    }

    /// What a 2xx is that carries something that no answer of the API to this request is; `nil` for a success.
    private static func noSuccess(_ reply: ServerReply) -> AttemptResult? {
        guard reply.isWhole else { return nil }
        let body = reply.exchange.body
        if let value = try? JSONValue(parsing: body) {
            let isError = value["success"]?.bool == false || value["error"].map { !$0.isNull } ?? false
            return isError ? .refused : nil
        }
        // A page for people: a login, a proxy's notice. Whether somebody was invited behind it, nobody knows.
        return body.first { !$0.isBlank } == UInt8(ascii: "<") ? .unknown : nil
    }
}

// MARK: - Revoking

extension AttemptResult {
    /// What a reply means for an attempt to revoke an invitation.
    ///
    /// Documented are 204 and the usual errors. A 404 says that it is gone, a 409 with `INVALID_STATE_TRANSITION` that
    /// it was accepted.
    init(revoking reply: ServerReply) {
        switch (reply.kind, reply.status) {
        case (.served, let status?) where status < 300:
            switch Self.noSuccess(reply) {
            case nil: self = .revoked
            case let other?: self = other
            }
        case (.served, 404), (.served, 410): self = .gone
        case (.served, 409) where reply.message.code == "INVALID_STATE_TRANSITION": self = .accepted
        default: self = Self.common(reply.kind)
        }
    }
}
