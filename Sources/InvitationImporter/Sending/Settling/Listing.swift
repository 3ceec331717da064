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
}

/// What is known about one organization's list, and who waits for it.
struct Listing {
    /// Whether the list can be read.
    enum Access: Hashable {
        /// The snapshot before the first attempt is being read.
        case reading
        case allowed
        /// Why not, in words.
        case denied(String)

        /// Why not, in words; `nil` if it is not denied.
        var reason: String? {
            if case .denied(let words) = self { words } else { nil }
        }
    }

    var access = Access.reading
    var settlement: Settlement
    /// Rows that wait for the snapshot, in order.
    var held: [Int] = []
    /// The requests for its pages.
    var pages = PageRequests()

    init(_ organization: String, delay: Duration, at now: Instant) {
        settlement = Settlement(organization: organization, delay: delay)
        settlement.begin(at: now, isSnapshot: true)
    }

    /// When a page should be asked for; `nil` if none should.
    ///
    /// - Parameter isLast: Whether nothing else is left to do.
    func due(isLast: Bool, at now: Instant) -> Instant? {
        guard pages.request == nil else { return nil }
        switch access {
        case .denied: return nil
        case .reading: return pages.again ?? now
        case .allowed: return settlement.isSweeping ? pages.again ?? now : settlement.due(isLast: isLast)
        }
    }
}
