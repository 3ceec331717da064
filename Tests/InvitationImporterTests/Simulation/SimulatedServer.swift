import CurlMulti
import Foundation
import InvitationImporter
import TestSupport

/// A server with faults, drawn from one seed: the truth that an import is judged against.
final class SimulatedServer {
    /// What a seed can make of a server.
    struct Character {
        var latency: ClosedRange<Int> = 1...200
        /// Shares of requests, in percent.
        var lostBefore = 0
        var lostAfter = 0
        var neverLeft = 0
        var errorBefore = 0
        var errorAfter = 0
        var turnedAway = 0
        var cutBody = 0
        var othersInvite = 0
        var refusesPeople = 0
        /// Requests a second that are admitted; `nil` for all.
        var limit: Double?
        var retryAfters: [String?] = [nil]
        var acceptsDuplicates = false
        var listsAllowed = true
        var listLag: Duration = .zero
        var listPage = 7
        var listShuffled = false
        var outage: ClosedRange<Duration>?
        /// How long a token is good for; `nil` for one that was given once and never ends.
        var tokenLife: Duration?
        /// Whether tokens speak for the organization, so that its members may be read.
        var tokensNameOrganization = false
    }

    /// One invitation of the server's.
    struct Invitation {
        let id: String
        let email: String
        let roles: [String]
        let isOurs: Bool
        let at: Duration
        var status = "pending"
    }

    let character: Character
    /// The faults in use: those of the character, until others are said.
    var trouble: Character
    private(set) var invitations: [Invitation] = []
    private(set) var refused: Set<String> = []
    /// Who is a member without an invitation.
    var members: [String] = []
    /// The addresses for which a request came in, whatever became of it.
    private(set) var delivered: Set<String> = []
    /// How often each id was to be revoked.
    private(set) var deletions: [String: Int] = [:]
    private var made = 0
    private var random: SplitMix64
    private var bucket: Double
    private var refilled = Duration.zero
    private let epoch: Date
    /// When each token ends.
    private var tokens: [String: Duration] = [:]

    init(_ character: Character, seed: UInt64, epoch: Date) {
        self.character = character
        trouble = character
        self.epoch = epoch
        random = SplitMix64(seed: seed)
        bucket = (character.limit ?? 1) / 10 + 1
    }

    /// A server of the same character in the same state.
    func copy() -> SimulatedServer {
        let copy = SimulatedServer(character, seed: random.next(), epoch: epoch)
        (copy.invitations, copy.made) = (invitations, made)
        return copy
    }

    /// Puts an invitation there that is older than the import.
    func addOlder(_ email: String, roles: [String], status: String) {
        let id = "old-\(invitations.count)"
        invitations.append(
            Invitation(id: id, email: email, roles: roles, isOurs: false, at: .seconds(-3600), status: status))
    }

    /// Lets people accept their invitations, or their invitations expire.
    func change(_ emails: [String], to status: String) {
        for index in invitations.indices where emails.contains(invitations[index].email) {
            invitations[index].status = status
        }
    }

    /// Removes an invitation behind everybody's back.
    func remove(_ email: String) {
        invitations.removeAll { $0.email == email }
    }

    /// How many invitations for an address our import has made.
    func made(_ email: String) -> Int { invitations.count { $0.email == email && $0.isOurs } }

