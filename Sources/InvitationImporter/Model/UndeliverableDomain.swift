/// Domains that take no mail, or no mail for a person.
enum UndeliverableDomain {
    /// Why mail to a domain reaches nobody, as part of a sentence; `nil` if it may.
    ///
    /// - Parameter domain: in lower case, as A-labels.
    static func reason(_ domain: String) -> String? {
        guard let dot = domain.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        if let why = endings[String(domain[domain.index(after: dot)...])] { return why }
        if domain.hasSuffix(".gserviceaccount.com") { return "service accounts are nobody's" }
        return hasNoReply(domain) ? "it stands in for addresses that somebody hides" : nil
    }

    /// Whether a label says that nobody reads what is sent there.
    private static func hasNoReply(_ domain: String) -> Bool {
        guard domain.holds("no") else { return false }
        return domain.split(separator: ".").contains { noReply.contains(String($0)) }
    }

    /// Whether a domain is reserved for examples (RFC 2606 sections 2 and 3).
    static func isForExamples(_ domain: some StringProtocol) -> Bool {
        // It is asked about every person, and nearly none has such a domain.
        guard String(domain).holds("example") else { return false }
        let labels = domain.split(separator: ".")
        guard let last = labels.last else { return false }
        if last == "example" { return true }
        return labels.count > 1 && labels[labels.count - 2] == "example" && ["com", "net", "org", "edu"].contains(last)
    }

    /// Whether the part before the @ says that nobody reads what is sent there.
    static func isNoReply(_ localPart: some StringProtocol) -> Bool {
        noReplyNames.contains(String(localPart))
    }

    /// The parts before the @ that say that nobody reads what is sent there.
    static let noReplyNames = noReply.union(["mailer-daemon"])

    private static let noReply: Set<String> = [
        "noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply", "do.not.reply",
        "noemail", "no-email", "nomail", "no-mail",
    ]

    private static let endings: [String: String] = {
        let never = "this ending never resolves (RFC 2606)"
        let inside = "this ending is used inside of networks only and takes no mail"
        var table = ["invalid": never, "test": never, "localhost": never, "alt": never, "onion": inside, "arpa": never]
        for name in [
            "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "workgroup", "localnet",
        ] { table[name] = inside }
        for name in [
            "uat", "sandbox", "stg", "staging", "preprod", "disabled", "deactivated", "deleted", "inactive", "removed",
            "old",
            "bak", "fake", "none", "null", "dummy", "donotuse", "notvalid", "noemail", "invalidated",
        ] { table[name] = "this ending was put there so that no mail arrives" }
        return table
    }()
}
