import CurlMulti

/// A request for one page of an organization's invitations or members.
public struct ListRequest: Hashable, Sendable {
    /// The lists.
    public enum List: Hashable, Sendable {
        /// The invitations, pending and not.
        case invitations
        /// The members.
        case members
    }

    /// Tells it apart from everything else under way.
    public let tag: Int
    /// The organization.
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
    }

    var access = Access.reading
    var settlement: Settlement
    /// Rows that wait for the snapshot, in order.
    var held: [Int] = []
    /// The request under way, and the token it went out with.
    var request: Int?
    var generation = 0
    /// Pages that failed in a row.
    var failures = 0
    /// When the page that failed is asked for again.
    var again: Instant?

    init(_ organization: String, delay: Duration, readsMembers: Bool, at now: Instant) {
        settlement = Settlement(organization: organization, delay: delay, readsMembers: readsMembers)
        settlement.begin(at: now, isSnapshot: true)
    }

    /// When a page should be asked for; `nil` if none should.
    ///
    /// - Parameter isLast: Whether nothing else is left to do.
    func due(isLast: Bool, at now: Instant) -> Instant? {
        guard request == nil else { return nil }
        switch access {
        case .denied: return nil
        case .reading: return again ?? now
        case .allowed: return settlement.isSweeping ? again ?? now : settlement.due(isLast: isLast)
        }
    }
}
