/// Gives out the invitations of a run that are to be revoked.
struct RevocationFeed: AttemptFeed {
    private var reader: InvitationReader
    private let plan: RevocationPlan
    private let standings: Standings

    /// Those that are done already are not among the ones to revoke, so none are passed over.
    let passedOver = 0

    init(_ journal: JournalFile, _ plan: RevocationPlan, _ standings: Standings) {
        reader = InvitationReader(journal)
        self.plan = plan
        self.standings = standings
    }

    mutating func next(_ journal: JournalState) throws(RunError) -> AttemptItem? {
        while let sent = try reader.next(journal) {
            let earlier = journal.revocation(of: sent.key)
            guard case .revoke(let id, let isRepeated) = plan.step(for: sent, standings[sent], earlier) else {
                continue
            }
            let invitation = Invitation(
                organization: sent.key.organization, email: sent.key.email, key: sent.key, roles: [], groups: [],
                message: nil)
            return AttemptItem(
                invitation: invitation, task: .revoke(id: id), attempts: earlier?.attempts ?? 0,
                settle: isRepeated ? OpenEnd(since: nil, mayResend: true) : nil)
        }
        return nil
    }
}
