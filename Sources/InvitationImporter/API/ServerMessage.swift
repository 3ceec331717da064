/// What the server says in a reply that is not a success, wherever in the body it stands.
///
/// It understands `{"error":{"code":404,"message":…,"details":[…]}}`,
/// `{"success":false,"error":{"code":"WORD","message":…,"details":{"fields":{…}}},"meta":{"requestId":…}}`,
/// `{"code":"WORD","message":…}`, `errors` and `detail` in all their forms, a field's own list, and whatever a gateway
/// sends instead.
public struct ServerMessage: Hashable, Sendable {
    /// The named code, such as `CONFLICT`; `nil` if there is none or it only repeats the HTTP status.
    public var code: String?
    /// The server's words, at most 500 characters; `nil` if it said nothing that can be shown.
    public var text: String?
    /// The request id in the body, if any.
    public var requestID: String?
    /// Whether the body is JSON, as the API's own errors are.
    public private(set) var isJSON = false
    /// Whether it is an error in one of the API's own forms, with none but its own codes: an object `error`, or a code
    /// beside a message. A gateway has JSON of other forms, and codes about what is behind it.
    public private(set) var isOwnError = false
    /// Whether a code somewhere in the body is that of a rate limit.
    private var hasCodeToSlowDown = false

    /// Reads the body of a reply.
    public init(body: [UInt8]) {
        guard !body.isEmpty else { return }
        guard let value = try? JSONValue(parsing: body) else {
            text = Self.plain(body)
            return
        }
        isJSON = true
        let error = value["error"] ?? value["errors"]?.array?.first ?? value
        code = (error["code"] ?? value["code"])?.string.flatMap { Int($0) == nil ? $0 : nil }
        let isOwn = value["error"]?.members != nil || value["code"] != nil && value["message"] != nil
        isOwnError = isOwn && code.map(Self.isOfRights) ?? true
        hasCodeToSlowDown = Self.hasCodeToSlowDown(value, depth: 0)
        requestID = value["meta"]?["requestId"]?.string ?? value["requestId"]?.string
        var words = MessageWords()
        words.take(value, named: nil, depth: 0)
        // A body without any known words is shown as it came.
        text =
            words.found.isEmpty
            ? value.isNothing ? nil : Self.plain(body) : Self.cut(words.found.joined(separator: "; "))
    }

    /// Whether a code says that something is not there or not allowed.
    private static func isOfRights(_ code: String) -> Bool { NameWords.split(code).contains(where: rights.contains) }

    private static let rights: Set<String> = [
        "forbidden", "denied", "found", "unauthorized", "unauthenticated", "permission", "permissions", "allowed",
        "implemented", "supported", "scope", "privilege", "privileges", "role", "access",
    ]

    /// The words in lower case, without the address and domain of the person they are about.
    func words(without invitation: Invitation?) -> String {
        var words = (text ?? "").lowercased()
        guard let invitation else { return words }
        for own in [invitation.email, invitation.key.email, invitation.key.domain] where !own.isEmpty {
            words = words.replacing(own.lowercased(), with: "*")
        }
        return words
    }

    /// The words that everybody gets: without addresses, numbers and an id.
    func wordsForAll(without invitation: Invitation?, id: String = "") -> String {
        let said = words(without: invitation)
        let text = id.isEmpty ? said : said.replacing(id.lowercased(), with: "*")
        var pieces: [String] = []
        var isAfterID = false
        for word in text.split(separator: " ") {
            pieces.append(Self.wordForAll(word, isAfterID: isAfterID))
            isAfterID = Self.idWords.contains(String(word.filter { $0.isLetter }))
        }
        return pieces.joined(separator: " ").replacingRuns(of: "#")
    }

    /// A word as everybody gets it. What mixes letters and digits, or is long and follows the name of an id, is an id.
    private static func wordForAll(_ word: Substring, isAfterID: Bool) -> String {
        if word.contains("@") { return "*" }
        let isMixed = word.contains { $0.isNumber } && word.contains { $0.isLetter } && word.count >= 8
        if isMixed || (isAfterID && word.count >= 12) { return "#" }
        return String(word.map { $0.isNumber ? "#" : $0 })
    }

    /// The words before an id that each reply has of its own.
    private static let idWords: Set<String> = [
        "id", "trace", "traceid", "request", "requestid", "reference", "ref", "correlation", "correlationid",
        "incident",
        "ticket", "event", "eventid", "case",
    ]

