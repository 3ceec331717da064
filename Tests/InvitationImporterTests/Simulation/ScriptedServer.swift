import CurlMulti
import Foundation
import InvitationImporter

/// A server that misbehaves as a case tells it, and counts the mails that each person gets.
final class ScriptedServer {
    /// What its list shows, each with when that was made.
    var entries: [(at: Duration, entry: JSONValue)] = []
    /// Who the list of members shows.
    var members: [JSONValue] = []
    /// The mailbox that an address names.
    var mailbox: (String) -> String = { $0.lowercased() }
    /// How an address is shown in the list.
    var shown: (String) -> String = { $0 }
    /// The word for a new invitation.
    var status = "pending"
    /// How it answers the first request for somebody whose name begins with `lost`.
    var loss = HTTPExchange.silence(.possiblySent)
    /// Whether it acts before that.
    var actsOnLost = true
    /// How it answers a creation; `nil` for as usual.
    var create: ((String, Duration) -> HTTPExchange?)?
    /// How it answers a request for its list of invitations; `nil` for as usual.
    var list: ((HTTPRequest, Duration) -> HTTPExchange?)?
    /// How long its list is behind.
    var lag: Duration = .zero
    /// The mails that went to each mailbox.
    private(set) var mails: [String: Int] = [:]
    private var deliveries: [String: Int] = [:]

    /// Invites and mails a person.
    @discardableResult
    func make(_ email: String, at time: Duration) -> JSONValue {
        mails[mailbox(email), default: 0] += 1
        let made = JSONValue.object([
            "id": .string("i-\(entries.count)"), "email": .string(shown(email)), "status": .string(status),
            "roles": .array([.string("viewer")]), "groups": .array([]),
        ])
        entries.append((time, made))
        return made
    }

    /// Puts an entry into its list that is older than the import, as JSON.
    func addOlder(_ json: String) {
        if let value = try? JSONValue(parsing: json) { entries.append((.seconds(-3600), value)) }
    }

    /// Lets go of what a case told it: most cases hold the server, and it would hold them.
    func forgetScript() {
        mailbox = { $0 }
        shown = { $0 }
        create = nil
        list = nil
    }

    func answer(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
        (.milliseconds(20), reply(request, now.sinceOrigin))
    }

    private func reply(_ request: HTTPRequest, _ time: Duration) -> HTTPExchange {
        if request.method == .post { return creation(request, time) }
        if request.url.contains("/invitations") { return list?(request, time) ?? page(request, time) }
        if request.url.contains("/users") {
            return .answer(200, JSONValue.object(["users": .array(members)]).serialized)
        }
        return .answer(200, #"{"organizations":[{"id":"acme"}]}"#)
    }

    private func creation(_ request: HTTPRequest, _ time: Duration) -> HTTPExchange {
        let email = (try? JSONValue(parsing: request.body))?["email"]?.string ?? ""
        deliveries[email, default: 0] += 1
        if email.hasPrefix("lost"), deliveries[email] == 1 {
            if actsOnLost { make(email, at: time) }
            return loss
        }
        return create?(email, time) ?? .answer(201, make(email, at: time).serialized)
    }

    /// A page of its list: some of what it has.
    ///
    /// - Parameters:
    ///   - most: Entries of a page at most.
    ///   - numbersTokens: Whether the token for the next page is a number.
    func page(
        _ request: HTTPRequest, _ time: Duration, most: Int = .max, numbersTokens: Bool = false
    ) -> HTTPExchange {
        let visible = entries.filter { $0.at + lag <= time }.map(\.entry)
        let offset = request.url.split(separator: "pageToken=").dropFirst().first.flatMap { Int($0) } ?? 0
        let page = visible.dropFirst(offset).prefix(most)
        var members = [JSONValue.Member("invitations", .array(Array(page)))]
        let next = offset + page.count
        if next < visible.count, let number = try? JSONValue(parsing: "\(next)") {
            members.append(.init("nextPageToken", numbersTokens ? number : .string("\(next)")))
        }
        return .answer(200, JSONValue.object(members).serialized)
    }
}
