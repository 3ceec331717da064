extension JournalLine {
    /// An attempt is about to start.
    init(beginning attempt: Attempt, at time: String, serverTime: String?) {
        let key = attempt.invitation.key.text
        switch attempt.task {
        case .invite(let body):
            let digest = JournalState.digest(of: body)
            self = .intent(
                Intent(
                    key: key, attempt: attempt.number, digest: digest, at: time, serverTime: serverTime,
                    asked: OpenEnd.Asked(roles: attempt.invitation.roles, groups: attempt.invitation.groups)))
        case .revoke(let id):
            self = .revoking(Revoking(key: key, id: id, attempt: attempt.number, at: time))
        }
    }

    /// An attempt ended.
    init(_ verdict: Verdict, sentAt: String, at time: String) {
        let ended = Ended(verdict, sentAt: sentAt, at: time)
        if let outcome = verdict.outcome {
            self = .outcome(ended, outcome)
        } else if let revocation = verdict.revocation {
            self = .revocation(ended, revocation)
        } else {
            self = verdict.attempt.isRevocation ? .revocationAnswer(ended) : .answer(ended)
        }
    }

    /// An attempt was withdrawn before it left.
    init(neverLeft attempt: Attempt, at time: String) {
        let ended = Ended(
            key: attempt.invitation.key.text, attempt: attempt.number, attemptClass: .notSent,
            reason: "the journal could not be made durable, so this attempt never left", sentAt: "", at: time)
        self = attempt.isRevocation ? .revocationAnswer(ended) : .answer(ended)
    }
}

extension JournalLine.Ended {
    fileprivate init(_ verdict: Verdict, sentAt: String, at time: String) {
        let answer = verdict.answer
        self.init(
            key: verdict.attempt.invitation.key.text, attempt: verdict.attempt.number,
            attemptClass: answer.attemptClass, status: answer.status, reason: verdict.reason,
            invitationID: answer.invitationID, expiresAt: answer.expiresAt, requestID: answer.requestID,
            sentAt: sentAt, at: time)
    }
}

extension JournalState {
    /// Whether the journal tells that an attempt was begun.
    func hasBegun(_ attempt: Attempt) -> Bool {
        let key = attempt.invitation.key
        let last = attempt.isRevocation ? revocation(of: key)?.attempts : self[key]?.attempts
        return last == attempt.number
    }
}