    /// Whether the words name a domain by itself, not only inside an address.
    func names(domain: String) -> Bool {
        guard !domain.isEmpty, let text else { return false }
        return text.lowercased().split { $0 == " " || $0 == "'" || $0 == "\"" || $0 == "," }.contains {
            $0.contains(domain) && !$0.dropFirst().contains("@")
        }
    }

    /// Whether its words are about a quota. One documented form of an error has a number in place of the code.
    var isQuota: Bool { ownWords.contains("quota") }

    /// Whether it asks for a slower pace, by a rate limit's code or words.
    var asksToSlowDown: Bool {
        hasCodeToSlowDown || Self.saysSlower(ownWords)
            || [
                "short time", "short period", "please wait", "zu viele anfragen",
                "trop de requêtes", "demasiadas solicitudes", "muitas solicitações", "troppe richieste",
                "te veel verzoeken", "zbyt wiele żądań", "příliš mnoho požadavků", "слишком много запросов",
                "çok fazla istek", "请求过", "リクエストが多すぎ", "요청이 너무 많",
            ].contains(where: ownWords.contains)
    }

    /// Whether it asks for another try. A conflict that does may say for how long something will be there.
    var asksForAnotherTry: Bool {
        ["try again later", "retry later", "try later", "temporarily unavailable"].contains(where: ownWords.contains)
    }

    /// Whether a code, in whatever case and with whatever between its words, is that of a rate limit.
    static func isCodeToSlowDown(_ code: String) -> Bool { saysSlower(code) }

    /// Whether a code or a sentence says in English that requests come too often: what there is too much of stands
    /// beside the word for it.
    private static func saysSlower(_ text: String) -> Bool {
        let words = NameWords.split(text)
        let said = words.joined(separator: " ")
        if ["ratelimit", "toomanyrequests", "throttl", "slow down", "slowdown"].contains(where: said.holds) {
            return true
        }
        return words.indices.contains { index in
            guard let signs = signs[words[index]] else { return false }
            return (max(0, index - 2)..<min(words.count, index + 3)).contains {
                $0 != index && signs.contains(words[$0])
            }
        }
    }

    /// The words for what there may be too much of, each with those that say so within two words of it.
    private static let signs: [String: Set<String>] = {
        let limits: Set<String> = ["limit", "limits", "limited", "limiter"]
        let ofMany = limits.union(["rate", "concurrent", "many"])
        let requests = ["request", "requests", "call", "calls", "attempts", "hits"]
        return Dictionary(uniqueKeysWithValues: requests.map { ($0, ofMany) })
            .merging(["concurrency": limits, "rate": limits.union(["high", "fast", "exceeded", "exceeds"])]) { $1 }
    }()

    /// Whether a member for a code, at any depth, has one of a rate limit.
    private static func hasCodeToSlowDown(_ value: JSONValue, depth: Int) -> Bool {
        if let elements = value.array {
            return depth < 6 && elements.prefix(20).contains { hasCodeToSlowDown($0, depth: depth + 1) }
        }
        return depth < 6
            && (value.members ?? []).contains { member in
                guard let text = member.value.string else { return hasCodeToSlowDown(member.value, depth: depth + 1) }
                let isCode = NameWords.split(member.name).contains(where: codeNames.contains)
                return isCode && !text.contains(" ") && !text.contains("@") && isCodeToSlowDown(text)
            }
    }

    private static let codeNames: Set<String> = ["code", "type", "error", "reason", "status", "kind", "errorcode"]

    /// The words in lower case without addresses and names of hosts, which somebody else has chosen.
    private var ownWords: String {
        let words = (text ?? "").lowercased().split(separator: " ").filter { word in
            let name = word.drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }
            return !name.contains("@") && !name.contains(".")
        }
        return words.joined(separator: " ")
    }

    /// The text of a body that is not JSON: HTML without its tags, with white space folded.
    private static func plain(_ body: [UInt8]) -> String? {
        var text = ""
        var inTag = false
        for character in String(decoding: body.prefix(4096), as: UTF8.self) {
            if character == "<" { inTag = true }
            if inTag || character.isWhitespace {
                if text.last != " ", !text.isEmpty { text.append(" ") }
            } else {
                text.append(character)
            }
            if character == ">" { inTag = false }
        }
        let trimmed = text.trimmingASCIISpace
        return trimmed.isEmpty ? nil : cut(trimmed)
    }

    /// Foreign text, with escapes for anything that could command a terminal.
    private static func cut(_ text: String) -> String {
        Printable.escape(text, limit: 500)
    }
}

extension String {
    /// The text, with one character in place of each run of it.
    fileprivate func replacingRuns(of character: Character) -> String {
        var text = ""
        for next in self where next != character || text.last != character { text.append(next) }
        return text
    }
}
