/// A refusal that says that something is there already.
///
/// Part of a sentence proves nothing: "too many people are already invited" is about others. Only a sentence of which
/// every word is known, and that says of this person alone that they are invited or a member, is believed without a list.
struct AlreadySentence {
    /// The server's words in lower case, with this person's address as `*`.
    private let words: [Substring]
    private let code: String

    /// Takes a refusal in.
    init(_ message: ServerMessage, about invitation: Invitation) {
        words = message.words(without: invitation).split { !($0.isLetter || $0.isNumber || $0 == "*" || $0 == "_") }
        code = message.code?.uppercased() ?? ""
    }

    /// Whether it speaks of something that is there already, of whatever kind.
    var isAbout: Bool {
        code.hasPrefix("ALREADY") || code.hasPrefix("DUPLICATE")
            || words.contains { ["already", "exists", "exist", "duplicate", "duplicated", "taken"].contains($0) }
    }

    /// What it says of this person and of nothing else; `nil` if that is not certain.
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

    /// All words that such a sentence may have; one more may turn it round.
    private static let known: Set<Substring> = [
        "*", "a", "an", "the", "this", "that", "is", "was", "are", "has", "have", "been", "already", "currently",
        "user",
        "person", "email", "e", "mail", "address", "account", "member", "invited", "invitation", "invite", "pending",
        "active", "exists", "exist", "sent", "there", "of", "in", "to", "for", "with", "by", "organization",
        "organisation", "org", "team", "workspace",
    ]
}
