/// What the name of a column says about who is in, and so how its values are read.
struct ColumnMeaning: Hashable, Sendable {
    /// The question that the column answers.
    enum Question: Hashable, Sendable {
        /// Yes or no; the answer by which somebody is out, and as what.
        case answer(Bool, StatusWord)
        /// When somebody came to be out.
        case time(StatusWord)
        /// When being in ends, or has ended.
        case end(StatusWord)
        /// When being out ends.
        case until(StatusWord)
        /// When being in began; without it, somebody is not in yet.
        case since(StatusWord)
        /// Why, or by whom, somebody is out.
        case reason(StatusWord)
        /// In what state somebody is.
        case status
        /// What somebody is: a guest, a bot, a member.
        case kind
        /// What kind of mailbox it is.
        case mailbox
        /// The bits of `userAccountControl`.
        case bits
    }

    var question: Question
    /// Whether nothing else in the name is unknown, so that a value that is not understood leaves the person out. Else only
    /// what is understood does, and what mentions one of the words.
    var isSure = true
    /// Whether a mere tick or number is no answer, as `Room` may have the number of an office.
    var needsWord = false
    /// Whether a time in the place of a yes may be yet to come: `Vertragsende`.
    var mayBeToCome = false
    /// Whether a wish is answered: to invite, to leave out.
    var isWish = false
}

extension ColumnMeaning {
    /// Reads a name; `nil` if it says nothing about who is in.
    ///
    /// - Parameter prefix: Words, folded, that mean nothing here, because the column of the address has them too.
    init?(of name: String, beside prefix: Set<String> = []) {
        guard let meaning = NameReading(name, beside: prefix).meaning else { return nil }
        self = meaning
    }
}
