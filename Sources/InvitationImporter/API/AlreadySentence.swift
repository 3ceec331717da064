/// A refusal that says that something is there already.
///
/// A part of a sentence proves nothing: "too many people are already invited" is about others. Without a list, a
/// sentence is believed only if every word of it is known and it says only that this person is invited or a member.
struct AlreadySentence {
    /// The server's words in lower case, with this person's address as `*`.
    private let words: [Substring]
    private let code: String

    /// Takes the words of a refusal.
    init(_ message: ServerMessage, about invitation: Invitation) {
        words = message.words(without: invitation).split { !($0.isLetter || $0.isNumber || $0 == "*" || $0 == "_") }
        code = message.code?.uppercased() ?? ""
    }

    /// Whether it is about something that is there already, of any kind.
    var isAbout: Bool {
        code.hasPrefix("ALREADY") || code.hasPrefix("DUPLICATE")
            || words.contains { ["already", "exists", "exist", "duplicate", "duplicated", "taken"].contains($0) }
    }

    /// What it says about this person and nothing else; `nil` if that is not certain.
    var claim: Outcome? {
        switch code {
        case "ALREADY_MEMBER" where words.isEmpty: return .alreadyMember
        case "ALREADY_INVITED" where words.isEmpty: return .alreadyInvited
        default: break
        }
        guard words.contains("already"), words.allSatisfy({ Self.known.contains($0) }) else { return nil }
        let isMember = words.contains("member")
        let isInvited = words.contains { ["invited", "invitation", "invite", "pending"].contains($0) }
        guard isMember != isInvited else { return nil }
        return isMember ? .alreadyMember : .alreadyInvited
    }

    /// All words that such a sentence may have. One more word may reverse its meaning.
    private static let known: Set<Substring> = [
        "*", "a", "an", "the", "this", "that", "is", "was", "are", "has", "have", "been", "already", "currently",
        "user",
        "person", "email", "e", "mail", "address", "account", "member", "invited", "invitation", "invite", "pending",
        "active", "exists", "exist", "sent", "there", "of", "in", "to", "for", "with", "by", "organization",
        "organisation", "org", "team", "workspace",
    ]
}
