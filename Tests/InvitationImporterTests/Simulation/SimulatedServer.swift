import CurlMulti
import Foundation
import InvitationImporter
import TestSupport

/// A server with faults, drawn from one seed: the truth that an import is judged against.
final class SimulatedServer {
    /// One invitation of the server's.
    struct Invitation {
        let id: String
        let email: String
        let roles: [String]
        let isOurs: Bool
        let at: Duration
        var status = "pending"
        /// What its entry in the list lacks.
        var gap: Gap?
        /// Whether a page has shown it.
        var wasShown = false
    }

    /// What an entry of a list may lack.
    enum Gap: CaseIterable {
        case address, id
        /// The address stands somewhere in a text.
        case place
        /// The address stands beside another one.
        case clearness
    }

    let character: Character
    /// The faults in use: those of the character, until others are said.
    var trouble: Character
    private(set) var invitations: [Invitation] = []
    var refused: Set<String> = []
    /// Who is a member without an invitation.
    var members: [String] = []
    /// The addresses for which a request came in, whatever became of it.
    private(set) var delivered: Set<String> = []
    /// How often each id was to be revoked.
    private(set) var deletions: [String: Int] = [:]
    private var made = 0
    /// Whether its last answer was a success without the invitation; where such a one is cut, nobody could know.
    var saysSomethingElse = false
    var random: SplitMix64
    private var bucket: Double
    private var refilled = Duration.zero
    let epoch: Date
    /// Who was refused for the reason that everybody was.
    var turnedDown: Set<String> = []
    /// What it says to everybody then.
    let lockoutWords: String
    /// The entries that are missing from the reading under way, and those that ever were from one.
    var missing: Set<String> = []
    var missed: Set<String> = []
    /// The invitations that were accepted after a page had shown them, and have left the list.
    private(set) var gone: Set<String> = []
    /// Whether the reading under way comes from a replica that is behind.
    var readsReplica = false
    /// When each token ends.
    private var tokens: [String: Duration] = [:]

    init(_ character: Character, seed: UInt64, epoch: Date) {
        self.character = character
        trouble = character
        self.epoch = epoch
        random = SplitMix64(seed: seed)
        lockoutWords = SimulatedWords.sentence(&random)
        bucket = (character.limit ?? 1) / 10 + 1
    }

    /// A server of the same character in the same state.
    func copy() -> SimulatedServer {
        let copy = SimulatedServer(character, seed: random.next(), epoch: epoch)
        (copy.invitations, copy.made) = (invitations, made)
        return copy
    }

    /// Puts an invitation there that is older than the import.
    func addOlder(_ email: String, roles: [String], status: String, lacking gap: Gap? = nil) {
        let id = "old-\(invitations.count)"
        invitations.append(
            Invitation(
                id: id, email: email, roles: roles, isOurs: false, at: .seconds(-3600), status: status,
                gap: gap))
    }

    /// Lets people accept their invitations, or their invitations expire.
    func change(_ emails: [String], to status: String) {
        for index in invitations.indices where emails.contains(invitations[index].email) {
            invitations[index].status = status
        }
    }

    /// Notes that a page has shown these.
    func noteShown(_ ids: Set<String>) {
        for index in invitations.indices where ids.contains(invitations[index].id) {
            invitations[index].wasShown = true
        }
    }

    /// Lets some people accept whom a page has shown. They leave the list for good.
    func letSomeLeave() {
        for index in invitations.indices where invitations[index].wasShown && invitations[index].isOurs {
            guard invitations[index].status == "pending", hits(character.leaves) else { continue }
            invitations[index].status = "accepted"
            gone.insert(invitations[index].id)
        }
    }

    /// Whether somebody has accepted and left the list.
    func isGone(_ email: String) -> Bool { invitations.contains { $0.email == email && gone.contains($0.id) } }

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
        if hits(trouble.errorBefore) { return (after, serverError(500, at: acts)) }
        saysSomethingElse = false
        var exchange = act(request, at: acts)
        // What changes nothing fails alike before and after.
        let isChange = request.method != .get && !request.url.hasSuffix("/auth/token")
        if isChange, hits(trouble.lostAfter) { return (after, .silence(.possiblySent, .timeout)) }
        if isChange, hits(trouble.errorAfter) { return (after, serverError(502, at: acts)) }
        if hits(trouble.cutBody), !exchange.body.isEmpty, !saysSomethingElse {
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

    func hits(_ percent: Int) -> Bool {
        percent > 0 && Int.random(in: 0..<100, using: &random) < percent
    }

    func dated(_ time: Duration) -> [(String, String)] {
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
        let headers = dated(time) + (wait.map { [("Retry-After", $0)] } ?? [])
        guard character.speech.oddErrors else { return .answer(429, "", headers) }
        let status = SimulatedWords.one(of: [429, 403, 400, 422], &random)
        let words = SimulatedWords.sentence(&random)
        if status == 429 || wait != nil { return .answer(status, SimulatedAnswers.error(words, &random), headers) }
        let bodies = [
            #"{"code":"RATE_LIMITED","message":"\#(words)"}"#, #"{"message":"\#(words): rate limit exceeded"}"#,
            #"{"errors":["Too many requests \#(words)"]}"#,
        ]
        return .answer(status, SimulatedWords.one(of: bodies, &random), headers)
    }

    private func serverError(_ usual: Int, at time: Duration) -> HTTPExchange {
        guard character.speech.oddErrors else { return .answer(usual, "", dated(time)) }
        let status = SimulatedWords.one(of: [usual, 500, 502, 503, 504, 507, 520, 599, 408], &random)
        let wait = SimulatedWords.one(of: [nil, nil, "1", "3"], &random).map { [("Retry-After", $0)] } ?? []
        // Whatever it says, nobody knows what it did.
        let words =
            hits(50) ? SimulatedWords.sentence(&random) : SimulatedAnswers.already("somebody", isMember: false, &random)
        return .answer(status, SimulatedAnswers.error(words, &random), dated(time) + wait)
    }
}

// MARK: - What it does

extension SimulatedServer {
    private func act(_ request: HTTPRequest, at time: Duration) -> HTTPExchange {
        if request.url.hasSuffix("/auth/token") { return issueToken(at: time) }
        guard mayIn(request, at: time) else { return .answer(401, "", dated(time)) }
        if request.url.contains("/iam/users") { return listMembers(at: time) }
        if request.method == .get, !request.url.contains("/invitations") {
            return .answer(200, Self.resources(request), dated(time))
        }
        switch request.method {
        case .post: return create(request, at: time)
        case .get: return list(request, at: time)
        case .delete: return revoke(request, at: time)
        }
    }

    /// The organizations, roles or groups there are.
    private static func resources(_ request: HTTPRequest) -> String {
        if request.url.contains("/roles") { return #"{"roles":[{"id":"viewer"},{"id":"admin"}]}"# }
        if request.url.contains("/groups") { return #"{"groups":[]}"# }
        return #"{"organizations":[{"id":"acme"}]}"#
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

    @discardableResult
    func add(_ email: String, _ roles: [String], isOurs: Bool, at time: Duration) -> Invitation {
        var invitation = Invitation(id: "i-\(made)", email: email, roles: roles, isOurs: isOurs, at: time)
        if hits(character.newGaps) { invitation.gap = SimulatedWords.one(of: Gap.allCases, &random) }
        made += 1
        invitations.append(invitation)
        return invitation
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
