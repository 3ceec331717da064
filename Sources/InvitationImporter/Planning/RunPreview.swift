/// What a run would do about a plan now, given what happened before.
public struct RunPreview: Hashable, Sendable {
    /// Invitations that would be sent.
    public private(set) var toSend = 0
    /// Rows of unknown outcome that would be looked up in the server's list first.
    public private(set) var toSettle = 0
    /// People who have an invitation at the server already, so that nothing is sent.
    public private(set) var invitedAlready = 0
    /// People who are members at the server already, so that nothing is sent.
    public private(set) var membersAlready = 0
    /// Rows that have an outcome from an earlier run.
    public private(set) var before = 0
    /// Rows among those whose invitation was revoked by this program; they are not invited again by themselves.
    public private(set) var revoked = 0
    /// Rows among those whose role, group or message was changed since; nothing is sent for them.
    public private(set) var changed = 0

    /// The roles of those who get a mail now, with how many have them.
    public private(set) var roles: [String: Int] = [:]
    /// The organizations of those who get a mail now.
    public private(set) var organizations: Set<String> = []
    /// The rows that a run goes through until it has sent as many mails as it may.
    public private(set) var inReach = 0
    /// How many mails may go out now; `nil` for all.
    public let first: Int?

    /// A preview of nothing.
    ///
    /// - Parameter first: How many mails may go out now; `nil` for all.
    public init(first: Int? = nil) {
        self.first = first
    }

    /// Takes a row in.
    ///
    /// - Returns: Whether a request for it would go out now, without a look into the server's list first.
    @discardableResult
    public mutating func add(_ row: PlannedRow, _ journal: JournalState) -> Bool {
        guard case .invite(let invitation) = row.decision else { return false }
        let before = mails
        defer {
            if before < first ?? .max { inReach += 1 }
            if mails > before, mails <= first ?? .max {
                organizations.insert(invitation.organization)
                for role in invitation.roles { roles[role, default: 0] += 1 }
            }
        }
        let next = row.next(journal)
        switch next {
        case .send where row.there == .alreadyInvited: invitedAlready += 1
        case .send where row.there == .alreadyMember: membersAlready += 1
        case .send: toSend += 1
        case .settle: toSettle += 1
        case .leave:
            self.before += 1
            if journal.revocation(of: invitation.key)?.revokedAt != nil { revoked += 1 }
            if journal[invitation.key]?.differs(from: invitation.body) ?? false { changed += 1 }
        }
        return next == .send && mails > before && mails <= first ?? .max
    }

    /// Mails that runs may send, at most.
    public var mails: Int { toSend + toSettle }

    /// Mails that may go out now, at most.
    public var mailsNow: Int { min(first ?? mails, mails) }

    /// Those who get a mail now and a role that gives power over others, going by its name.
    public var privileged: [String: Int] { PlanSummary.privileged(of: roles) }

    /// Rows that a run would deal with.
    public var left: Int { mails + invitedAlready + membersAlready }
}

extension JournalState.Entry {
    /// Whether somebody was invited earlier with something else than this body.
    func differs(from body: [UInt8]) -> Bool {
        outcome?.standsForGood == true && !digest.isEmpty && digest != JournalState.digest(of: body)
    }
}
