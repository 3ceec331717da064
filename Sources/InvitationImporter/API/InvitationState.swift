/// Where an invitation stands, in the server's own word.
public enum InvitationState: Hashable, Sendable {
    /// Nobody has answered it yet.
    case waiting
    /// The person is in.
    case accepted
    /// It is over: nobody can accept it any more.
    case over
    /// A word that this program does not know. It holds a person back, and proves nothing.
    case unknown(String)

    /// Reads a word, without regard to case, blanks, punctuation and prefixes such as `INVITATION_STATUS_`. No word at
    /// all counts as waiting: the API marks no member as required, and a new invitation waits.
    public init(word: String?) {
        guard let word else {
            self = .waiting
            return
        }
        self = Self.families[Self.bare(word)] ?? .unknown(word)
    }

    private static let families: [String: InvitationState] = {
        var families: [String: InvitationState] = ["accepted": .accepted]
        for word in ["pending", "sent", "open", "created", "queued", "invited", "delivered"] {
            families[word] = .waiting
        }
        for word in ["expired", "revoked", "cancelled", "canceled", "declined", "rejected"] { families[word] = .over }
        return families
    }()

    private static func bare(_ word: String) -> String {
        var bare = Substring(
            word.lowercased().unicodeScalars.filter(\.properties.isAlphabetic).map(String.init).joined())
        var isShorter = true
        while isShorter {
            isShorter = false
            for prefix in ["invitation", "invite", "status", "state"]
            where bare.hasPrefix(prefix) && bare.count > prefix.count {
                // `invited` is a word of its own.
                if families[String(bare)] != nil { break }
                bare = bare.dropFirst(prefix.count)
                isShorter = true
            }
        }
        return String(bare)
    }

    /// Whether the person can still come in, or is in, or nobody knows: such a person is not invited again.
    public var holdsBack: Bool { self != .over }
}
