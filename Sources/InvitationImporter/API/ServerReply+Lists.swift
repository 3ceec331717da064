import CurlMulti

// MARK: - Replies that have no page of a list

extension ServerReply {
    /// Whether only a server without this API replies so: it knows no such request, or sends a page for people.
    var isNotThisAPI: Bool {
        guard let status else { return false }
        return [404, 405, 501].contains(status) || isPage || (status < 300 && isWhole && !message.isJSON)
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
