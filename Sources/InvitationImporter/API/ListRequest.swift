import CurlMulti

/// A request for one page of one of the server's lists.
public struct ListRequest: Hashable, Sendable {
    /// The kinds of lists.
    public enum List: Hashable, Sendable {
        /// An organization's invitations, pending and not.
        case invitations
        /// The members of the organization that the token is for.
        case members
        /// The roles that a person can have.
        case roles
        /// The groups that a person can be in.
        case groups
        /// The organizations that the token may work in.
        case organizations
    }

    /// A number that tells it apart from everything else under way.
    public let tag: Int
    /// The organization; empty for a list that belongs to none.
    public let organization: String
    /// The kind of list.
    public let list: List
    /// The token of the page; `nil` for the first page.
    public let pageToken: String?
    /// The most entries of the page: 1 to 500, the API's limit.
    public var pageSize = 500
}
