/// What a column of another system says about whether a person is to be invited.
///
/// A word that a rule does not understand leaves the person out: a mail cannot be taken back, but a row that was left
/// out can be imported again. Words are compared without case, spaces and punctuation. `NULL` and the like are blank.
public struct StatusRule: Hashable, Sendable {
    /// How the column is read.
    enum Test: Hashable, Sendable {
        /// Only people with one of these words are invited. A blank cell counts only if `""` is among them.
        case invites(Set<String>)
        /// A yes, or a no, leaves a person out, with this state. A blank cell does not.
        case skipsIf(Bool, as: String)
        /// A person with one of these texts anywhere in the column is left out.
        case skipsContaining([String], as: String)
        /// A person whose text begins with one of these is left out. `#` stands for a number.
        case skipsBeginning([String], as: String)
        /// A person with anything in the column is left out.
        case skipsUnlessBlank(as: String)
        /// A person with a time in the column that is not over is left out.
        case skipsUntil(as: String)
        /// A person with nothing in the column is left out.
        case skipsIfBlank(as: String)
        /// The column's name decides.
        case byName(ColumnMeaning)
    }

    /// The column, or the path to it. If it has several words, as `roles[]` may, one is enough to leave a person out.
    public var column: String
    /// How the column is read.
    var test: Test
    /// Columns that are read instead if those before them are blank.
    public var others: [String] = []
    /// A column that must not be blank for the rule to apply; `nil` for a rule that applies to every row.
    public var condition: String?
    /// Whether the word comes after a colon, as in `northwind:Owner`.
    public var isBehindColon = false
    /// Whether the rule is about one of several memberships that a person may have. If any other rule leaves a person
    /// out, it does so in all of their rows.
    public var isOfMembership = false
    /// Folded words that count only if nothing better is found, here or by ``unless``. For example, a member of one
    /// organization who is invited to another is a member.
    var pardoned: Set<String> = []
    /// Rules of other columns. If one of them invites a person by a word, this rule does not apply to that person or,
    /// if it has ``pardoned`` words, to those words.
    var unless: [StatusRule] = []

    /// The same rule, except where one of the other rules invites the person by a word.
    func unless(_ others: StatusRule..., pardoning words: String...) -> StatusRule {
        var rule = self
        rule.unless = others
        rule.pardoned = Set(words.map(\.foldedWord))
        return rule
    }

    /// The column's name for a sentence, without the mark that it may have several words.
    var columnName: String { column.hasSuffix("[]") ? String(column.dropLast(2)) : column }

    /// Invites only people with one of these words; `""` stands for a blank cell.
    public static func invites(
        _ column: String, _ words: String..., behindColon: Bool = false, ofMembership: Bool = false
    ) -> StatusRule {
        var rule = StatusRule(column: column, test: .invites(Set(words.map(\.foldedWord))))
        rule.isBehindColon = behindColon
        rule.isOfMembership = ofMembership
        return rule
    }

    /// Leaves people out by a yes, or by a no, in any language. `answer` is the one that leaves them out.
    public static func skips(_ column: String, if answer: Bool, as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsIf(answer, as: state))
    }

    /// Leaves people out whose text contains one of these, which are in lower case.
    public static func skips(_ column: String, containing texts: [String], as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsContaining(texts, as: state))
    }

    /// Leaves people out whose text begins with one of these, which are in lower case. `#` stands for a number, and no
    /// letter may follow the beginning.
    public static func skips(_ column: String, beginning texts: [String], as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsBeginning(texts, as: state))
    }

    /// Leaves people out unless the column is blank. An example is the time when a person was deleted.
    public static func skipsUnlessBlank(_ column: String, as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsUnlessBlank(as: state))
    }

    /// Leaves people out until the time in the column.
    public static func skipsUntil(_ column: String, as state: String) -> StatusRule {
        StatusRule(column: column, test: .skipsUntil(as: state))
    }

    /// Leaves people out if the column is blank. An example is the address in an address book.
    ///
    /// - Parameters:
    ///   - others: Columns of which one is enough as well.
    ///   - condition: A column that is not blank where the rule applies.
    public static func skipsIfBlank(
        _ column: String, or others: String..., while condition: String? = nil, as state: String
    ) -> StatusRule {
        var rule = StatusRule(column: column, test: .skipsIfBlank(as: state))
        rule.others = others
        rule.condition = condition
        return rule
    }

    /// A person with the principal name of a guest is one, unless their type says that they are a member.
    static func guestName(_ column: String) -> StatusRule {
        StatusRule.skips(column, containing: ["#ext#"], as: "guest")
            .unless(.invites("userType", "Member", "Mitglied", "Membre", "Miembro", "Membro", "Lid"))
    }
}
