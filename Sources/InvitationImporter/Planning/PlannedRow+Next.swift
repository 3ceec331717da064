extension PlannedRow {
    /// What a run would do now about this row.
    public func next(_ journal: JournalState) -> JournalState.Entry.Next {
        guard case .invite(let invitation) = decision else { return .leave }
        return journal[invitation.key]?.next ?? .send
    }

    /// Whether what a run does about the row may mail somebody. A person whom the server showed as a member or as
    /// invited gets no mail, unless an earlier attempt is in doubt.
    func getsMail(_ next: JournalState.Entry.Next) -> Bool {
        switch next {
        case .leave: false
        case .send: there == nil
        case .settle: true
        }
    }
}
