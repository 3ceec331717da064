/// What a column of theirs says about whether a person is to be invited.
///
/// A word that a rule does not understand leaves the person out: a mail cannot be taken back, but a row that was left
/// out can be imported again. Words are compared without case, spaces and punctuation. `NULL` and the like are blank.
public struct StatusRule: Hashable, Sendable {
    /// How the column is read.
    enum Test: Hashable, Sendable {
        /// These words are people to invite; all others are not, and no word at all only if it is among them.
        case invites(Set<String>)
        /// A yes, or a no, leaves people out, who are then called so; a blank cell does not.
        case skipsIf(Bool, as: String)
        /// Whoever has one of these texts in the column is left out.
        case skipsContaining([String], as: String)
        /// Whoever has a text in the column that begins with one of these is left out; `#` stands for a number.
        case skipsBeginning([String], as: String)
        /// Whoever has anything at all in the column is left out.
        case skipsUnlessBlank(as: String)
        /// Whoever has a time in the column that is not over is left out.
        case skipsUntil(as: String)
        /// Whoever has nothing in the column is left out.
        case skipsIfBlank(as: String)
        /// As the column's name says.
        case byName(ColumnMeaning)
    }

    /// The column, or the path to it. Of several words in it, as `roles[]` gives them, one is enough to leave a person
    /// out.
    public var column: String
    /// How it is read.
    var test: Test
    /// Columns that are read instead where those before them are blank.
    public var others: [String] = []
    /// A column that must not be blank for the rule to hold; `nil` for a rule that holds for every row.
    public var condition: String?
    /// Whether the word stands behind a colon, as in `northwind:Owner`.
    public var isBehindColon = false
    /// Whether it is about a membership, of which a person may have others. A person whom any other rule leaves out is
    /// left out in all of their rows.
    public var isOfMembership = false
    /// Words that count only if there is nothing better, here or by ``unless``: a member of one organization who is
    /// invited to another is a member. Folded.
    var pardoned: Set<String> = []
    /// Rules of other columns; where one of these invites a person by a word, this one does not hold for them, or, if
    /// there are ``pardoned`` words, not for those.
    var unless: [StatusRule] = []

    /// The same rule, which does not hold where one of others invites a person by a word.
    func unless(_ others: StatusRule..., pardoning words: String...) -> StatusRule {
        var rule = self
        rule.unless = others
        rule.pardoned = Set(words.map(\.foldedWord))
        return rule
    }

    /// The column in a sentence: without the mark that there may be several words in it.
    var columnName: String { column.hasSuffix("[]") ? String(column.dropLast(2)) : column }

    /// Only these words are people to invite, `""` for a blank cell.
    public static func invites(
        _ column: String, _ words: String..., behindColon: Bool = false, ofMembership: Bool = false
    ) -> StatusRule {
        var rule = StatusRule(column: column, test: .invites(Set(words.map(\.foldedWord))))
        rule.isBehindColon = behindColon
        rule.isOfMembership = ofMembership
        return rule
    }

    /// A column of yes and no, in whatever language, of which one leaves people out.
    public static func skips(_ column: String, if answer: Bool, as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsIf(answer, as: state))
    }

    /// Texts that nobody to be invited has in this column, in lower case.
    public static func skips(_ column: String, containing texts: [String], as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsContaining(texts, as: state))
    }

    /// Beginnings, in lower case, that nobody to be invited has in this column; `#` stands for a number, and no letter
    /// may follow.
    public static func skips(_ column: String, beginning texts: [String], as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsBeginning(texts, as: state))
    }

    /// A column that is blank for everybody who is to be invited, such as the time when a person was deleted.
    public static func skipsUnlessBlank(_ column: String, as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsUnlessBlank(as: state))
    }

    /// A column with the time until which a person is left out.
    public static func skipsUntil(_ column: String, as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsUntil(as: state))
    }

    /// A column that is not blank for anybody who is to be invited, such as the address in an address book.
    ///
    /// - Parameters:
    ///   - others: Columns of which one will do as well.
    ///   - condition: A column that is not blank where the rule holds.
    public static func skipsIfBlank(
        _ column: String, or others: String..., while condition: String? = nil, as state: String
    ) -> StatusRule {
        var rule = StatusRule(column: column, test: .skipsIfBlank(as: state))
        rule.others = others
        rule.condition = condition
        return rule
    }
}
