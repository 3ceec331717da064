/// The words of one language by which names of columns and their values say who is in: data, no code.
///
/// Words are separated by spaces and written as in the language. Case and accents do not count. A term of several words
/// is written as one word (`optout`, `nolonger`). `~` at the end stands for each of the ``endings``.
struct StatusLanguage {
    /// The endings that `~` stands for. `_` is the empty one.
    var endings = ""
    /// Words that say how somebody is out, whatever else a name has: `deleted`, `suspended`.
    var states: [StatusWord: String] = [:]
    /// Words that say so only if a name has no unknown word: `left` counts, `left handed` does not.
    var plainStates: [StatusWord: String] = [:]
    /// Events that happen to people, or are done to them: `termination`, `block`. They count like ``plainStates``, but
    /// a time beside them may be yet to come.
    var events: [StatusWord: String] = [:]
    /// What somebody is who is not a member, or not a person: `guest`, `bot`.
    var beings: [StatusWord: String] = [:]
    /// Words that mean so only if a name is about an account or a person, or asks: `system` counts only in `is_system`
    /// and `system user`.
    var things: [StatusWord: String] = [:]
    /// Words for who is in, by the state of the others: `active`, else inactive.
    var ins: [StatusWord: String] = [:]
    /// Words that say who is in only as a value: `owner`, `full time`, `ok`.
    var usual = ""
    /// What the maker of the file wants: `invite`, `migrate`; and the opposite: `exclude`, `ignore`.
    var wanted = ""
    var unwanted = ""
    /// The words between and around these, by what they do.
    var marks: [NameMark: String] = [:]
}

/// What a word in a column's name does, if it does not say who is in.
enum NameMark: Hashable {
    /// Negates others: `not`, `never`.
    case denial
    /// People and what they have: `user`, `account`, `membership`; also systems, whose names stand in front of columns.
    case people
    /// Words that mean nothing here: `of`, `the`, `flag`.
    case small
    /// Asks: `is`, `has`.
    case question
    /// Times: `at`, `on`, `date`.
    case date
    /// The end of something: `end`, `expires`.
    case end
    /// The end of the thing named before it: `until`.
    case until
    /// The beginning: `since`, `start`.
    case since
    /// Something past: `last`, `previous`.
    case last
    /// Why, and by whom.
    case reason
    /// Somebody's state: `status`.
    case status
    /// Somebody's kind: `type`.
    case type
    /// `login`, `sign in`, `access`.
    case access
    /// `may`, `allow`.
    case allowed
    /// `email`, `contact`.
    case mail
    /// `stop`.
    case stop
    /// Being away for a while, which is no reason to leave somebody out. But `leave date` is a last day.
    case leave
    /// Something other than the person: `password`, `phone`, `manager`, `count`.
    case other
}
