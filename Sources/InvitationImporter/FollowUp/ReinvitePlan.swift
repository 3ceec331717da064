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
    /// The number of meant people who are not chosen. Nothing is sent for them.
    public private(set) var aside = 0
    /// The number of people to reinvite, by role.
    public private(set) var roles: [String: Int] = [:]
    /// The keys of the meant people who are not there otherwise.
    private(set) var expired: Set<KeyHash> = []
    /// The people who may be reinvited.
    let chosen: ChosenPeople

    /// The number of people to reinvite.
    public var count: Int { toSend.values.reduce(0, +) }

    /// The number of people to reinvite with a role that gives power over others, by its name.
    public var privileged: [String: Int] { PlanSummary.privileged(of: roles) }

    /// Selects the people of a run.
    init(_ followUp: FollowUp, _ reason: Reason, _ chosen: ChosenPeople) throws {
        self.reason = reason
        self.chosen = chosen
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
            withoutRow.remove(invitation.key.hash)
            guard chosen.has(invitation.key) else {
                aside += 1
                continue
            }
            for role in invitation.roles { roles[role, default: 0] += 1 }
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
    private let chosen: ChosenPeople

    /// Rows of other people do not belong to this queue, so none count as skipped.
    let skipped = 0

    /// Makes a queue.
    ///
    /// - Parameters:
    ///   - expired: The keys of the people to reinvite.
    ///   - first: The most rows to give out; `nil` for all.
    ///   - chosen: The people whose rows are given out.
    init(
        _ plan: PlanFile, _ expired: Set<KeyHash>, first: Int? = nil, chosen: ChosenPeople = .everybody
    ) {
        self.plan = plan
        self.expired = expired
        self.chosen = chosen
        left = first
    }

    mutating func next(_ journal: JournalState) throws(RunError) -> WorkItem? {
        while left != 0, let row = try plan.next() {
            guard case .invite(let invitation) = row.decision, let entry = journal[invitation.key],
                chosen.has(invitation.key)
            else { continue }
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
