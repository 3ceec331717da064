import CurlMulti
import Foundation
import InvitationImporter
import TestSupport

// MARK: - What it shows of itself

extension SimulatedServer {
    private var speech: SimulatedSpeech { character.speech }

    /// The people who accepted an invitation, or came another way.
    func listMembers(at time: Duration) -> HTTPExchange {
        guard character.membersAllowed else { return forbidden(at: time) }
        let users = (invitations.filter { $0.status == "accepted" }.map(\.email) + members).map { email in
            JSONValue.object(["id": .string("u-" + email), "email": .string(speech.address.shown(email))])
        }
        let page = speech.page(users, of: "users", next: nil, count: users.count)
        return .answer(200, page.serialized, dated(time))
    }

    /// A page of the list of invitations.
    func list(_ request: HTTPRequest, at time: Duration) -> HTTPExchange {
        guard character.listsAllowed else { return forbidden(at: time) }
        if time < character.listTroubleUntil { return trouble(at: time) }
        let offset = Self.number("pageToken", in: request)
        if offset != nil, hits(character.laterPageFails) { return laterTrouble(at: time) }
        let size = Self.number("pageSize", in: request) ?? 50
        if let most = character.largestPage, size > most { return tooLarge(at: time) }
        if offset == nil { flicker(at: time) }
        let visible = visible(at: time)
        let page = visible.shown.dropFirst(offset ?? 0).prefix(min(size, character.listPage))
        noteShown(Set(page.map(\.id)))
        let next = (offset ?? 0) + page.count
        let body = speech.page(
            page.map(entry), of: "invitations", next: next < visible.shown.count ? next : nil, count: visible.count,
            beside: visible.shown.count < visible.count ? character.wordForMore : nil)
        return .answer(200, body.serialized, dated(time))
    }

    /// The entries that it shows, and how many there are.
    private func visible(at time: Duration) -> (shown: [Invitation], count: Int) {
        let lag = max(character.listLag, readsReplica ? character.replicaLag : .zero)
        let all = invitations.filter {
            $0.at + lag <= time && !missing.contains($0.id) && !gone.contains($0.id) || $0.at < .zero
        }
        var shown = all
        if character.capsToNewest { shown.reverse() }
        if let cap = character.cap { shown = Array(shown.prefix(cap)) }
        if character.listShuffled, !shown.isEmpty {
            // Another order at every call: an entry may be shown twice, or not at all.
            let by = Int.random(in: 0..<shown.count, using: &random)
            shown = Array(shown[by...] + shown[..<by])
        }
        return (shown, all.count)
    }

    /// A reading begins: new entries may be missing from it, each once in its life, so that the next reading has it.
    /// What is older than the import is always there: who is missing when it is read first cannot be missed by anybody.
    private func flicker(at time: Duration) {
        readsReplica = hits(character.replica)
        letSomeLeave()
        let mayMiss = invitations.filter { invitation in
            invitation.at >= .zero && invitation.at + character.listLag <= time && !missed.contains(invitation.id)
        }
        missing = Set(mayMiss.map(\.id).filter { _ in hits(character.flickers) })
        missed.formUnion(missing)
    }

    private func entry(_ invitation: Invitation) -> JSONValue {
        let created = epoch.addingTimeInterval(invitation.at / .seconds(1)).formatted(.iso8601)
        return .object(
            speech.members(invitation, speech.address, lacking: invitation.gap) + [.init("createdAt", .string(created))]
        )
    }

    /// A clear no, in this API's own manner.
    private func forbidden(at time: Duration) -> HTTPExchange {
        guard speech.oddErrors else { return .answer(403, "", dated(time)) }
        let body = hits(50) ? "" : #"{"error":{"message":"\#(SimulatedWords.sentence(&random))"}}"#
        return .answer(SimulatedWords.one(of: [403, 404, 405, 501], &random), body, dated(time))
    }

    /// Anything but a list, and no clear no either.
    private func trouble(at time: Duration) -> HTTPExchange {
        let words = SimulatedWords.sentence(&random)
        let answers = [
            (500, ""), (502, "<html>\(words)</html>"), (200, "<html>\(words)</html>"), (200, words), (200, ""),
            (403, "<html>\(words)</html>"), (404, words), (400, ""), (200, #"{"\#(words)":[]}"#),
            (200, #"{"error":"\#(words)"}"#), (204, ""), (200, #"{"invitations":"\#(words)"}"#),
        ]
        let (status, body) = SimulatedWords.one(of: answers, &random)
        return hits(10) ? .silence(.possiblySent, .timeout) : .answer(status, body, dated(time))
    }

    private func laterTrouble(at time: Duration) -> HTTPExchange {
        hits(50)
            ? trouble(at: time) : .answer(SimulatedWords.one(of: [403, 404, 405, 501, 500], &random), "", dated(time))
    }

    private func tooLarge(at time: Duration) -> HTTPExchange {
        var exchange = HTTPExchange.answer(SimulatedWords.one(of: [200, 200, 413, 500], &random), "", dated(time))
        guard exchange.status == 200 else { return exchange }
        exchange.body = Array(#"{"invitations":[{"id":"#.utf8)
        exchange.bodyEnd = .tooLarge
        return exchange
    }

    /// A number in the query; that of a token may have something around it.
    private static func number(_ name: String, in request: HTTPRequest) -> Int? {
        guard let text = request.url.split(separator: name + "=").dropFirst().first?.prefix(while: { $0 != "&" })
        else { return nil }
        let plain = String(text).removingPercentEncoding ?? ""
        return Int(plain.drop { !$0.isNumber }.prefix { $0.isNumber })
    }
}
