import CurlMulti
import InvitationImporter
import TestSupport

// MARK: - Creations, and what it says to them

extension SimulatedServer {
    func create(_ request: HTTPRequest, at time: Duration) -> HTTPExchange {
        guard let body = try? JSONValue(parsing: request.body), let email = body["email"]?.string else {
            return .answer(400, "", dated(time))
        }
        if let lockout = character.lockout, lockout.contains(time) {
            turnedDown.insert(email)
            return .answer(402, #"{"message":"\#(lockoutWords)"}"#, dated(time))
        }
        if hits(character.othersInvite), !invitations.contains(where: { $0.email == email }) {
            add(email, ["someone-elses-role"], isOurs: false, at: time)
        }
        if refused.contains(email) || (made(email) == 0 && hits(character.refusesPeople)) {
            refused.insert(email)
            return refusal(of: email, at: time)
        }
        let there = invitations.first { $0.email == email && $0.status != "expired" }
        if let there, !character.acceptsDuplicates || isGone(email) { return conflict(with: there, at: time) }
        let roles = body["roles"]?.array?.compactMap(\.string) ?? []
        if hits(character.speech.oddSuccess) { return oddSuccess(email, roles, at: time) }
        let made = add(email, roles, isOurs: true, at: time)
        return .answer(201, character.speech.created(made).serialized, dated(time))
    }

    private func refusal(of email: String, at time: Duration) -> HTTPExchange {
        let speech = character.speech
        let status = speech.oddErrors ? SimulatedWords.one(of: [400, 402, 403, 404, 409, 410, 422, 451], &random) : 400
        if speech.speaksOfAlready {
            let words = SimulatedWords.alreadyElsewhere(&random)
            return .answer(status, SimulatedAnswers.error(words, &random), dated(time))
        }
        guard speech.oddErrors else {
            return .answer(400, #"{"error":{"code":400,"message":"\#(email) cannot be invited"}}"#, dated(time))
        }
        let words = SimulatedWords.sentence(about: hits(50) ? email : nil, &random)
        return .answer(status, SimulatedAnswers.error(words, &random), dated(time))
    }

    private func conflict(with there: Invitation, at time: Duration) -> HTTPExchange {
        guard character.speech.oddErrors else {
            return .answer(409, #"{"code":"CONFLICT","message":"\#(there.email) was already invited"}"#, dated(time))
        }
        let words = SimulatedAnswers.already(there.email, isMember: there.status == "accepted", &random)
        let status = words.contains("already") || words == "duplicate" ? [409, 400, 422] : [409]
        return .answer(
            SimulatedWords.one(of: status, &random), SimulatedAnswers.error(words, &random), dated(time))
    }

    /// A success that says something else than the invitation, whether or not there is one now.
    private func oddSuccess(_ email: String, _ roles: [String], at time: Duration) -> HTTPExchange {
        saysSomethingElse = true
        if Bool.random(using: &random) { add(email, roles, isOurs: true, at: time) }
        // Without a list, or by one that ends too early, nobody could know whose id it is.
        let known = character.listsAllowed && character.cap == nil
        let others = known ? invitations.filter { $0.email != email && $0.at < .zero && $0.gap == nil } : []
        let body = SimulatedAnswers.oddSuccess(email, others: others.map { character.speech.shown(id: $0.id) }, &random)
        return .answer(SimulatedWords.one(of: [200, 201, 202], &random), body, dated(time))
    }
}
