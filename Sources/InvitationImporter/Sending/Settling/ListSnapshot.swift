/// What an organization's lists showed before our first attempt.
struct ListSnapshot: Sendable {
    /// Whose presence is remembered; `nil` for everybody's.
    var wanted: Set<KeyHash>?
    /// The invitations that were there, each with whom it was for; `nil` before the list was read.
    private(set) var ids: [KeyHash: KeyHash]?
    /// Who was there: with an invitation that holds them back, or as a member.
    private(set) var people: [KeyHash: ServerSnapshot.Presence] = [:]
    /// The ids of invitations that were over, by person.
    private var over: [KeyHash: [String]] = [:]
    /// Entries that could not be read, so that somebody may be there unseen.
    private(set) var unreadable = 0
    /// Those who have accepted an invitation and were not seen as members yet.
    private var accepted: Set<KeyHash> = []

    /// Whether an invitation was there.
    func contains(_ id: KeyHash) -> Bool { ids?[id] != nil }

    /// Whether an id belongs to somebody else's invitation that was there.
    func isAnothers(_ id: String, than person: KeyHash) -> Bool { ids?[KeyHash(id)].map { $0 != person } ?? false }

    /// The ids of a person's invitations that were over.
    func overIDs(_ person: KeyHash) -> [String] { over[person] ?? [] }

    /// Takes an entry.
    mutating func note(_ entry: ListPage.Person, _ person: KeyHash, isMember: Bool) {
        guard wanted?.contains(person) ?? true else { return }
        guard isMember || entry.state.holdsBack else { return over[person, default: []].append(entry.id) }
        let isInvited = !isMember && people[person].map { !$0.isMember } ?? false
        if isMember { accepted.remove(person) }
        if entry.state == .accepted, !isMember {
            // A waiting invitation says more than an old one that was accepted.
            if isInvited { return }
            accepted.insert(person)
        } else if !isMember {
            accepted.remove(person)
        }
        people[person] = ServerSnapshot.Presence(
            isMember: entry.state == .accepted, roles: entry.roles, groups: entry.groups, word: entry.state.unknownWord)
    }

    /// The lists were read to their end.
    ///
    /// - Parameter knowsMembers: Whether the members were read as well, every one of them.
    mutating func end(_ reading: ListReading, knowsMembers: Bool) {
        ids = reading.ids
        unreadable = reading.unreadable
        // An organization has members; a list of none tells nothing.
        guard knowsMembers, reading.members > 0, reading.unreadable == 0 else { return }
        // Who accepted once and is no member any more has left.
        for person in accepted { people[person] = nil }
    }

    /// Forgets what a reading that did not come to its end has shown.
    mutating func restart() {
        (people, over, accepted) = ([:], [:], [])
    }
}

extension InvitationState {
    /// The server's word, if it is none that this program knows.
    var unknownWord: String? {
        if case .unknown(let word) = self { word } else { nil }
    }
}
