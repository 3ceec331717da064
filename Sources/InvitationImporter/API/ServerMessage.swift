/// What the server says in an answer that is not a success, whichever shape it uses.
///
/// Understood are `{"error":{"code":404,"message":…,"details":[…]}}`,
/// `{"success":false,"error":{"code":"WORD","message":…,"details":{"fields":{…}}},"meta":{"requestId":…}}`,
/// `{"code":"WORD","message":…}`, and whatever a gateway sends instead.
public struct ServerMessage: Hashable, Sendable {
    /// The named code, such as `CONFLICT`; `nil` if there is none or it only repeats the HTTP status.
    public var code: String?
    /// The server's words, at most 500 characters; `nil` if it said nothing that can be shown.
    public var text: String?
    /// The request id in the body, if any.
    public var requestID: String?

    /// Reads the body of an answer.
    public init(body: [UInt8]) {
        guard let value = try? JSONValue(parsing: body), case .object = value else {
            text = Self.plain(body)
            return
        }
        let error = value["error"] ?? value
        code = error["code"]?.string.flatMap { Int($0) == nil ? $0 : nil }
        requestID = value["meta"]?["requestId"]?.string ?? value["requestId"]?.string
        let words = error["message"]?.string ?? error.string ?? value["message"]?.string
        let all = [words].compactMap(\.self) + Self.details(error["details"])
        text = all.isEmpty ? nil : Self.cut(all.joined(separator: "; "))
    }

    /// The words in lower case, without the address and domain of the person they are about.
    func words(without invitation: Invitation?) -> String {
        var words = (text ?? "").lowercased()
        guard let invitation else { return words }
        let domain = String(EmailAddress.domain(of: invitation.email))
        for own in [invitation.email, invitation.key.email, domain] where !own.isEmpty {
            words = words.split(separator: own.lowercased(), omittingEmptySubsequences: false).joined(separator: "*")
        }
        return words
    }

    /// Whether its words are about a quota. One of the documented shapes of an error has a number where the code would
    /// stand.
    var isQuota: Bool { text?.lowercased().contains("quota") ?? false }

    /// `field: words` for each thing the server found wrong.
    private static func details(_ value: JSONValue?) -> [String] {
        switch value {
        case .array(let items):
            items.compactMap { item in
                let words = item["message"]?.string ?? item["description"]?.string ?? item.string
                return words.map { words in item["field"]?.string.map { "\($0): \(words)" } ?? words }
            }
        case .object(let members):
            members.flatMap { member in
                member.name == "fields"
                    ? details(member.value) : member.value.string.map { ["\(member.name): \($0)"] } ?? []
            }
        default: []
        }
    }

    /// The text of something that is not JSON: HTML without its tags, white space folded.
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

    /// Strangers' text: what could command a terminal is shown as an escape.
    private static func cut(_ text: String) -> String {
        Printable.escape(text, limit: 500)
    }
}
