extension Settlement {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(cases.allSatisfy { $0 == $1.invitation.key.hash }, "Somebody waits in another's place.")
        precondition(cases.values.allSatisfy { (0...1).contains($0.misses) }, "Somebody was missed twice and waits on.")
        precondition(cases.isEmpty || firstWaited != nil, "Somebody waits, and nobody knows since when.")
        precondition(
            Set(created.values.map(\.number)) == Set(0..<created.count), "An id of ours has no number of its own.")
        precondition(lag >= .zero, "The list is ahead of what was made.")
        guard let sweep else { return }
        precondition(sweep.expected <= created.count, "A reading expects ids that nobody was given.")
        precondition(sweep.seen.allSatisfy { $0 < sweep.expected }, "A reading saw ids that it does not expect.")
        precondition(!sweep.isSnapshot || snapshot == nil, "The snapshot is read a second time.")
    }
}
