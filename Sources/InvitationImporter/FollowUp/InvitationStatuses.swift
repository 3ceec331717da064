/// Where a run's invitations stand: what its journal and the server's lists say, put together.
///
/// Memory holds two hashes for each invitation, not the people.
public struct InvitationStatuses: Sendable {
    /// Our invitations by their ids; `nil` while no list has shown one.
    private var byID: [KeyHash: InvitationStatus?] = [:]
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
        if let id = invitation.id { byID[Self.mark(id, invitation.key.organization)] = .some(nil) }
    }

    /// Forgets what the lists showed, so that they can be read anew.
    mutating func forgetLists() {
        byID = byID.mapValues { _ in InvitationStatus?.none }
    }

    /// Takes a page of a list.
    mutating func take(_ page: ListPage, of list: ListRequest.List, _ organization: String) {
        for person in page.people {
            guard list == .members else {
                let mark = Self.mark(person.id, organization)
                if byID[mark] != nil { byID[mark] = .some(InvitationStatus(person.status)) }
                continue
            }
            guard let address = EmailAddress.check(person.email).address else { continue }
            let key = InvitationKey(organization: organization, email: address).hash
            if members[key] != nil { members[key] = true }
        }
    }

    /// Where an invitation stands.
    ///
    /// Some servers take an invitation out of the list once it is accepted, and others show it as expired some day: a member
    /// is in.
    public subscript(_ invitation: SentInvitation) -> InvitationStatus {
        if invitation.isUnsettled { return .unknown }
        guard let id = invitation.id, unread[invitation.key.organization] == nil else { return .notSeen }
        let standing = (byID[Self.mark(id, invitation.key.organization)] ?? nil) ?? .gone
        let isMember = members[invitation.key.hash] == true
        return isMember && [.expired, .gone].contains(standing) ? .accepted : standing
    }

    private static func mark(_ id: String, _ organization: String) -> KeyHash {
        KeyHash(organization + " " + id)
    }
}
