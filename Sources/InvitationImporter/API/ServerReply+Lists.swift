import CurlMulti

// MARK: - Replies that have no page of a list

extension ServerReply {
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
