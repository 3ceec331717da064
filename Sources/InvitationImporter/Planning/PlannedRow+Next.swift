extension PlannedRow {
    /// What a run would do about this row now.
    public func next(_ journal: JournalState, _ policy: RetryPolicy, resendUnknown: Bool) -> JournalState.Entry.Next {
        guard case .invite(let invitation) = decision else { return .leave }
        return journal[invitation.key]?.next(invitation.body, policy: policy, resendUnknown: resendUnknown) ?? .send
    }
}
