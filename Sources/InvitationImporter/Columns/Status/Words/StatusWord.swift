/// This program's words for people who are not to be invited, whatever other systems call them. A person may give them
/// to `--include-status`.
enum StatusWord: String, Hashable, CaseIterable {
    case suspended
    case blocked
    case banned
    case deactivated
    case disabled
    case inactive
    case deleted
    case archived
    case former
    case expired
    case revoked
    case pending
    case unsubscribed
    case bounced
    case excluded
    case guest
    case bot
    /// A mailbox of several people, of a room or of equipment.
    case shared
    /// A made-up person.
    case test
}
