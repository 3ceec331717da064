/// What the name of a column says about who is in, which decides how its values are read.
struct ColumnMeaning: Hashable, Sendable {
    /// The question that the column answers.
    enum Question: Hashable, Sendable {
        /// Yes or no: the answer that means out, and the state of somebody who is out.
        case answer(Bool, StatusWord)
        /// When somebody came to be out.
        case time(StatusWord)
        /// When somebody stops, or stopped, being in.
        case end(StatusWord)
        /// When somebody stops being out.
        case until(StatusWord)
        /// When somebody began to be in. Without it, they are not in yet.
        case since(StatusWord)
        /// Why, or by whom, somebody is out.
        case reason(StatusWord)
        /// The state of somebody.
        case status
        /// What somebody is: a guest, a bot, a member.
        case kind
        /// What kind of mailbox it is.
        case mailbox
        /// The bits of `userAccountControl`, or the letters of `sambaAcctFlags`.
        case bits
        /// The last day, counted from 1970-01-01, as `shadowExpire` has it.
        case lastDay
        /// Whether the answer is a time at which somebody comes to be out.
        var isOfTime: Bool {
            switch self {
            case .time, .end, .until, .lastDay, .reason: true
            default: false
            }
        }

        /// Nothing by its name. Only a value that says nothing but that somebody is out counts.
        case told
    }

    var question: Question
    /// Whether the name has no unknown words. Then a value that is not understood leaves the person out. Otherwise only
    /// a value that is understood does, or one that mentions a known word.
    var isSure = true
    /// Whether a mere tick or number is no answer: `Room` may hold the number of an office. For ``Question/told``,
    /// whether a word counts only if it has no other meaning.
    var needsWord = false
    /// Whether a time in place of a yes may be yet to come: `Vertragsende`.
    var mayBeToCome = false
    /// Whether the values are codes: `status_id`. Where nearly everybody has one of them, or `1` or `A`, another one is
    /// not understood.
    var isCode = false
    /// Whether a yes or no leaves somebody out only if nothing else stands in the column, and if at most half of the
    /// people would be out: `acme_active`. What most people have is no reason.
    var countsIfRare = false
}

extension ColumnMeaning {
    /// Reads a name; `nil` if it says nothing about who is in.
    ///
    /// - Parameter prefix: Folded words that mean nothing here, because the address's column has them too.
    private static let longestName = 600

    init?(of name: String, beside prefix: Set<String> = []) {
        guard name.utf8.count <= Self.longestName, let meaning = NameReading(name, beside: prefix).meaning else {
            return nil
        }
        self = meaning
    }
}
