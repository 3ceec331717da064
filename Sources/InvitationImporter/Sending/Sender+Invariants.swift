extension Sender {
    /// Ends the program if this, or one of its parts, is in no state that it can come to. For tests, between two steps.
    func checkInvariants() {
        gate.checkInvariants()
        lists.checkInvariants()
        refusals.checkInvariants()
        credentials.checkInvariants()
        clock.checkInvariants()
        rows.checkInvariants(parked: lists.organizations.values.flatMap(\.parked), underWay: gate.underWay)
    }
}
