import CurlMulti

/// A request for one page of one of the server's lists.
public struct ListRequest: Hashable, Sendable {
    /// The lists.
    public enum List: Hashable, Sendable {
        /// An organization's invitations, pending and not.
        case invitations
        /// The members of the organization that the token is for.
        case members
        /// The roles that people can be given.
        case roles
        /// The groups that people can be put into.
        case groups
        /// The organizations that the token may work in.
        case organizations
    }

    /// Tells it apart from everything else under way.
    public let tag: Int
    /// The organization; empty for lists that belong to none.
    public let organization: String
    /// Which list.
    public let list: List
    /// The page; `nil` for the first.
    public let pageToken: String?
    /// Entries of the page, at most; 1 to 500, which is the API's limit.
    public var pageSize = 500
}
