/// The state of an invitation, from the server's own word.
public enum InvitationState: Hashable, Sendable {
    /// Nobody has answered it yet.
    case waiting
    /// The person is in.
    case accepted
    /// It is over: nobody can accept it any more.
    case over
    /// A word that this program does not know. It keeps the person from being invited, and proves nothing.
    case unknown(String)

    /// Reads a word, ignoring case, blanks, punctuation and prefixes such as `INVITATION_STATUS_`. No word at all
    /// counts as waiting: the API requires no member, and a new invitation waits.
    public init(word: String?) {
        guard let word else {
            self = .waiting
            return
        }
        self = (Self.isPlain(word) ? Self.families[Self.bare(word)] : nil) ?? .unknown(word)
    }

    /// Whether a word has nothing but letters, and what joins words between them. Signs and digits may turn its meaning
    /// round: `!expired`, `expired?`, `expired=0`.
    private static func isPlain(_ word: String) -> Bool {
        let scalars = Array(word.trimmed().unicodeScalars)
        return scalars.first?.properties.isAlphabetic ?? true && scalars.last?.properties.isAlphabetic ?? true
            && scalars.allSatisfy { $0.properties.isAlphabetic || " _-.:".unicodeScalars.contains($0) }
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

    /// Whether the person can still join, or has joined, or nobody knows. Such a person is not invited again.
    public var holdsBack: Bool { self != .over }

    /// The server's word, if this program does not know it.
    var unknownWord: String? {
        if case .unknown(let word) = self { word } else { nil }
    }
}
