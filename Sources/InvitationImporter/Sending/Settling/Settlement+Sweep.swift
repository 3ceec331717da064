public import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// MARK: - What the list says

extension Settlement {
    /// Takes a page of the list.
    ///
    /// - Returns: The rows that are settled, if it was the last page; they wait no more.
    public mutating func take(_ page: ListPage, at now: Instant) -> [(Case, Result)] {
        guard var reading = sweep else { return [] }
        for entry in page.people { look(at: entry, &reading) }
        // A server that gives a token again, or never comes to an end, gives no list at all.
        if let next = page.nextPageToken {
            let isNew = reading.seenTokens.insert(KeyHash(next)).inserted
            reading.emptyPages = page.people.isEmpty ? reading.emptyPages + 1 : 0
            guard isNew, reading.seenTokens.count < 4000, reading.emptyPages <= PageFetch.mostEmptyPages else {
                return reading.list == .members
                    ? doWithoutMembers(because: "it does not come to an end", at: now) : failed(at: now)
            }
            reading.pageToken = next
            sweep = reading
            return []
        }
        guard reading.list == .invitations, readsMembers, membersLack == nil else { return finish(reading, at: now) }
        (reading.list, reading.pageToken, reading.seenTokens, reading.emptyPages) = (.members, nil, [], 0)
        sweep = reading
        return []
    }

    /// The list of members cannot be read: the invitations have to do.
    ///
    /// - Returns: The rows that are settled by them; they wait no more.
    public mutating func doWithoutMembers(because reason: String, at now: Instant) -> [(Case, Result)] {
        membersLack = reason
        guard let reading = sweep else { return [] }
        return finish(reading, at: now)
    }

    private mutating func finish(_ reading: Sweep, at now: Instant) -> [(Case, Result)] {
        sweep = nil
        lastSweepEnded = now
        if reading.isSnapshot {
            snapshot = reading.ids
            return []
        }
        return settle(reading)
    }

    private mutating func look(at entry: ListPage.Person, _ reading: inout Sweep) {
        let id = KeyHash(entry.id)
        if !reading.ids.insert(id).inserted { reading.hasRepeats = true }
        if let made = created[id], made.number < reading.expected { reading.seen.insert(made.number) }
        guard reading.isSnapshot || !cases.isEmpty, let address = EmailAddress.check(entry.email).address else {
            return
        }
        let key = InvitationKey(organization: organization, email: address).hash
        if reading.isSnapshot, wanted?.contains(key) ?? true {
            note(entry, as: key, isMember: reading.list == .members)
        }
        guard let waiting = cases[key], let finding = judge(entry, waiting) else { return }
        reading.found[key] = Self.stronger(finding, reading.found[key])
    }

    /// An accepted invitation may be an old one: only the list of members tells who is one now.
    private mutating func note(_ entry: ListPage.Person, as key: KeyHash, isMember: Bool) {
        guard isMember || entry.status == .pending else { return }
        before[key] = ServerSnapshot.Presence(isMember: isMember, roles: entry.roles, groups: entry.groups)
    }

    /// What an entry says about the row that waits for its address; `nil` for nothing.
    private func judge(_ entry: ListPage.Person, _ waiting: Case) -> Result? {
        switch entry.status {
        case .expired, .other: return nil
        case .accepted: return .member
        case .pending:
            let invitation = waiting.invitation
            let id = KeyHash(entry.id)
            let wasThere = !waiting.isResumed && (snapshot?.contains(id) ?? false)
            let isNew = !wasThere && created[id] == nil
            let isSince = isSince(entry, waiting)
            let asked = [waiting.askedEarlier, .init(roles: invitation.roles, groups: invitation.groups)]
            let isAsAsked = asked.compactMap(\.self).contains(where: entry.isAsAsked)
            guard waiting.mayBeOurs, isNew, isSince, isAsAsked else { return .someoneElses(id: entry.id) }
            return .ours(id: entry.id, expiresAt: entry.expiresAt)
        }
    }

    /// Whether an entry was made after the attempt began. Servers cut their times to seconds.
    ///
    /// Where a time is missing, having read the list before the attempt will do.
    private func isSince(_ entry: ListPage.Person, _ waiting: Case) -> Bool {
        guard let created = entry.createdAt, let began = waiting.began else {
            return !waiting.isResumed && snapshot != nil
        }
        return created >= began.addingTimeInterval(-1)
    }

    /// Several entries may stand for one person: ours counts before an older one, a pending one before an accepted one.
    private static func stronger(_ new: Result, _ old: Result?) -> Result {
        switch (new, old) {
        case (_, nil): new
        case (.ours, _): new
        case (_, .ours?): old ?? new
        case (.someoneElses, .member?): new
        default: old ?? new
        }
    }

    /// What is missing now tells that the list is at least so far behind; what has come up, that it was that far behind.
    private mutating func learnLag(from reading: Sweep) {
        for (id, made) in created where made.number < reading.expected {
            let isMissing = !reading.seen.contains(made.number)
            if isMissing || made.isMissing { lag = max(lag, reading.began - made.at) }
            created[id]?.isMissing = isMissing
        }
    }

    private mutating func settle(_ reading: Sweep) -> [(Case, Result)] {
        learnLag(from: reading)
        let isConsistent = reading.seen.count == reading.expected && !reading.hasRepeats
        var settled: [(Case, Result)] = []
        for (key, waiting) in cases {
            if let finding = reading.found[key] {
                settled.append((waiting, finding))
            } else if isConsistent, reading.began >= waiting.ended + patience {
                cases[key]?.misses += 1
                if waiting.misses + 1 >= 2 { settled.append((waiting, .absent)) }
            } else {
                cases[key]?.misses = 0
            }
        }
        for (waiting, _) in settled { cases[waiting.invitation.key.hash] = nil }
        if cases.isEmpty { firstWaited = nil }
        settled.sort { $0.0.tag < $1.0.tag }
        if isConsistent {
            fruitless = 0
            return settled
        }
        return settled + endFruitless()
    }
}

extension ListPage.Person {
    /// Whether the roles and groups are those asked for, as far as the server says.
    fileprivate func isAsAsked(_ asked: Doubt.Asked) -> Bool {
        Set(roles ?? asked.roles) == Set(asked.roles) && Set(groups ?? asked.groups) == Set(asked.groups)
    }
}
