/// Gives out the invitations of a plan that are still to be sent, one at a time.
struct PlanFeed {
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

    /// An invitation that is still to be dealt with.
    struct Item {
        let invitation: Invitation
        let body: [UInt8]
        /// How often it was tried before.
        let attempts: Int
        /// What has to be found out before it may be sent; `nil` for nothing.
        let settle: OpenEnd?
    }

    /// The next invitation; `nil` at the end.
    mutating func next(_ journal: JournalState) throws(RunError) -> Item? {
        if left == 0 { return nil }
        while let row = try plan.next() {
            guard case .invite(let invitation) = row.decision, plan.header.isCurrent(row) else { continue }
            let attempts = journal[invitation.key]?.attempts ?? 0
            switch row.next(journal, retry, resendUnknown: resendUnknown) {
            case .leave: passedOver += 1
            case .send:
                // Nobody is mailed who is there already.
                if row.there == nil { left = left.map { $0 - 1 } }
                return Item(invitation: invitation, body: invitation.body, attempts: attempts, settle: nil)
            case .settle(let end):
                left = left.map { $0 - 1 }
                return Item(invitation: invitation, body: invitation.body, attempts: attempts, settle: end)
            }
        }
        return nil
    }
}
