import CurlMulti

// MARK: - What single entries say

extension Settlement {
    /// Takes an entry of the reading under way.
    mutating func look(at entry: ListPage.Person, _ reading: inout ListReading) {
        let key = InvitationKey(organization: organization, email: entry.address).hash
        reading.take(entry, key)
        if reading.isSnapshot { snapshot.note(entry, key, isMember: reading.list == .members) }
        if reading.list == .invitations, provesAddresses(entry, of: key) { strangers.showsOurs = true }
        guard !cases.isEmpty else { return }
        if let waiting = cases[key] {
            let result = waiting.judge(
                entry, isMember: reading.list == .members, isFromThisRun: isOurs(entry), after: snapshot)
            if let result { found[key] = result.isStronger(than: found[key]) ? result : found[key] }
        } else if reading.list == .invitations {
            if isOurs(entry) { return }
            let isOfImport = snapshot.wanted?.contains(key)
            if isNew(entry), isOfImport != true, let waiting = cases.answered(with: KeyHash(entry.id)) {
                found[waiting.person] = waiting.judge(answeredWith: entry, isNobodys: isOfImport == false)
            } else {
                strangers.note(entry, isNew: isNew(entry), isNobodys: !isWanted(key), among: cases)
            }
        }
    }

    /// An entry without an id proves that its person is there, if they had none before. It proves nothing of others.
    mutating func look(atOneWithoutID entry: ListPage.Person, isSnapshot: Bool) {
        let key = InvitationKey(organization: organization, email: entry.address).hash
        if isSnapshot { return snapshot.note(withoutID: key) }
        guard !snapshot.hasEntryWithoutID(key),
            let result = cases[key]?.judge(entry, isMember: false, isFromThisRun: false, after: snapshot)
        else { return }
        found[key] = result.isStronger(than: found[key]) ? result : found[key]
    }

    /// Notes a person whom an entry names that cannot be read.
    mutating func note(mentioned address: EmailAddress, isSnapshot: Bool) {
        let key = InvitationKey(organization: organization, email: address).hash
        if isSnapshot { snapshot.note(mentioned: key) }
        // It may be written in another way there as well.
        let meant = cases[key] == nil ? cases.meant(by: address, anyDomain: false) : [key]
        for person in meant { strangers.note(mentioned: address, person) }
    }

    /// Whether the entry is an invitation of this import, under the address of a person of it.
    private func provesAddresses(_ entry: ListPage.Person, of person: KeyHash) -> Bool {
        if isOurs(entry) { return isWanted(person) || invitedEarlier.contains(person) }
        return isNew(entry) && invitedWithoutID.contains(person)
    }

    /// Whether this import made the invitation.
    private func isOurs(_ entry: ListPage.Person) -> Bool { lag.contains(KeyHash(entry.id)) }

    /// Whether the list did not have the invitation before the first attempt.
    private func isNew(_ entry: ListPage.Person) -> Bool { !snapshot.contains(KeyHash(entry.id)) }

    /// Whether somebody is a person of this import.
    private func isWanted(_ person: KeyHash) -> Bool { snapshot.wanted?.contains(person) ?? true }
}
