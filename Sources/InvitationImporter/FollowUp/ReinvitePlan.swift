import SystemPackage

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
    /// The keys of the people to reinvite, by the run whose plan says what to send them. Nobody is in two runs.
    private(set) var people: [FilePath: Set<KeyHash>] = [:]

    /// The number of people to reinvite.
    public var count: Int { toSend.values.reduce(0, +) }

    /// The number of people to reinvite with a role that gives power over others, by its name.
    public var privileged: [String: Int] { PlanSummary.privileged(of: roles) }

    /// Selects the people of the runs.
    init(_ followUp: FollowUp, _ reason: Reason, _ chosen: ChosenPeople) throws {
        self.reason = reason
        // Who was begun anew is settled in that run. Meanwhile no other run invites the same person.
        var taken: Set<KeyHash> = []
        for run in followUp.runs {
            try add(run, chosen, &taken) { _, entry in entry.isAgain && entry.next != .leave }
        }
        for run in followUp.runs {
            var meant: Set<KeyHash> = []
            try followUp.invitations(of: run) { invitation, status in
                guard reason.means(invitation, status) else { return }
                if followUp.isThere(invitation.key) {
                    elsewhere += 1
                } else {
                    meant.insert(invitation.key.hash)
                }
            }
            try add(run, chosen, &taken) { key, entry in entry.outcome == .invited && meant.remove(key) != nil }
            unplanned += meant.subtracting(taken).count
        }
    }

    /// Adds the rows of a run's plan that are meant.
    ///
    /// - Parameter taken: Who was added before.
    private mutating func add(
        _ run: FollowedRun, _ chosen: ChosenPeople, _ taken: inout Set<KeyHash>,
        _ isMeant: (KeyHash, JournalState.Entry) -> Bool
    ) throws {
        var plan = try run.planned()
        while let row = try plan.next() {
            guard case .invite(let invitation) = row.decision, let entry = run.journal.state[invitation.key],
                isMeant(invitation.key.hash, entry), taken.insert(invitation.key.hash).inserted
            else { continue }
            guard chosen.has(invitation.key) else {
                aside += 1
                continue
            }
            if entry.isAgain { unfinished += 1 }
            for role in invitation.roles { roles[role, default: 0] += 1 }
            toSend[invitation.organization, default: 0] += 1
            people[run.directory.path, default: []].insert(invitation.key.hash)
        }
    }
}

extension ReinvitePlan.Reason {
    /// Whether a person with this invitation is meant.
    fileprivate func means(_ invitation: SentInvitation, _ status: InvitationStatus) -> Bool {
        switch self {
        case .expired: status == .expired && invitation.revokedAt == nil
        case .revoked: [.gone, .expired].contains(status) && invitation.revokedAt != nil
        }
    }
}

/// Gives out the rows of a plan for the people to reinvite, also those that an earlier start left unfinished.
struct ReinviteQueue: WorkQueue {
    private var plan: PlanFile
    private var people: Set<KeyHash>
    private var left: Int

    /// Rows of other people do not belong to this queue, so none count as skipped.
    let skipped = 0

    /// Makes a queue.
    ///
    /// - Parameters:
    ///   - people: The keys of the people to reinvite.
    ///   - first: The most rows to give out.
    init(_ plan: PlanFile, _ people: Set<KeyHash>, first: Int) {
        (self.plan, self.people, left) = (plan, people, first)
    }

    mutating func next(_ journal: JournalState) throws(RunError) -> WorkItem? {
        while left > 0, let row = try plan.next() {
            // Each row is given out once, whatever happens to it meanwhile.
            guard case .invite(let invitation) = row.decision, let entry = journal[invitation.key],
                people.remove(invitation.key.hash) != nil
            else { continue }
            var item = WorkItem(
                invitation: invitation, operation: .invite(body: invitation.body), attempts: entry.attempts)
            if entry.isAgain, case .settle(let end) = entry.next { item.settle = end }
            left -= 1
            return item
        }
        return nil
    }
}
