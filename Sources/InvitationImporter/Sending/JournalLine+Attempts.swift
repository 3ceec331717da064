extension JournalLine {
    /// The line for an attempt that is about to start.
    init(beginning attempt: Attempt, at time: String, serverTime: String?, idsBefore: [String] = []) {
        let key = attempt.invitation.key.text
        switch attempt.operation {
        case .invite(let body):
            let digest = JournalState.digest(of: body)
            self = .intent(
                Intent(
                    key: key, attempt: attempt.number, digest: digest, at: time, serverTime: serverTime,
                    asked: Doubt.Asked(roles: attempt.invitation.roles, groups: attempt.invitation.groups),
                    idsBefore: idsBefore))
        case .revoke(let id):
            self = .revoking(Revoking(key: key, id: id, attempt: attempt.number, at: time))
        }
    }

    /// The line for an attempt that ended.
    init(_ conclusion: Conclusion, sentAt: String, at time: String) {
        let ended = Ended(conclusion, sentAt: sentAt, at: time)
        if let outcome = conclusion.outcome {
            self = .outcome(ended, outcome)
        } else if let revocation = conclusion.revocation {
            self = .revocation(ended, revocation)
        } else {
            self = conclusion.attempt.isRevocation ? .revocationAnswer(ended) : .answer(ended)
        }
    }

    /// The line for an attempt that was withdrawn before it was sent.
    init(neverLeft attempt: Attempt, at time: String) {
        let ended = Ended(
            key: attempt.invitation.key.text, attempt: attempt.number, result: .notSent,
            reason: "the journal could not be made durable, so this attempt never left", sentAt: "", at: time)
        self = attempt.isRevocation ? .revocationAnswer(ended) : .answer(ended)
    }
}

extension JournalLine.Ended {
    fileprivate init(_ conclusion: Conclusion, sentAt: String, at time: String) {
        let reply = conclusion.reply
        self.init(
            key: conclusion.attempt.invitation.key.text, attempt: conclusion.attempt.number,
            result: reply.result, status: reply.status, reason: conclusion.reason,
            invitationID: reply.invitationID, expiresAt: reply.expiresAt, requestID: reply.requestID,
            sentAt: sentAt, at: time)
    }
}

extension JournalState {
    /// Whether the journal has the intent of an attempt.
    func hasBegun(_ attempt: Attempt) -> Bool {
        let key = attempt.invitation.key
        let last = attempt.isRevocation ? revocation(of: key)?.attempts : self[key]?.attempts
        return last == attempt.number
    }
}
