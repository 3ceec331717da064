/// Whether a status that another system wrote beside a person means somebody to invite.
enum PersonStatus: Hashable {
    case active
    case inactive

    private static let activeWords: Set<String> = [
        "", "active", "enabled", "member", "admin", "owner", "true", "yes", "1", "new", "invite", "current",
    ]
    private static let inactiveWords: Set<String> = [
        "suspended", "deactivated", "inactive", "disabled", "blocked", "banned", "deleted", "deprovisioned", "archived",
        "bot", "guest", "pending", "former", "left", "removed", "terminated", "false", "no", "0",
    ]

    /// Reads a status; `nil` for a word that is not known.
    init?(_ text: String) {
        let word = text.lowercased()
        if Self.activeWords.contains(word) {
            self = .active
        } else if Self.inactiveWords.contains(word) {
            self = .inactive
        } else {
            return nil
        }
    }
}
