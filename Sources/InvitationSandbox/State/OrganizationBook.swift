/// The invitations and members of one organization, in the order in which they came.
package struct OrganizationBook: Sendable {
    /// An invitation, with the time from which lists show it.
    package struct Entry: Sendable {
        package var invitation: SandboxInvitation
        package let visibleFrom: Duration
        package var revoked = false
        let order: UInt64
    }

    /// All invitations ever made, including the revoked ones.
    package private(set) var entries: [Entry] = []
    /// The members, oldest first.
    package private(set) var members: [SandboxMember] = []
    private var indexByID: [String: Int] = [:]
    private var indicesByEmail: [String: [Int]] = [:]
    private var memberEmails: Set<String> = []

    /// Keeps a new invitation. Complexity: O(1).
    package mutating func add(_ invitation: SandboxInvitation, visibleFrom: Duration) {
        indexByID[invitation.id] = entries.count
        indexByID[invitation.uid] = entries.count
        indicesByEmail[invitation.email.lowercased(), default: []].append(entries.count)
        let order = SplitMix64.hash(invitation.id)
        entries.append(Entry(invitation: invitation, visibleFrom: visibleFrom, order: order))
        if invitation.status == .accepted {
            join(invitation.email, roles: invitation.roles, in: invitation.organization)
        }
    }

    /// Makes somebody a member, unless they are one.
    package mutating func join(_ email: String, roles: [String], in organization: String) {
        guard memberEmails.insert(email.lowercased()).inserted else { return }
        members.append(SandboxMember(organization: organization, email: email, roles: roles))
    }

    /// Records what became of an invitation. An accepted one makes a member.
    package mutating func change(_ id: String, to status: SandboxInvitation.Status) {
        guard let index = indexByID[id] else { return }
        entries[index].invitation.status = status
        let invitation = entries[index].invitation
        if status == .accepted { join(invitation.email, roles: invitation.roles, in: invitation.organization) }
    }

    /// Marks an invitation as revoked.
    package mutating func revoke(_ id: String) {
        if let index = indexByID[id] { entries[index].revoked = true }
    }

    /// The invitation with this id or uid; nil if there is none or it is revoked.
    package func invitation(_ id: String) -> SandboxInvitation? {
        indexByID[id].map { entries[$0] }.flatMap { $0.revoked ? nil : $0.invitation }
    }

    /// The invitations for an address that are pending at a time in milliseconds since 1970.
    package func pending(_ email: String, at milliseconds: Int) -> [SandboxInvitation] {
        indicesByEmail[email.lowercased(), default: []].map { entries[$0] }
            .filter { !$0.revoked && $0.invitation.status(at: milliseconds) == .pending }
            .map(\.invitation)
    }

    /// Whether an address has a pending invitation at that time.
    package func hasPending(_ email: String, at milliseconds: Int) -> Bool {
        indicesByEmail[email.lowercased(), default: []].contains {
            !entries[$0].revoked && entries[$0].invitation.status(at: milliseconds) == .pending
        }
    }

    /// Whether somebody is a member.
    package func isMember(_ email: String) -> Bool { memberEmails.contains(email.lowercased()) }
}
