/// Our own words for people who are not to be invited, whatever another system calls them; a person may give them to
/// `--include-status`.
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
    /// Somebody who was made up.
    case test
}
