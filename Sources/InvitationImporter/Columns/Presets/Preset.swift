/// A system that people leave, as data: how its exports are recognised and what their columns mean.
///
/// Columns are named by the text of a ``ColumnPath``, in any case and punctuation. A preset never gives roles or
/// groups. It only says which columns hold the other system's, for a ``RoleMap``.
public struct Preset: Hashable, Sendable {
    /// The word for `--from`.
    public var name: String
    /// What the export is, as part of a sentence.
    public var title: String
    /// Sets of columns that only this export has together. One set has to be there. A set is never the whole header,
    /// since exports differ by version and settings. `[key]` matches only a column with this key in brackets.
    public var signatures: [[String]]
    /// Where the address is. The first of these that has one counts.
    public var email: [String]
    /// Where the name is. The first of these that is not blank counts; `Given + Family` joins two.
    public var personName: [String]
    /// Where a message to the person is, in templates for invitations.
    public var message: [String]
    /// Where the other system's roles, groups, departments and units are.
    public var roleSources: [String]
    /// Who is to be invited. If one of these rules leaves a person out, the row is skipped.
    public var status: [StatusRule]
    /// Columns with secrets, besides those that their names show.
    public var secrets: [String]
    /// Columns that look like fields of an invitation, but mean something else in this system.
    /// Their values may still say who is out.
    public var theirs: [String]
    /// The columns of an export that has no header line.
    public var unheaded: [String]
    /// What to do if an export has no addresses.
    public var advice: String?

    /// Makes a preset. Arguments that are left out are empty.
    public init(
        _ name: String, title: String, signatures: [[String]], email: [String], personName: [String] = [],
        message: [String] = [], roleSources: [String] = [], status: [StatusRule] = [], secrets: [String] = [],
        theirs: [String] = [], unheaded: [String] = [], advice: String? = nil
    ) {
        self.name = name
        self.title = title
        self.signatures = signatures
        self.email = email
        self.personName = personName
        self.message = message
        self.roleSources = roleSources
        self.status = status
        self.secrets = secrets
        self.theirs = theirs
        self.unheaded = unheaded
        self.advice = advice
    }
}
