#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a person decided about a whole import: what holds for every row, and how rows are judged.
public struct ImportOptions: Sendable {
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
    /// Whether a row without a role and a group is an error; converting does without. Default true.
    public var needsRoleOrGroup = true
    /// Roles for rows that name none.
    public var roles: [String] = []
    /// Groups for rows that name none.
    public var groups: [String] = []
    /// The message for rows that have none.
    public var message: MessageTemplate?
    /// What their roles and groups become; a file's own columns of roles and groups are then theirs, unless a mapping
    /// names them.
    public var roleMap: RoleMap?
    /// Default ``Duplicates/merge``.
    public var duplicates = Duplicates.merge
    /// Words of a status for which people are invited all the same, such as `suspended`.
    public var includedStatus: [String] = []
    /// The domains that mail may go to, in lower case as A-labels, with those below them; empty for all.
    public var allowedDomains: Set<String> = []
    /// When the rows are judged: a time until which a person is left out may be over by then. Default: when the options
    /// were made.
    public var now = Date()
    /// How the files are read.
    public var reading = ReadingOptions()

    /// The default options.
    public init() {}

    /// How the files are read, with the columns that template and role map need.
    var fullReading: ReadingOptions {
        var full = reading
        full.placeholders = message?.placeholders ?? []
        full.roleColumns = roleMap?.columns ?? []
        full.takesUsualRoleColumns = roleMap?.namesAllColumns != true
        return full
    }
}
