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
    public mutating func take(_ page: ListPage, at now: Instant) -> [(Case, Finding)] {
        guard var reading = sweep else { return [] }
        for entry in page.people { look(at: entry, &reading) }
        reading.pages += 1
        // A server that gives the same token again, or never comes to an end, gives no list at all.
        if let next = page.nextPageToken {
            guard reading.pageTokens.insert(Fingerprint(next)).inserted, reading.pages < 20_000 else {
                return failed(at: now)
            }
            reading.pageToken = next
            sweep = reading
            return []
        }
        guard reading.list == .invitations, readsMembers, !membersAreDenied else { return finish(reading, at: now) }
        (reading.list, reading.pageToken, reading.pageTokens) = (.members, nil, [])
        sweep = reading
        return []
    }

    /// The list of members cannot be read: the invitations have to do.
    ///
    /// - Returns: The rows that are settled by them; they wait no more.
    public mutating func doWithoutMembers(at now: Instant) -> [(Case, Finding)] {
        membersAreDenied = true
        guard let reading = sweep else { return [] }
        return finish(reading, at: now)
    }

    private mutating func finish(_ reading: Sweep, at now: Instant) -> [(Case, Finding)] {
        sweep = nil
        lastSweepEnded = now
        if reading.isSnapshot {
            snapshot = reading.ids
            return []
        }
        return settle(reading)
    }

    private mutating func look(at entry: ListPage.Person, _ reading: inout Sweep) {
        let id = Fingerprint(entry.id)
        if !reading.ids.insert(id).inserted { reading.hasRepeats = true }
        if let number = created[id], number < reading.expected { reading.seen.insert(number) }
        guard reading.isSnapshot || !cases.isEmpty, let address = EmailAddress.check(entry.email).address else {
            return
        }
        let key = InvitationKey(organization: organization, email: address).hash
        if reading.isSnapshot { note(entry, as: key, isMember: reading.list == .members) }
        guard let waiting = cases[key], let finding = judge(entry, waiting) else { return }
        reading.found[key] = Self.stronger(finding, reading.found[key])
    }

    /// An accepted invitation may be an old one: only the list of members tells who is one now.
    private mutating func note(_ entry: ListPage.Person, as key: Fingerprint, isMember: Bool) {
        if isMember { before[key] = .member } else if entry.status == .pending { before[key] = .invited }
    }

    /// What an entry says about the row that waits for its address; `nil` for nothing.
    private func judge(_ entry: ListPage.Person, _ waiting: Case) -> Finding? {
        switch entry.status {
        case .expired, .other: return nil
        case .accepted: return .member
        case .pending:
            let asked = waiting.invitation
            let id = Fingerprint(entry.id)
            let wasThere = !waiting.isResumed && (snapshot?.contains(id) ?? false)
            let isNew = !wasThere && created[id] == nil
            let isSince = isSince(entry, waiting)
            let isAsAsked =
                Set(entry.roles ?? asked.roles) == Set(asked.roles)
                && Set(entry.groups ?? asked.groups) == Set(asked.groups)
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
    private static func stronger(_ new: Finding, _ old: Finding?) -> Finding {
        switch (new, old) {
        case (_, nil): new
        case (.ours, _): new
        case (_, .ours?): old ?? new
        case (.someoneElses, .member?): new
        default: old ?? new
        }
    }

    private mutating func settle(_ reading: Sweep) -> [(Case, Finding)] {
        let isConsistent = reading.seen.count == reading.expected && !reading.hasRepeats
        var settled: [(Case, Finding)] = []
        for (key, waiting) in cases {
            if let finding = reading.found[key] {
                settled.append((waiting, finding))
            } else if isConsistent, reading.began >= waiting.ended + delay {
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
