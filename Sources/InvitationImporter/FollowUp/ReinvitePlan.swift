/// The people to reinvite because the run's invitation has expired, or because this program has revoked it.
public struct ReinvitePlan: Sendable {
    /// Which people to reinvite.
    public enum Reason: String, Sendable, CaseIterable {
        /// Those whose invitation has expired.
        case expired
        /// Those whose invitation this program has revoked.
        case revoked
    }

    /// Which people to reinvite.
    public let reason: Reason
    /// The number of people to reinvite, by organization.
    public private(set) var toSend: [String: Int] = [:]
    /// The number of these whose new invitation an earlier start left unfinished.
    public private(set) var unfinished = 0
    /// The number of meant people without a row in the plan, so that nobody knows what to send.
    public private(set) var unplanned = 0
    /// The number of meant people who have another pending invitation or are members by now. Nothing is sent for them.
    public private(set) var elsewhere = 0
    /// The number of people to reinvite, by role.
    public private(set) var roles: [String: Int] = [:]
    /// The keys of the meant people who are not there otherwise.
    private(set) var expired: Set<KeyHash> = []

    /// The number of people to reinvite.
    public var count: Int { toSend.values.reduce(0, +) }

    /// The number of people to reinvite with a role that gives power over others, by its name.
    public var privileged: [String: Int] { PlanSummary.privileged(of: roles) }

    /// Selects the people of a run.
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

/// Gives out the rows of a plan for the people to reinvite, and those that an earlier start left unfinished.
struct ReinviteQueue: WorkQueue {
    private var plan: PlanFile
    private var expired: Set<KeyHash>
    private var left: Int?

    /// Rows of other people do not belong to this queue, so none count as skipped.
    let skipped = 0

    /// Makes a queue.
    ///
    /// - Parameters:
    ///   - expired: The keys of the people to reinvite.
    ///   - first: The most rows to give out; `nil` for all.
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
                // Each row is given out once, whatever happens to it meanwhile.
                guard entry.outcome == .invited, expired.remove(invitation.key.hash) != nil else { continue }
            }
            left = left.map { $0 - 1 }
            return item
        }
        return nil
    }
}
