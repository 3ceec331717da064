import CurlMulti

// MARK: - Replies that have no page of a list

extension ServerReply {
    /// Whether it says, in the API's own format, that a list may not be read.
    var forbidsList: Bool { mayForbidList && message.isOwnError }

    /// Whether it says that a list may not be read, and may come from a gateway, which has no body or words of its own
    /// in JSON.
    var mayForbidList: Bool {
        guard let status, [401, 403, 404, 405, 501].contains(status), isWhole else { return false }
        return isEmpty || message.isJSON
    }

    /// Whether its words are about pages or their size.
    var speaksOfPages: Bool {
        let words = (message.text ?? "").lowercased()
        return ["page", "size", "limit", "too many", "too large"].contains(where: words.holds)
    }

    /// Whether a list's reply is one that this API never gives: it knows no such request, or answers with something
    /// else.
    var isNotThisAPI: Bool {
        guard let status else { return false }
        if [404, 405, 501].contains(status) { return true }
        // An error in a success is the API's own, in trouble.
        let members = JSONValue.unambiguous(exchange.body)?.members ?? []
        return status < 300 && isWhole && !members.contains { $0.name.lowercased().hasPrefix("error") }
    }

    /// Why it has no page of a list, in words.
    var whyNoPage: String {
        if let reason { return reason }
        guard let status else { return "no answer" }
        if exchange.bodyEnd == .tooLarge { return "the page is too large" }
        if !isWhole { return "the page came only in part" }
        if isPage || !message.isJSON {
            return "it answered \(status), but not like the API: \(message.text ?? "nothing")"
        }
        return status == 200 ? "the answer is no such list" : "HTTP \(status)"
    }
}
