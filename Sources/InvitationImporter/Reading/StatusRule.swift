/// What a column of theirs says about whether a person is to be invited.
///
/// Words are compared without case, spaces and punctuation. A blank cell says nothing, and the person is invited, unless
/// the rule is about that.
public struct StatusRule: Hashable, Sendable {
    /// How the column is read.
    public enum Test: Hashable, Sendable {
        /// These words are people to invite; all others are not.
        case invites(Set<String>)
        /// These words are people to leave out, and what they are then called; all others are invited.
        case skips([String: String])
        /// Whoever has one of these texts in the column is left out.
        case skipsContaining([String], as: String)
        /// Whoever has anything at all in the column is left out.
        case skipsUnlessBlank(as: String)
        /// Whoever has nothing in the column is left out.
        case skipsIfBlank(as: String)
        /// The words that most people use, see ``PersonStatus``; one that is not known is a warning.
        case usualWords
    }

    /// The column.
    public var column: String
    /// How it is read.
    public var test: Test

    /// Only these words are people to invite.
    public static func invites(_ column: String, _ words: String...) -> StatusRule {
        StatusRule(column: column, test: .invites(Set(words.map(ColumnNames.folded))))
    }

    /// These words are people to leave out: `["false": "disabled"]`.
    public static func skips(_ column: String, _ words: [String: String]) -> StatusRule {
        let pairs = words.map { (ColumnNames.folded($0.key), $0.value) }
        return StatusRule(column: column, test: .skips(Dictionary(pairs) { first, _ in first }))
    }

    /// Texts that nobody to be invited has in this column, in lower case.
    public static func skips(_ column: String, containing texts: [String], as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsContaining(texts, as: state))
    }

    /// A column that is blank for everybody who is to be invited, such as the time when a person was deleted.
    public static func skipsUnlessBlank(_ column: String, as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsUnlessBlank(as: state))
    }

    /// A column that is not blank for anybody who is to be invited, such as the address in an address book.
    public static func skipsIfBlank(_ column: String, as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsIfBlank(as: state))
    }

    /// What a rule thinks of a person.
    enum Verdict: Hashable {
        case invite
        /// Left out; the word for what the person is there.
        case skip(String)
        case unknown
    }

    /// Judges what a person has in the column.
    func verdict(on text: String) -> Verdict {
        if text.isEmpty {
            if case .skipsIfBlank(let state) = test { return .skip(state) }
            return .invite
        }
        let word = ColumnNames.folded(text)
        switch test {
        case .invites(let words): return words.contains(word) ? .invite : .skip(text)
        case .skips(let words): return words[word].map(Verdict.skip) ?? .invite
        case .skipsContaining(let texts, let state):
            let lower = text.lowercased()
            return texts.contains(where: lower.contains) ? .skip(state) : .invite
        case .skipsUnlessBlank(let state): return .skip(state)
        case .skipsIfBlank: return .invite
        case .usualWords:
            switch PersonStatus(text) {
            case .active: return .invite
            case .inactive: return .skip(text)
            case nil: return .unknown
            }
        }
    }
}
