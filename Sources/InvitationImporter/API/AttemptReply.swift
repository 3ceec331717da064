import CurlMulti

/// The outcome of one attempt: its result, and everything worth keeping from the server's reply, or from its list.
public struct AttemptReply: Sendable {
    /// The result of the attempt.
    public var result: AttemptResult
    /// The HTTP status, if a final one came.
    public var status: Int?
    /// The server's words or, without a reply, what went wrong on the way.
    public var reason: String?
    /// The server's id of the request, for its support.
    public var requestID: String?
    /// The server's id of the invitation.
    public var invitationID: String?
    /// The id in a success that was not understood as the person's invitation; `nil` for none.
    var answeredID: String?
    /// When the invitation expires, as the server wrote it.
    public var expiresAt: String?
    /// How long the server asks this program to wait, if it does.
    public var retryAfter: RetryAfter?
    /// What a person should know, although the row is done.
    public var warnings: [String] = []
    /// What a refusal says about this person and nothing else: that they are invited or a member; `nil` for neither.
    var claim: Outcome?
    /// The server's words without addresses and numbers. They are the same for everybody who is refused alike.
    var wordsForAll = ""
    /// Whether the server's words name the person's domain. Then the refusal may be about the domain.
    var namesDomain = false

    /// Makes the reply from what the server's list shows.
    init(settledAs result: AttemptResult, reason: String?, id: String? = nil, expiresAt: String? = nil) {
        self.result = result
        self.reason = reason
        invitationID = id
        self.expiresAt = expiresAt
    }

    /// Finds what a reply means for its attempt.
    public init(_ reply: ServerReply, for attempt: Attempt) {
        switch attempt.operation {
        case .invite: self.init(reply, inviting: attempt.invitation)
        case .revoke(let id): self.init(reply, revoking: id)
        }
    }

    /// Takes what both kinds of attempts have in common.
    private init(_ reply: ServerReply, _ result: AttemptResult, about invitation: Invitation?) {
        self.result = result
        (status, reason, requestID) = (reply.status, reply.reason, reply.requestID)
        retryAfter = reply.retryAfter
        // Nothing but a refusal is compared with others.
        guard let status = reply.status, (400..<500).contains(status) else { return }
        wordsForAll = reply.message.wordsForAll(without: invitation)
        namesDomain = invitation.map { reply.message.names(domain: $0.key.domain) } ?? false
    }
}

// MARK: - Inviting

extension AttemptReply {
    /// Finds what a reply to the creation of an invitation means.
    public init(_ reply: ServerReply, inviting invitation: Invitation) {
        if let ordinary = OrdinarySuccess(reply, asked: invitation) {
            self.init(reply, .invited, about: invitation)
            (invitationID, expiresAt) = (ordinary.id, ordinary.expiresAt)
        } else {
            self.init(examining: reply, inviting: invitation)
        }
    }

    /// Finds what any reply to the creation of an invitation means: the definition, also for what
    /// ``OrdinarySuccess`` reads.
    init(examining reply: ServerReply, inviting invitation: Invitation) {
        self.init(reply, AttemptResult(reply, inviting: invitation), about: invitation)
        switch result {
        case .invited: takeInvitation(reply, asked: invitation)
        case .conflict
        where reply.namesOrganization(otherThan: invitation.organization) || reply.namesPerson(otherThan: invitation):
            // What is said of another organization or person says nothing of ours.
            claim = nil
        case .conflict: claim = AlreadySentence(reply.message, about: invitation).claim
        case .notUnderstood:
            let isGarbled = reply.exchange.bodyEnd == .garbled
            let words = isGarbled ? "a body that cannot be unpacked" : reply.message.text ?? "nothing that it describes"
            reason = "it answered \(reply.status ?? 0), but not with the invitation: \(words)"
            answeredID = JSONValue.unambiguous(reply.exchange.body).flatMap(CreatedInvitation.init)?.id
        default: break
        }
    }

    private mutating func takeInvitation(_ reply: ServerReply, asked: Invitation) {
        let created = JSONValue.unambiguous(reply.exchange.body).flatMap(CreatedInvitation.init)
        invitationID = created?.id.map(reply.secrets.struck)
        expiresAt = created?.expiresAt.map(reply.secrets.struck)
        warnings = created?.differences(from: asked) ?? []
        if !reply.isWhole {
            warnings.append("the answer was not whole (\(reply.exchange.failure?.text ?? "cut"))")
        } else if created == nil {
            warnings.append("the answer does not describe the invitation")
        }
        if let status, ![200, 201, 202].contains(status) { warnings.append("the server answered \(status)") }
        warnings = warnings.map(reply.secrets.struck)
    }
}

// MARK: - Revoking

extension AttemptReply {
    /// Finds what a reply to the revocation of an invitation means.
    public init(_ reply: ServerReply, revoking id: String) {
        self.init(reply, AttemptResult(revoking: reply), about: nil)
        // Without the id, the words are the same for everybody who is refused alike.
        wordsForAll = reply.message.wordsForAll(without: nil, id: id)
        invitationID = id
    }
}
