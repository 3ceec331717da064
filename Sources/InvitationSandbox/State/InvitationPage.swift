/// One page of a list of invitations, and the cursor of the next.
///
/// In the stable order a cursor is the position after the last entry seen. In the unstable order each walk has its own
/// salt: entries are sorted by a hash of salt and id, and the cursor carries the salt and the last hash. Either way, a
/// walk shows every entry that was visible when it began exactly once.
package struct InvitationPage: Sendable {
    /// The invitations of the page.
    package private(set) var invitations: [SandboxInvitation] = []
    /// The cursor of the next page; nil at the end.
    package private(set) var next: String?

    /// Reads a page; nil if the cursor is invalid. `salt` begins a walk in unstable order.
    package init?(
        of book: OrganizationBook, cursor: String?, size: Int, salt: UInt64?, status: SandboxInvitation.Status?,
        at now: SandboxMoment
    ) {
        let visible = { (entry: OrganizationBook.Entry) in
            !entry.revoked && entry.visibleFrom <= now.uptime
                && (status == nil || entry.invitation.status(at: now.unixMilliseconds) == status)
        }
        if let salt {
            guard self.walk(book.entries.filter(visible), cursor: cursor, size: size, salt: salt) else { return nil }
        } else {
            guard self.scan(book.entries, where: visible, cursor: cursor, size: size) else { return nil }
        }
        let milliseconds = now.unixMilliseconds
        for index in invitations.indices {
            invitations[index].status = invitations[index].status(at: milliseconds)
        }
    }

    private mutating func scan(
        _ entries: [OrganizationBook.Entry], where visible: (OrganizationBook.Entry) -> Bool, cursor: String?,
        size: Int
    ) -> Bool {
        guard let start = cursor.map({ Int($0.dropFirst()) }) ?? 0, cursor?.hasPrefix("p") != false else {
            return false
        }
        guard (0...entries.count).contains(start) else { return false }
        for index in start..<entries.count where visible(entries[index]) {
            if invitations.count == size {
                next = "p\(index)"
                return true
            }
            invitations.append(entries[index].invitation)
        }
        return true
    }

    private mutating func walk(_ entries: [OrganizationBook.Entry], cursor: String?, size: Int, salt: UInt64) -> Bool {
        var (salt, last) = (salt, UInt64?.none)
        if let cursor {
            let parts = cursor.dropFirst().split(separator: ".").map { UInt64($0, radix: 16) }
            guard cursor.hasPrefix("u"), parts.count == 2, let first = parts[0], let second = parts[1] else {
                return false
            }
            (salt, last) = (first, second)
        }
        let ranked = entries.map { (rank: Self.rank($0.order, salt), entry: $0) }
            .filter { entry in last.map { entry.rank > $0 } ?? true }
            .sorted { $0.rank < $1.rank }
        invitations = ranked.prefix(size).map(\.entry.invitation)
        if ranked.count > size {
            next = "u" + String(salt, radix: 16) + "." + String(ranked[size - 1].rank, radix: 16)
        }
        return true
    }

    private static func rank(_ order: UInt64, _ salt: UInt64) -> UInt64 {
        var generator = SplitMix64(seed: order ^ salt)
        return generator.next()
    }
}
