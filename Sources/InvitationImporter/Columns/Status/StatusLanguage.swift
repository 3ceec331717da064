/// The words of one language by which names of columns and their values say who is in: data, no code.
///
/// Words are separated by spaces, and written as the language writes them; case and accents do not count. A word in
/// several parts is written as one (`optout`, `nolonger`). `~` at the end stands for each of the ``endings``.
struct StatusLanguage {
    /// What may stand for `~`; `_` is nothing.
    var endings = ""
    /// Words that say how somebody is out, whatever else is in a name: `deleted`, `suspended`.
    var states: [StatusWord: String] = [:]
    /// The same where nothing else in a name is unknown: `left` counts, `left handed` does not.
    var plainStates: [StatusWord: String] = [:]
    /// What happens to people, or is done to them: `termination`, `block`. They count as ``plainStates`` do; a time
    /// beside them may be yet to come.
    var events: [StatusWord: String] = [:]
    /// What somebody is who is no member, or no person: `guest`, `bot`.
    var beings: [StatusWord: String] = [:]
    /// The same if a name says that it is about an account or a person, or asks: `system` only in `is_system` and
    /// `system user`.
    var things: [StatusWord: String] = [:]
    /// Words for who is in, by what others are: `active`, else inactive.
    var ins: [StatusWord: String] = [:]
    /// Words for who is in that say so only as a value: `owner`, `full time`, `ok`.
    var usual = ""
    /// What a person wants who made the file: `invite`, `migrate`; and `exclude`, `ignore`.
    var wanted = ""
    var unwanted = ""
    /// The words between and around, by what they do.
    var marks: [NameMark: String] = [:]
}

/// What a word does in the name of a column beside those that say who is in.
enum NameMark: Hashable {
    /// Turns the others round: `not`, `never`.
    case denial
    /// People and what they have: `user`, `account`, `membership`; and systems, whose names are in front of columns.
    case people
    /// Words that mean nothing here: `of`, `the`, `flag`.
    case small
    /// Asks: `is`, `has`.
    case question
    /// Times: `at`, `on`, `date`.
    case date
    /// The end of something: `end`, `expires`.
    case end
    /// The end of what stands before it: `until`.
    case until
    /// The beginning: `since`, `start`.
    case since
    /// Something that was: `last`, `previous`.
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
    /// Being away for a while, which is no reason; but the last day before it for good is: `leave date`.
    case leave
    /// Something else than the person: `password`, `phone`, `manager`, `count`.
    case other
}
