/// The statuses of a run's invitations, from its journal and the server's lists.
///
/// Memory holds two hashes for each invitation, not the people.
public struct InvitationStatuses: Sendable {
    /// One of our invitations.
    private struct Ours {
        let person: KeyHash
        /// Its status in the list, under that person's address; `nil` while the list has not shown it.
        var status: InvitationStatus?
    }

    /// Our invitations by their ids.
    private var byID: [KeyHash: Ours] = [:]
    /// Whether each invited person is in a list of members.
    private var members: [KeyHash: Bool] = [:]
    /// How many invitations each organization has.
    private var counts: [String: Int] = [:]
    /// The organizations whose list could not be read, each with the reason.
    public internal(set) var unread: [String: String] = [:]

    /// Makes an empty set of statuses.
    init() {}

    /// The organizations to which somebody was invited, sorted.
    public var organizations: [String] { counts.keys.sorted() }

    /// The keys of the invited people.
    var people: Set<KeyHash> { Set(members.keys) }

    /// Adds an invitation of the journal.
    mutating func add(_ invitation: SentInvitation) {
        counts[invitation.key.organization, default: 0] += 1
        members[invitation.key.hash] = false
        guard let id = invitation.id else { return }
        byID[Self.mark(id, invitation.key.organization)] = Ours(person: invitation.key.hash)
    }

    /// Forgets what the lists showed, so that they can be read again.
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
            // The same id under another address is not the invitation that this run made, whatever its reply said.
            let id = Self.mark(entry.id, organization)
            if byID[id]?.person == person { byID[id]?.status = InvitationStatus(entry.state) }
        }
    }

    /// The status of an invitation.
    ///
    /// Some servers remove an accepted invitation from the list, and others show it as expired later. So a member
    /// counts as accepted.
    public subscript(_ invitation: SentInvitation) -> InvitationStatus {
        if invitation.isUnsettled { return .unknown }
        guard let id = invitation.id, unread[invitation.key.organization] == nil else { return .notSeen }
        let status = byID[Self.mark(id, invitation.key.organization)]?.status ?? .gone
        let isMember = members[invitation.key.hash] == true
        return isMember && [.expired, .gone].contains(status) ? .accepted : status
    }

    private static func mark(_ id: String, _ organization: String) -> KeyHash {
        KeyHash(organization + " " + id)
    }
}

extension InvitationStatus {
    fileprivate init(_ state: InvitationState) {
        switch state {
        case .waiting: self = .pending
        case .accepted: self = .accepted
        case .over: self = .expired
        case .unknown: self = .other
        }
    }
}
