extension PlannedRow {
    /// What a run would do now about this row.
    public func next(_ journal: JournalState) -> JournalState.Entry.Next {
        guard case .invite(let invitation) = decision else { return .leave }
        return journal[invitation.key]?.next ?? .send
    }
}
