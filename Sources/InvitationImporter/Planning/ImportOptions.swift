/// What a person decided about a whole import: what holds for every row, and how rows are judged.
public struct ImportOptions: Hashable, Sendable {
    /// What becomes of rows that name the same person again.
    public enum Duplicates: String, Hashable, Sendable, CaseIterable {
        /// The first row is sent with the roles and groups of all of them.
        case merge
        /// The first row is sent as it is.
        case first
        /// The later rows are invalid, and nothing is sent.
        case fail
    }

    /// The organization of rows that name none; `nil` if every row has to.
    public var organization: String?
    /// Whether a row without an organization is an error; a check before anybody has one does without. Default true.
    public var needsOrganization = true
    /// Roles for rows that name none.
    public var roles: [String] = []
    /// Groups for rows that name none.
    public var groups: [String] = []
    /// The message for rows that have none.
    public var message: String?
    /// Default ``Duplicates/merge``.
    public var duplicates = Duplicates.merge
    /// Words of a status for which people are invited all the same, such as `suspended`.
    public var includedStatus: [String] = []
    /// How the files are read.
    public var reading = ReadingOptions()

    /// The default options.
    public init() {}
}
