extension ServerLists {
    /// The rows that wait here: until it is known whether a list can be read, or for what it says.
    var parked: [Int] {
        organizations.values.flatMap { $0.held + $0.settlement.cases.values.map(\.tag) }
    }

    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        organizations.values.forEach { $0.checkInvariants() }
        resources.forEach { $0.checkInvariants() }
    }
}

extension OrganizationLists {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(
            held.isEmpty || access == .reading, "Rows are held although it is known whether the list can be read.")
        precondition(access != .reading || settlement.isSweeping, "The list is not being read although it has to be.")
        pages.checkInvariants()
        settlement.checkInvariants()
    }
}

extension PageFetch {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(request == nil || again == nil, "A page is to be asked for again that is under way.")
    }
}

extension ResourceList {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(!isOver || pages.request == nil, "A page is under way of a list that is over.")
        precondition((resources == nil) == (reason != nil), "A list is missing without a reason, or there with one.")
        precondition(resources != nil || isOver, "A list is read on that cannot be read.")
        pages.checkInvariants()
    }
}
