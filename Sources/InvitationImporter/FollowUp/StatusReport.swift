import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What became of a run's invitations, in total and for each person.
public struct StatusReport {
    /// How people are listed.
    public enum Form: Hashable, Sendable {
        /// Not as data. The first people are kept in ``StatusReport/people`` to be shown.
        case text
        /// One object with the numbers and all people.
        case json
        /// A table of all people.
        case csv
    }

    /// The number of invitations by status.
    public private(set) var counts: [InvitationStatus: Int] = [:]
    /// The number of invitations that this program revoked, and that are gone.
    public private(set) var revoked = 0
    /// The first hundred people to look at: who is pending, the first to expire first, then the others; empty if they
    /// are listed as data.
    public private(set) var people: [(SentInvitation, InvitationStatus)] = []
    /// The number of people who are listed.
    public private(set) var listed = 0
    /// Where each of ``people`` stands among them.
    private var orders: [(Int, Date)] = []
    private static let most = 100
    private let form: Form
    private let only: InvitationStatus?

    /// Whether people are listed as text.
    public var isText: Bool { form == .text }

    /// The number of the run's invitations.
    public var total: Int { counts.values.reduce(0, +) }

    /// The number of invitations with this status.
    public func count(_ status: InvitationStatus) -> Int { counts[status] ?? 0 }

    private static let columns = [
        "email", "organization", "status", "invitation_id", "sent_at", "expires_at", "revoked_at",
    ]

    /// Makes the report, and writes the data.
    ///
    /// - Parameters:
    ///   - only: The status of those who are listed; `nil` for everybody, but in a text for those of whom nothing was
    ///     seen.
    ///   - write: Gets the data in pieces.
    public init(
        _ followUp: FollowUp, _ form: Form, only: InvitationStatus? = nil, write: ([UInt8]) throws -> Void
    ) throws {
        self.init(form, only: only)
        try followUp.invitations { add($0, $1) }
        switch form {
        case .text: break
        case .csv: try table(followUp, write)
        case .json: try object(followUp, write)
        }
    }

    /// Makes an empty report.
    init(_ form: Form, only: InvitationStatus? = nil) {
        (self.form, self.only) = (form, only)
    }

    /// Adds an invitation.
    mutating func add(_ invitation: SentInvitation, _ status: InvitationStatus) {
        counts[status, default: 0] += 1
        if status == .gone, invitation.revokedAt != nil { revoked += 1 }
        guard lists(status) else { return }
        listed += 1
        if form == .text { keep(invitation, status) }
    }

    private mutating func keep(_ invitation: SentInvitation, _ status: InvitationStatus) {
        let order = Self.order(invitation, status)
        guard people.count < Self.most || order < orders[Self.most - 1] else { return }
        let index = orders.firstIndex { order < $0 } ?? people.count
        people.insert((invitation, status), at: index)
        orders.insert(order, at: index)
        guard people.count > Self.most else { return }
        people.removeLast()
        orders.removeLast()
    }

    private static func order(_ invitation: SentInvitation, _ status: InvitationStatus) -> (Int, Date) {
        (status == .pending ? 0 : 1, invitation.expiry ?? .distantFuture)
    }

    private func lists(_ status: InvitationStatus) -> Bool {
        only.map { $0 == status } ?? (form != .text || status != .notSeen)
    }

    private func table(_ followUp: FollowUp, _ write: ([UInt8]) throws -> Void) throws {
        var bytes: [UInt8] = []
        CSVWriter().write(Self.columns, into: &bytes)
        try followUp.invitations { invitation, status in
            guard lists(status) else { return }
            CSVWriter().write(Self.cells(invitation, status).map { SpreadsheetSafe.escape($0) }, into: &bytes)
            try Self.flush(&bytes, atLeast: 1 << 16, write)
        }
        try Self.flush(&bytes, atLeast: 0, write)
    }

    private func object(_ followUp: FollowUp, _ write: ([UInt8]) throws -> Void) throws {
        let unread = followUp.statuses.unread.sorted { $0.key < $1.key }.map { organization, reason in
            JSONValue.object(["organization": .string(organization), "reason": .string(reason)])
        }
        let paths = followUp.runs.map(\.directory.path.string)
        let place = JSONValue.Member(
            paths.count == 1 ? "run" : "runs", paths.count == 1 ? .string(paths[0]) : .strings(paths))
        let numbers = JSONValue.object([
            "invitations": .integer(total),
            "counts": .object(InvitationStatus.allCases.map { .init($0.rawValue, .integer(count($0))) }),
            "revoked": .integer(revoked), "unread": .array(unread),
        ])
        let head = JSONValue.object([place] + (numbers.members ?? []))
        // The people are the last member, written one by one.
        var bytes = Array(head.serialized.utf8.dropLast()) + Array(#","people":["#.utf8)
        var isFirst = true
        try followUp.invitations { invitation, status in
            guard lists(status) else { return }
            if !isFirst { bytes.append(.comma) }
            isFirst = false
            let members = zip(Self.columns, Self.cells(invitation, status)).filter { !$0.1.isEmpty }
            JSONValue.object(members.map { .init(MemberName.of(column: $0), .string($1)) }).write(into: &bytes)
            try Self.flush(&bytes, atLeast: 1 << 16, write)
        }
        bytes += Array("]}\n".utf8)
        try Self.flush(&bytes, atLeast: 0, write)
    }

    private static func cells(_ invitation: SentInvitation, _ status: InvitationStatus) -> [String] {
        [
            invitation.key.email, invitation.key.organization, status.rawValue,
        ]
            // These are the server's ids and times. Whatever they hold, they must not command a terminal.
            + [invitation.id, invitation.sentAt, invitation.expiresAt, invitation.revokedAt]
            .map { Printable.escape($0 ?? "") }
    }

    private static func flush(
        _ bytes: inout [UInt8], atLeast size: Int, _ write: ([UInt8]) throws -> Void
    ) throws {
        guard bytes.count >= size, !bytes.isEmpty else { return }
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
