/// Who would be invited again because the invitation that the run made has expired, or was revoked by this program.
public struct ReinvitePlan: Sendable {
    /// Whom it is about.
    public enum Reason: String, Sendable, CaseIterable {
        /// Those whose invitation has expired.
        case expired
        /// Those whose invitation this program has revoked.
        case revoked
    }

    /// Whom it is about.
    public let reason: Reason
    /// People to invite again, by organization.
    public private(set) var toSend: [String: Int] = [:]
    /// Those of them whose new invitation an earlier try left unfinished.
    public private(set) var unfinished = 0
    /// Expired ones that no row of the plan is about, so that nobody knows what to send.
    public private(set) var unplanned = 0
    /// Expired ones who have another pending invitation by now; nothing is sent for them.
    public private(set) var elsewhere = 0
    /// Those dealt with, by role.
    public private(set) var roles: [String: Int] = [:]
    /// The keys of the expired ones that have not been dealt with.
    private(set) var expired: Set<KeyHash> = []

    /// How many are dealt with.
    public var count: Int { toSend.values.reduce(0, +) }

    /// Those dealt with who have a role that gives power over others, going by its name.
    public var privileged: [String: Int] { PlanSummary.privileged(of: roles) }

    /// Takes in whose invitations they are.
    init(_ followUp: FollowUp, _ reason: Reason) throws {
        self.reason = reason
        try followUp.invitations { invitation, status in
            let isMeant =
                switch reason {
                case .expired: status == .expired && invitation.revokedAt == nil
                case .revoked: [.gone, .expired].contains(status) && invitation.revokedAt != nil
                }
            guard isMeant else { return }
            if followUp.isThere(invitation.key) {
                elsewhere += 1
            } else {
                expired.insert(invitation.key.hash)
            }
        }
        var feed = ReinviteQueue(try followUp.planned(), expired)
        let state = followUp.journal.state
        var withoutRow = expired
        while let invitation = try feed.next(state)?.invitation {
            for role in invitation.roles { roles[role, default: 0] += 1 }
            withoutRow.remove(invitation.key.hash)
            toSend[invitation.organization, default: 0] += 1
            if state[invitation.key]?.isAgain ?? false { unfinished += 1 }
        }
        unplanned = withoutRow.count
    }
}

/// Gives out those rows of a plan whose invitation has expired, and those that were begun again and left unfinished.
struct ReinviteQueue: WorkQueue {
    private var plan: PlanFile
    private var expired: Set<KeyHash>
    private var left: Int?

    /// Whoever is not to be invited again is none of this feed's business.
    let skipped = 0

    /// Makes a feed.
    ///
    /// - Parameters:
    ///   - expired: The keys of the expired invitations.
    ///   - first: How many to give out at most; `nil` for all.
    init(
        _ plan: PlanFile, _ expired: Set<KeyHash>, first: Int? = nil
    ) {
        self.plan = plan
        self.expired = expired
        left = first
    }

    mutating func next(_ journal: JournalState) throws(RunError) -> WorkItem? {
        while left != 0, let row = try plan.next() {
            guard case .invite(let invitation) = row.decision, let entry = journal[invitation.key] else { continue }
            var item = WorkItem(
                invitation: invitation, operation: .invite(body: invitation.body), attempts: entry.attempts)
            if entry.isAgain {
                switch entry.next {
                case .leave: continue
                case .send: break
                case .settle(let end): item.settle = end
                }
            } else {
                // Each is given out once, whatever happens to it meanwhile.
                guard entry.outcome == .invited, expired.remove(invitation.key.hash) != nil else { continue }
            }
            left = left.map { $0 - 1 }
            return item
        }
        return nil
    }
}
