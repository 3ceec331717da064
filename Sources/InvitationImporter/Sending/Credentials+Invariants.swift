extension Credentials {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(generation >= 0, "There were fewer tokens than none.")
        precondition(generation > 0 || isWanting, "Requests go out before there is a token.")
    }
}
