#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What became of the invitations, for a page: as far as `status` has asked.
struct PageStatuses {
    /// The most pending people who are named.
    private static let most = 100

    private let files: [StatusFile]
    private var counts: [InvitationStatus: Int] = [:]
    /// Invitations that were made after the status was asked for, or of which the server gave no id.
    private var unasked = 0
    /// The pending people whose invitations expire first; without a known time they come last.
    private var pending: [(expiry: Date, row: PageTable.Row)] = []

    /// Takes the files of a run, or of all its shards.
    init(_ files: [StatusFile]) {
        self.files = files
    }

    /// Adds an invited person, and says what became of the invitation; `nil` if that is not known.
    mutating func add(_ result: RowResult, _ row: PageTable.Row, _ organization: String) -> InvitationStatus? {
        guard !files.isEmpty else { return nil }
        let found = result.ended?.invitationID.flatMap { id in files.lazy.compactMap { $0[id, organization] }.first }
        guard let found else {
            unasked += 1
            return nil
        }
        let status = result.revokedAt == nil ? found : .gone
        counts[status, default: 0] += 1
        if status == .pending { addPending(row) }
        return status
    }

    private mutating func addPending(_ row: PageTable.Row) {
        let expiry = ISOTime.parse(row.expiresAt) ?? .distantFuture
        guard pending.count < Self.most || expiry < pending[Self.most - 1].expiry else { return }
        pending.insert((expiry, row), at: pending.firstIndex { $0.expiry > expiry } ?? pending.count)
        if pending.count > Self.most { pending.removeLast() }
    }

    /// The values for the template; `nil` if nobody has asked.
    var values: [String: Any]? {
        guard let at = files.map(\.at).min() else { return nil }
        let parts = InvitationStatus.allCases.map {
            PageBar.Part(name: $0.rawValue, count: counts[$0] ?? 0, meaning: $0.meaning)
        }
        let rest = (counts[.pending] ?? 0) - pending.count
        var values: [String: Any] = [
            "asked": PageTime.values(at), "hasPending": !pending.isEmpty,
            "pending": pending.map { expiry, row in
                var person: [String: Any] = [
                    "email": PageText.safe(row.email, 254), "name": PageText.safe(row.name, 100),
                ]
                if expiry != .distantFuture { person["expires"] = PageTime.values(row.expiresAt) }
                return person
            },
        ]
        if !counts.isEmpty { values["statusBar"] = PageBar.values(parts, of: "invitation") }
        if rest > 0 { values["pendingRest"] = PageText.count(rest, "more person", "more people") }
        if unasked > 0 { values["unasked"] = PageText.count(unasked, "invitation") }
        return values
    }
}

extension InvitationStatus {
    /// What it means, in a few words.
    var meaning: String {
        switch self {
        case .pending: "nobody has answered it yet"
        case .accepted: "the person is in"
        case .expired: "its time is up"
        case .gone: "not in the server's list any more: revoked, or removed"
        case .other: "in a state that this program does not know"
        case .unknown: "nobody knows if it was made"
        case .notSeen: "nothing was seen of it"
        }
    }
}
