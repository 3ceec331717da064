extension Credentials {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(generation >= 0, "There were fewer tokens than none.")
        precondition(generation > 0 || isWanting, "Requests go out before there is a token.")
    }
}
