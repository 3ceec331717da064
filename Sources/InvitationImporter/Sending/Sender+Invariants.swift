extension Sender {
    /// Ends the program if the state of this or one of its parts is impossible. For tests, between two steps.
    func checkInvariants() {
        gate.checkInvariants()
        lists.checkInvariants()
        refusals.checkInvariants()
        credentials.checkInvariants()
        failures.checkInvariants()
        clock.checkInvariants()
        rows.checkInvariants(parked: lists.organizations.values.lazy.flatMap(\.parked), underWay: gate.underWay)
    }
}
