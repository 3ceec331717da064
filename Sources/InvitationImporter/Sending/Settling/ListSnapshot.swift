/// What an organization's lists showed before the first attempt.
struct ListSnapshot: Sendable {
    /// The people to remember; `nil` for everybody.
    var wanted: KeyIndex?
    /// The invitations in the list, each with its person; `nil` before the list was read.
    private(set) var ids: [KeyHash: KeyHash]?
    /// The members, and the people with an invitation that holds them back.
    private(set) var people: [KeyHash: ServerSnapshot.Presence] = [:]
    /// The ids of invitations that were over, by person.
    private var over: [KeyHash: [String]] = [:]
    /// How many entries could not be read. Any of them may be somebody's.
    private(set) var unreadable = 0
    /// The people who have an entry without an id.
    private var withoutID: Set<KeyHash> = []
    /// The people who have accepted an invitation and were not seen as members yet.
    private var accepted: Set<KeyHash> = []

    /// Whether the list had an invitation.
    func contains(_ id: KeyHash) -> Bool { ids?[id] != nil }

    /// Whether the list had this id as another person's invitation.
    func isAnothers(_ id: String, than person: KeyHash) -> Bool { ids?[KeyHash(id)].map { $0 != person } ?? false }

    /// The people who had an invitation that was over.
    var peopleOver: some Sequence<KeyHash> { over.keys }

    /// The ids of a person's invitations that were over.
    func overIDs(_ person: KeyHash) -> [String] { over[person] ?? [] }

    /// Adds an entry.
    mutating func note(_ entry: ListPage.Person, _ person: KeyHash, isMember: Bool) {
        guard wanted?.contains(person) ?? true else { return }
        guard isMember || entry.state.holdsBack else { return over[person, default: []].append(entry.id) }
        let isInvited = !isMember && people[person].map { !$0.isMember } ?? false
        if isMember { accepted.remove(person) }
        if entry.state == .accepted, !isMember {
            // A pending invitation says more than an old one that was accepted.
            if isInvited { return }
            accepted.insert(person)
        } else if !isMember {
            accepted.remove(person)
        }
        people[person] = ServerSnapshot.Presence(
            isMember: entry.state == .accepted, roles: entry.roles, groups: entry.groups, word: entry.state.unknownWord)
    }

    /// Adds a person who has an entry without an id.
    mutating func note(withoutID person: KeyHash) { withoutID.insert(person) }

    /// Whether a person has an entry without an id.
    func hasEntryWithoutID(_ person: KeyHash) -> Bool { withoutID.contains(person) }

    /// Adds a person whom an entry names that cannot be read. Who may be there is not invited.
    mutating func note(mentioned person: KeyHash) {
        guard wanted?.contains(person) ?? true, people[person] == nil else { return }
        people[person] = ServerSnapshot.Presence(isMember: false, word: "an entry that cannot be read")
    }

    /// Notes that the lists were read to their end.
    ///
    /// - Parameter knowsMembers: Whether all members were read too.
    mutating func end(_ reading: ListReading, knowsMembers: Bool) {
        ids = reading.ids
        unreadable = reading.unreadable
        // An organization has members, so an empty list of members says nothing.
        guard knowsMembers, reading.members > 0, reading.unreadable == 0 else { return }
        // A person who accepted an invitation and is not a member has left.
        for person in accepted { people[person] = nil }
    }

    /// Forgets what an unfinished reading has shown.
    mutating func restart() {
        (people, over, accepted, withoutID) = ([:], [:], [], [])
    }
}