    func answer(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
        let time = now.sinceOrigin
        let after = Duration.milliseconds(Int.random(in: character.latency, using: &random))
        // The server acts in the middle of the exchange.
        let acts = time + after / 2
        if let outage = character.outage, outage.contains(time) { return (after, .silence(.notSent, .connect)) }
        if hits(trouble.neverLeft) { return (after, .silence(.notSent, .connect)) }
        if let email = try? JSONValue(parsing: request.body)["email"]?.string { delivered.insert(email) }
        if hits(trouble.lostBefore) { return (after, .silence(.possiblySent)) }
        if isOverLimit(at: time) || hits(trouble.turnedAway) { return (after, turnAway(at: acts)) }
        if hits(trouble.errorBefore) { return (after, .answer(500, "", dated(acts))) }
        var exchange = act(request, at: acts)
        if hits(trouble.lostAfter) { return (after, .silence(.possiblySent, .timeout)) }
        if hits(trouble.errorAfter) { return (after, .answer(502, "<html>", dated(acts))) }
        if hits(trouble.cutBody), !exchange.body.isEmpty {
            exchange.body.removeLast(exchange.body.count / 2)
            exchange.bodyEnd = .cut
            exchange.failure = TransportFailure(.closed, "cut")
        }
        return (after, exchange)
    }

    /// What it answers when nothing goes wrong.
    func quietly(_ request: HTTPRequest, _ now: Instant) -> (after: Duration, HTTPExchange) {
        (.milliseconds(5), act(request, at: now.sinceOrigin))
    }

    private func hits(_ percent: Int) -> Bool {
        percent > 0 && Int.random(in: 0..<100, using: &random) < percent
    }

    private func dated(_ time: Duration) -> [(String, String)] {
        [("Date", HTTPDateText.write(epoch.addingTimeInterval(time / .seconds(1))))]
    }

    private func isOverLimit(at time: Duration) -> Bool {
        guard let limit = character.limit else { return false }
        bucket = min(limit / 10 + 1, bucket + (time - refilled) / .seconds(1) * limit)
        refilled = time
        guard bucket >= 1 else { return true }
        bucket -= 1
        return false
    }

    private func turnAway(at time: Duration) -> HTTPExchange {
        let wait = character.retryAfters.randomElement(using: &random) ?? nil
        return .answer(429, "", dated(time) + (wait.map { [("Retry-After", $0)] } ?? []))
    }
}

// MARK: - What it does

