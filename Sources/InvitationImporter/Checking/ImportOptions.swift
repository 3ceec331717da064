#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a person decided about a whole import: values for every row, and how rows are judged.
public struct ImportOptions: Sendable {
    /// What happens to rows that name the same person again.
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
    /// Whether a row without an organization is an error. A check can do without one. Default true.
    public var needsOrganization = true
    /// Whether a row without a role and a group is an error. Converting can do without. Default true.
    public var needsRoleOrGroup = true
    /// Roles for rows that name none.
    public var roles: [String] = []
    /// Groups for rows that name none.
    public var groups: [String] = []
    /// The message for rows that have none.
    public var message: MessageTemplate?
    /// What the other system's roles and groups become. A file's own columns of roles and groups then hold the other
    /// system's, unless a mapping names them.
    public var roleMap: RoleMap?
    /// What happens to duplicates; default ``Duplicates/merge``.
    public var duplicates = Duplicates.merge
    /// Words of a status whose people are invited all the same, such as `suspended`.
    public var includedStatus: [String] = []
    /// The domains that mail may go to, with their subdomains, in lower case as A-labels; empty for all.
    public var allowedDomains: Set<String> = []
    /// When the rows are judged. A time until which a person is left out may be over by then. Default: when the options
    /// were made.
    public var now = Date()
    /// How the files are read.
    public var reading = ReadingOptions()
    /// The part of the import whose people are invited; default ``Shard/whole``. All rows are read all the same.
    public var shard = Shard.whole
    /// The people who may be mailed now; default everybody. All rows are read and planned all the same.
    public var chosen = ChosenPeople.everybody
    /// Which way the rows go; default ``LaneChoice/standard``.
    public var lane = LaneChoice.standard

    /// The default options.
    public init() {}

    /// How the files are read, with the columns that the message template and the role map need.
    var fullReading: ReadingOptions {
        var full = reading
        full.placeholders = message?.placeholders ?? []
        full.hasRoleMap = roleMap != nil
        full.roleColumns = roleMap?.columns ?? []
        full.takesUsualRoleColumns = roleMap?.namesAllColumns != true
        return full
    }
}
