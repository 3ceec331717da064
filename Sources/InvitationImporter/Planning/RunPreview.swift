/// What a run would do now about a plan, given what happened before.
public struct RunPreview: Hashable, Sendable {
    /// Invitations that would be sent.
    public private(set) var toSend = 0
    /// Rows in doubt that would first be looked up in the server's list.
    public private(set) var toSettle = 0
    /// People whom the server shows as invited already. Nothing is sent to them.
    public private(set) var invitedAlready = 0
    /// People whom the server shows as members already. Nothing is sent to them.
    public private(set) var membersAlready = 0
    /// Rows that have an outcome from an earlier run.
    public private(set) var before = 0
    /// Those of these rows whose invitation this program revoked. They are not invited again without being asked for.
    public private(set) var revoked = 0
    /// Those of these rows whose role, group or message has changed since. Nothing is sent for them.
    public private(set) var changed = 0

    /// The roles of the people who get a mail now, with the number of people.
    public private(set) var roles: [String: Int] = [:]
    /// The organizations of the people who get a mail now.
    public private(set) var organizations: Set<String> = []
    /// The rows that a run works through: all until it has sent as many mails as it may, and those that need none.
    public private(set) var inReach = 0
    /// How many mails may go out now; `nil` for all.
    public let first: Int?
    /// People who are not chosen and have no outcome yet. They stay as they are.
    public private(set) var aside = 0
    /// The chosen people who have a row in the plan.
    private(set) var met = ChosenPeople.Met()
    private let chosen: ChosenPeople

    /// A preview of nothing.
    ///
    /// - Parameters:
    ///   - first: How many mails may go out now; `nil` for all.
    ///   - chosen: The people who may be mailed now.
    public init(first: Int? = nil, chosen: ChosenPeople = .everybody) {
        self.first = first
        self.chosen = chosen
    }

    /// Counts a row.
    ///
    /// - Returns: Whether a request for it would go out now, without looking into the server's list first.
    @discardableResult
    public mutating func add(_ row: PlannedRow, _ journal: JournalState) -> Bool {
        guard case .invite(let invitation) = row.decision else { return false }
        let next = row.next(journal)
        if !chosen.isEverybody {
            met.note(invitation.key.email, chosen)
            guard chosen.has(invitation.key) else {
                if next != .leave { aside += 1 }
                return false
            }
        }
        let before = mails
        defer {
            if before < first ?? .max || next == .send && !row.getsMail(next) { inReach += 1 }
            if mails > before, mails <= first ?? .max {
                organizations.insert(invitation.organization)
                for role in invitation.roles { roles[role, default: 0] += 1 }
            }
        }
        switch next {
        case .send where row.there == .alreadyInvited: invitedAlready += 1
        case .send where row.there == .alreadyMember: membersAlready += 1
        case .send: toSend += 1
        case .settle: toSettle += 1
        case .leave:
            self.before += 1
            if journal.revocation(of: invitation.key)?.revokedAt != nil { revoked += 1 }
            let digest = JournalState.digest(of: invitation.body)
            if journal[invitation.key]?.differs(from: digest) ?? false { changed += 1 }
        }
        return next == .send && mails > before && mails <= first ?? .max
    }

    /// Counts so many rows that are sent without any question, and of which no earlier run knows anything.
    mutating func add(_ invitation: Invitation, times: Int) {
        toSend += times
        inReach += times
        organizations.insert(invitation.organization)
        for role in invitation.roles { roles[role, default: 0] += times }
    }

    /// The most mails that runs may send.
    public var mails: Int { toSend + toSettle }

    /// The most mails that may go out now.
    public var mailsNow: Int { min(first ?? mails, mails) }

    /// The roles of the people who get a mail now whose names suggest power over others.
    public var privileged: [String: Int] { PlanSummary.privileged(of: roles) }

    /// Whether people stay open on purpose: those who are not chosen, and those beyond the first.
    public var leavesForLater: Bool { mailsNow < mails || aside > 0 }

    /// Rows that a run would deal with.
    public var left: Int { mails + invitedAlready + membersAlready }
}

extension JournalState.Entry {
    /// Whether somebody was invited earlier with another body than this one.
    ///
    /// - Parameter digest: The checksum of this one; see ``JournalState/digest(of:)``.
    func differs(from digest: String) -> Bool {
        outcome?.standsForGood == true && !self.digest.isEmpty && self.digest != digest
    }
}