extension SimulatedServer {
    private func act(_ request: HTTPRequest, at time: Duration) -> HTTPExchange {
        if request.url.hasSuffix("/auth/token") { return issueToken(at: time) }
        guard mayIn(request, at: time) else { return .answer(401, "", dated(time)) }
        if request.url.contains("/iam/users") { return listMembers(at: time) }
        if request.method == .get, !request.url.contains("/invitations") {
            return .answer(200, #"{"organizations":[{"id":"acme"}]}"#, dated(time))
        }
        switch request.method {
        case .post: return create(request, at: time)
        case .get: return list(request, at: time)
        case .delete: return revoke(request, at: time)
        }
    }

    private func revoke(_ request: HTTPRequest, at time: Duration) -> HTTPExchange {
        let id = request.url.split(separator: "invitationId=").dropFirst().first.map(String.init) ?? ""
        deletions[id, default: 0] += 1
        guard let index = invitations.firstIndex(where: { $0.id == id }) else {
            return .answer(404, #"{"error":{"code":404,"message":"no invitation \#(id)"}}"#, dated(time))
        }
        guard invitations[index].status != "accepted" else {
            return .answer(409, #"{"code":"INVALID_STATE_TRANSITION","message":"it was accepted"}"#, dated(time))
        }
        invitations.remove(at: index)
        return .answer(204, "", dated(time))
    }

    private func issueToken(at time: Duration) -> HTTPExchange {
        guard let life = character.tokenLife else { return .answer(401, "", dated(time)) }
        let scope = character.tokensNameOrganization ? #"{"scope_id":"acme"}"# : "{}"
        let claims = Data(scope.utf8).base64EncodedString().replacing("=", with: "")
        let token = "fake.\(claims).number-\(tokens.count)"
        tokens[token] = time + life
        return .answer(200, #"{"access_token":"\#(token)","expires_in":\#(life.components.seconds)}"#, dated(time))
    }

    private func mayIn(_ request: HTTPRequest, at time: Duration) -> Bool {
        guard character.tokenLife != nil else { return true }
        let token = request.headers.first { $0.hasPrefix("Authorization: Bearer ") }?.dropFirst(22)
        return token.flatMap { tokens[String($0)] }.map { time < $0 } ?? false
    }

    /// Whoever accepted an invitation, or came another way.
    private func listMembers(at time: Duration) -> HTTPExchange {
        let users = (invitations.filter { $0.status == "accepted" }.map(\.email) + members).map { email in
            JSONValue.object(["id": .string("u-" + email), "email": .string(email)])
        }
        return .answer(200, JSONValue.object(["users": .array(users)]).serialized, dated(time))
    }

    private func create(_ request: HTTPRequest, at time: Duration) -> HTTPExchange {
        guard let body = try? JSONValue(parsing: request.body), let email = body["email"]?.string else {
            return .answer(400, "", dated(time))
        }
        if hits(character.othersInvite), !invitations.contains(where: { $0.email == email }) {
            add(email, ["someone-elses-role"], isOurs: false, at: time)
        }
        if refused.contains(email) || (made(email) == 0 && hits(character.refusesPeople)) {
            refused.insert(email)
            return .answer(400, #"{"error":{"code":400,"message":"\#(email) cannot be invited"}}"#, dated(time))
        }
        let isThere = invitations.contains { $0.email == email && $0.status != "expired" }
        if isThere, !character.acceptsDuplicates {
            return .answer(409, #"{"code":"CONFLICT","message":"\#(email) was already invited"}"#, dated(time))
        }
        let id = add(email, body["roles"]?.array?.compactMap(\.string) ?? [], isOurs: true, at: time)
        return .answer(201, #"{"id":"\#(id)","email":"\#(email)","status":"pending"}"#, dated(time))
    }

    @discardableResult
    private func add(_ email: String, _ roles: [String], isOurs: Bool, at time: Duration) -> String {
        let id = "i-\(made)"
        made += 1
        invitations.append(Invitation(id: id, email: email, roles: roles, isOurs: isOurs, at: time))
        return id
    }

    private func list(_ request: HTTPRequest, at time: Duration) -> HTTPExchange {
        guard character.listsAllowed else { return .answer(403, "", dated(time)) }
        var visible = invitations.filter { $0.at + character.listLag <= time }
        if character.listShuffled, !visible.isEmpty {
            // Another order at every call: an entry may be shown twice, or not at all.
            visible.rotate(by: Int.random(in: 0..<visible.count, using: &random))
        }
        let offset = request.url.split(separator: "pageToken=").dropFirst().first.flatMap { Int($0) } ?? 0
        let page = visible.dropFirst(offset).prefix(character.listPage)
        let entries = page.map { entry in
            JSONValue.object([
                "id": .string(entry.id), "email": .string(entry.email), "status": .string(entry.status),
                "roles": .array(entry.roles.map(JSONValue.string)), "groups": .array([]),
                "createdAt": .string(epoch.addingTimeInterval(entry.at / .seconds(1)).formatted(.iso8601)),
            ])
        }
        var members = [JSONValue.Member("invitations", .array(entries))]
        if offset + page.count < visible.count {
            members.append(.init("nextPageToken", .string(String(offset + page.count))))
        }
        return .answer(200, JSONValue.object(members).serialized, dated(time))
    }
}

extension Array {
    fileprivate mutating func rotate(by count: Int) {
        self = Array(self[count...] + self[..<count])
    }
}

/// Writes the one form of date that HTTP servers send.
enum HTTPDateText {
    static func write(_ date: Date) -> String {
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = date.formatted(.iso8601).split { "-T:Z".contains($0) }.map(String.init)
        let weekday = days[Int((date.timeIntervalSince1970 / 86_400).rounded(.down)) % 7]
        guard parts.count == 6, let month = Int(parts[1]) else { return "" }
        return "\(weekday), \(parts[2]) \(months[month - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
    }
}
