extension ServerLists {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        organizations.values.forEach { $0.checkInvariants() }
        resources.forEach { $0.checkInvariants() }
    }
}

extension ResourceList {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(!isOver || pages.request == nil, "A page is under way of a list that is over.")
        precondition((resources == nil) == (reason != nil), "A list is missing without a reason, or there with one.")
        precondition(resources != nil || isOver, "A list is read on that cannot be read.")
        pages.checkInvariants()
    }
}
