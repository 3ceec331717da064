/// Gives out what is still to be done, one invitation at a time.
protocol AttemptFeed {
    /// Invitations that were not given out.
    var passedOver: Int { get }

    /// The next invitation; `nil` at the end.
    mutating func next(_ journal: JournalState) throws(RunError) -> AttemptItem?
}

/// An invitation about which something is still to be done.
struct AttemptItem {
    let invitation: Invitation
    let task: Attempt.Task
    /// How often that was tried before.
    let attempts: Int
    /// What has to be found out before it may be sent; `nil` for nothing.
    var settle: OpenEnd?
}

/// Gives out the invitations of a plan that are still to be sent, one at a time.
struct PlanFeed: AttemptFeed {
    private var plan: PlanFile
    private let retry: RetryPolicy
    private let resendUnknown: Bool
    private var left: Int?

    /// Invitations that were not given out because they have an outcome, or may not be sent again.
    private(set) var passedOver = 0

    /// Makes a feed.
    ///
    /// - Parameter first: How many to give out at most; `nil` for all.
    init(_ plan: PlanFile, retry: RetryPolicy, resendUnknown: Bool, first: Int? = nil) {
        self.plan = plan
        self.retry = retry
        self.resendUnknown = resendUnknown
        left = first
    }

    /// The next invitation; `nil` at the end.
    mutating func next(_ journal: JournalState) throws(RunError) -> AttemptItem? {
        if left == 0 { return nil }
        while let row = try plan.next() {
            guard case .invite(let invitation) = row.decision, plan.header.isCurrent(row) else { continue }
            let attempts = journal[invitation.key]?.attempts ?? 0
            switch row.next(journal, retry, resendUnknown: resendUnknown) {
            case .leave: passedOver += 1
            case .send:
                // Nobody is mailed who is there already.
                if row.there == nil { left = left.map { $0 - 1 } }
                return AttemptItem(invitation: invitation, task: .invite(body: invitation.body), attempts: attempts)
            case .settle(let end):
                left = left.map { $0 - 1 }
                return AttemptItem(
                    invitation: invitation, task: .invite(body: invitation.body), attempts: attempts, settle: end)
            }
        }
        return nil
    }
}
