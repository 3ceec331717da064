/// Gives out the invitations of a run that are to be revoked.
struct RevocationQueue: WorkQueue {
    private var reader: InvitationReader
    private let plan: RevocationPlan
    private let statuses: InvitationStatuses

    /// Invitations that are done do not belong to this queue, so none count as skipped.
    let skipped = 0

    init(_ journal: JournalFile, _ plan: RevocationPlan, _ statuses: InvitationStatuses) {
        reader = InvitationReader(journal)
        self.plan = plan
        self.statuses = statuses
    }

    mutating func next(_ journal: JournalState) throws(RunError) -> WorkItem? {
        while let sent = try reader.next(journal) {
            let earlier = journal.revocation(of: sent.key)
            guard case .revoke(let id, let isRepeated) = plan.step(for: sent, statuses[sent], earlier) else {
                continue
            }
            let invitation = Invitation(
                organization: sent.key.organization, email: sent.key.email, key: sent.key, roles: [], groups: [],
                message: nil)
            return WorkItem(
                invitation: invitation, operation: .revoke(id: id), attempts: earlier?.attempts ?? 0,
                settle: isRepeated ? .begun : nil)
        }
        return nil
    }
}
