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
        requestID = value["meta"]?["requestId"]?.string ?? value["requestId"]?.string
        var words = MessageWords()
        words.take(value, named: nil, depth: 0)
        // A body without any known words is shown as it came.
        text =
            words.found.isEmpty
            ? value.isNothing ? nil : Self.plain(body) : Self.cut(words.found.joined(separator: "; "))
    }

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
        let code = (code ?? "").uppercased()
        if ["RATE_LIMIT", "TOO_MANY_REQUESTS", "THROTTL", "SLOW_DOWN"].contains(where: code.contains) { return true }
        return ["rate limit", "rate-limit", "ratelimit", "too many requests", "throttl", "slow down"]
            .contains(where: ownWords.contains)
    }

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
