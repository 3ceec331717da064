/// Recognises a sentence in a success that says that the invitation was made, and nothing else.
///
/// A sentence with a word that is not known, in any language, may say no: "All seats are taken". It is not understood.
enum GoodNews {
    /// Whether every word of a text is known, and none of them says no.
    ///
    /// - Parameter invitation: The invitation that was asked for, whose address may be in the text.
    static func isAll(_ text: String, for invitation: Invitation?) -> Bool {
        var said = text.lowercased()
        let own = [invitation?.email, invitation?.key.email, invitation?.organization].compactMap(\.self)
        for name in own + (invitation?.roles ?? []) + (invitation?.groups ?? []) where !name.isEmpty {
            said = said.replacing(name.lowercased(), with: " invitation ")
        }
        let words = said.split { !($0.isLetter || $0.isNumber || $0 == "@") }
        return words.allSatisfy { known.contains(String($0)) || Int($0).map { $0 > 0 } ?? false }
    }

    private static let known: Set<String> = [
        "invitation", "invitations", "invite", "invites", "invited", "sent", "created", "success", "successful",
        "successfully", "ok", "okay", "done", "accepted", "processed", "completed", "complete", "queued", "pending",
        "delivered", "waiting", "new", "has", "have", "been", "was", "were", "is", "are", "will", "be", "the", "a",
        "an", "this", "your", "to", "for", "by", "of", "in", "on", "and", "with", "user", "person", "email", "e",
        "mail", "address", "request", "organization", "organisation", "team", "status", "it", "you", "they", "them",
        "as", "role", "roles", "from", "at", "expires", "expire", "days", "day", "hours", "hour", "link", "join",
        "accept", "delivery", "instructions", "inbox", "workspace",
    ]
}
