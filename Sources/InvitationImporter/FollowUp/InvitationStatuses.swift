/// Where a run's invitations stand: what its journal and the server's lists say, put together.
///
/// Memory holds two hashes for each invitation, not the people.
public struct InvitationStatuses: Sendable {
    /// One of our invitations.
    private struct Ours {
        let person: KeyHash
        /// As the list shows it under that person's address; `nil` while none has.
        var status: InvitationStatus?
    }

    /// Our invitations by their ids.
    private var byID: [KeyHash: Ours] = [:]
    /// Who was invited, and is in a list of members.
    private var members: [KeyHash: Bool] = [:]
    /// How many invitations each organization has.
    private var counts: [String: Int] = [:]
    /// The organizations whose list could not be read, each with the reason.
    public internal(set) var unread: [String: String] = [:]

    /// Makes statuses of nothing.
    init() {}

    /// The organizations that somebody was invited to, sorted.
    public var organizations: [String] { counts.keys.sorted() }

    /// The keys of those who were invited.
    var people: Set<KeyHash> { Set(members.keys) }

    /// Takes an invitation in that the journal tells of.
    mutating func add(_ invitation: SentInvitation) {
        counts[invitation.key.organization, default: 0] += 1
        members[invitation.key.hash] = false
        guard let id = invitation.id else { return }
        byID[Self.mark(id, invitation.key.organization)] = Ours(person: invitation.key.hash)
    }

    /// Forgets what the lists showed, so that they can be read anew.
    mutating func forgetLists() {
        for id in byID.keys { byID[id]?.status = nil }
    }

    /// Takes a page of a list.
    mutating func take(_ page: ListPage, of list: ListRequest.List, _ organization: String) {
        for entry in page.people {
            let person = InvitationKey(organization: organization, email: entry.address).hash
            if list == .members {
                if members[person] != nil { members[person] = true }
                continue
            }
            // An id under another address is not the invitation that we made, whatever its answer said.
            let id = Self.mark(entry.id, organization)
            if byID[id]?.person == person { byID[id]?.status = InvitationStatus(entry.state) }
        }
    }

    /// Where an invitation stands.
    ///
    /// Some servers take an invitation out of the list once it is accepted, and others show it as expired some day: a member
    /// is in.
    public subscript(_ invitation: SentInvitation) -> InvitationStatus {
        if invitation.isUnsettled { return .unknown }
        guard let id = invitation.id, unread[invitation.key.organization] == nil else { return .notSeen }
        let standing = byID[Self.mark(id, invitation.key.organization)]?.status ?? .gone
        let isMember = members[invitation.key.hash] == true
        return isMember && [.expired, .gone].contains(standing) ? .accepted : standing
    }

    private static func mark(_ id: String, _ organization: String) -> KeyHash {
        KeyHash(organization + " " + id)
    }
}
