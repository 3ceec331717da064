/// Gives out the work that is left, one invitation at a time.
protocol WorkQueue {
    /// How many invitations were not given out.
    var skipped: Int { get }

    /// The next invitation; `nil` at the end.
    mutating func next(_ journal: JournalState) throws(RunError) -> WorkItem?
}

/// An invitation with work left.
struct WorkItem {
    let invitation: Invitation
    let operation: Attempt.Operation
    /// How many attempts were made before.
    let attempts: Int
    /// How often the list proved that nothing was made.
    var absences = 0
    /// The doubt that must be settled before it may be sent; `nil` for none.
    var settle: Doubt?
    /// Whether the plan says that the person is there already, and gets no mail.
    var isThere = false
}

/// Gives out the invitations of a plan that are still to be sent, one at a time.
struct PlanQueue: WorkQueue {
    private var plan: PlanFile
    private var left: Int?
    private let chosen: ChosenPeople

    /// How many invitations were not given out because they have an outcome, or may not be sent again.
    private(set) var skipped = 0

    /// Makes a queue.
    ///
    /// - Parameters:
    ///   - first: The most people to mail; `nil` for all.
    ///   - chosen: The people who may be mailed. Others are passed over.
    init(_ plan: PlanFile, first: Int? = nil, chosen: ChosenPeople = .everybody) {
        self.plan = plan
        self.chosen = chosen
        left = first
    }

    /// The next invitation; `nil` at the end.
    ///
    /// After the last person who may be mailed, those still come who are members or invited already: they get no mail,
    /// and the plan has counted them.
    mutating func next(_ journal: JournalState) throws(RunError) -> WorkItem? {
        while let row = try plan.next() {
            guard case .invite(let invitation) = row.decision, plan.header.isCurrent(row), chosen.has(invitation.key)
            else { continue }
            let entry = journal[invitation.key]
            let next = entry?.next ?? .send
            var doubt: Doubt?
            switch next {
            case .leave:
                if left != 0 { skipped += 1 }
                continue
            case .send: break
            case .settle(let earlier): doubt = earlier
            }
            if row.getsMail(next) {
                if left == 0 { continue }
                left = left.map { $0 - 1 }
            }
            return WorkItem(
                invitation: invitation, operation: .invite(body: invitation.body), attempts: entry?.attempts ?? 0,
                absences: doubt == nil ? entry?.doubt.absences ?? 0 : 0, settle: doubt, isThere: !row.getsMail(next))
        }
        return nil
    }
}
