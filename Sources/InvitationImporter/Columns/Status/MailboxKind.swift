/// The kinds of recipients in Exchange (`RecipientTypeDetails`). Few of them are people.
enum MailboxKind {
    static func verdict(on text: String) -> StatusRule.Verdict {
        if text.saysNothing { return .invite }
        let kind = text.foldedWord
        if people.contains(kind) { return .invite }
        if ["1", "2", "128", "2147483648"].contains(kind) { return .invite }
        if kind.contains("guest") { return .skip(StatusWord.guest.rawValue) }
        if kind.contains("disabled") { return .skip(StatusWord.disabled.rawValue) }
        if others.contains(where: kind.contains) { return .skip(StatusWord.shared.rawValue) }
        return .unknown
    }

    private static let people: Set<String> = [
        "usermailbox", "remoteusermailbox", "linkedmailbox", "legacymailbox", "mailuser", "user", "linkeduser",
        "mailenableduser",
    ]
    private static let others = [
        "shared", "room", "equipment", "group", "folder", "contact", "discovery", "arbitration", "system", "monitoring",
        "auditlog", "scheduling", "team", "computer", "resource", "migration", "site", "planner", "agent",
    ]
}
