import CurlMulti

// MARK: - Inviting

extension AttemptResult {
    /// What a reply means for an attempt to create an invitation.
    init(_ reply: ServerReply, inviting invitation: Invitation) {
        switch (reply.kind, reply.status) {
        case (.served, let status?) where status < 300: self = Self.success(reply, invitation)
        case (.served, let status?):
            let isThere = status == 409 || AlreadySentence(reply.message, about: invitation).isAbout
            self = isThere ? .conflict : .refused
        // A server may redirect after it has done what was asked. These three ask for the same request elsewhere.
        case (.wholeRun, let status?) where (300..<400).contains(status) && ![301, 307, 308].contains(status):
            self = .unknown
        default: self = Self.common(reply.kind)
        }
    }

    /// What a reply means for an attempt of any kind.
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

    /// A success counts only with the invitation in its body. An empty body cannot contradict. One that is not whole
    /// counts unless what came of it says no.
    private static func success(_ reply: ServerReply, _ invitation: Invitation) -> AttemptResult {
        // Nobody can read a garbled body, so it may say anything.
        if reply.exchange.bodyEnd == .garbled { return .notUnderstood }
        // A part, a list of results, or what was done before.
        guard let status = reply.status, (200...204).contains(status), !reply.hasFailureBeside else {
            return .notUnderstood
        }
        if reply.isEmpty { return .invited }
        guard reply.isWhole else {
            return saysNo(asFarAsItCame: reply, Refusal(of: invitation)) ? .notUnderstood : .invited
        }
        let described = JSONValue.unambiguous(reply.exchange.body).flatMap {
            CreatedInvitation.isDescribed($0, asked: invitation)
        }
        return described == nil ? .notUnderstood : .invited
    }

    /// Whether a body that was cut says no as far as it came.
    private static func saysNo(asFarAsItCame reply: ServerReply, _ refusal: Refusal) -> Bool {
        guard let value = JSONValue(cut: reply.exchange.body) else {
            let text = String(decoding: reply.exchange.body.prefix(500), as: UTF8.self)
            return reply.begins(as: "<") || Refusal.isNo(text)
        }
        return value.members.map(refusal.isIn) ?? true
    }
}

extension ServerReply {
    /// Whether a header says that the request failed, whatever the status.
    var hasFailureBeside: Bool {
        let headers = exchange.headers
        if headers["content-type"]?.lowercased().holds("problem+") ?? false { return true }
        if let status = headers["grpc-status"], status != "0" { return true }
        return headers.fields.contains { field in
            // Every reply has headers, and few have such a one.
            Self.failures.contains(where: field.name.holds)
                && NameWords.split(field.name).contains { ["error", "errors", "exception"].contains($0) }
                && !["", "0", "false", "none"].contains(field.value.lowercased())
        }
    }

    private static let failures = ["error", "Error", "ERROR", "xception", "XCEPTION"]
}

// MARK: - Revoking

extension AttemptResult {
    /// What a reply means for an attempt to revoke an invitation.
    ///
    /// The documented replies are 204 and the usual errors. A 404 says that the invitation is gone, a 409 with
    /// `INVALID_STATE_TRANSITION` that it was accepted. A success that is not understood is looked up like a server
    /// error: revoking again does no harm.
    init(revoking reply: ServerReply) {
        switch (reply.kind, reply.status) {
        case (.served, let status?) where status < 300: self = Self.isRevoked(reply) ? .revoked : .unknown
        case (.served, 404), (.served, 410): self = .gone
        case (.served, 409) where reply.message.code == "INVALID_STATE_TRANSITION": self = .accepted
        default: self = Self.common(reply.kind)
        }
    }

    /// Whether a success says that it revoked: it has no body, or an object without a ``Refusal`` in it.
    private static func isRevoked(_ reply: ServerReply) -> Bool {
        if reply.exchange.bodyEnd == .garbled { return false }
        if reply.isEmpty || !reply.isWhole { return true }
        guard let value = try? JSONValue(parsing: reply.exchange.body), case .object(let members) = value else {
            return false
        }
        // An invitation that still waits, or was accepted, is not revoked.
        if let word = (value["status"] ?? value["state"])?.string,
            [.waiting, .accepted].contains(InvitationState(word: word))
        {
            return false
        }
        return !Refusal(of: nil).isIn(members)
    }
}
