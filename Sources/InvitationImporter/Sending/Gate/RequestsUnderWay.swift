/// How many requests are under way: handed out, or started and not ended.
struct RequestsUnderWay: Sendable {
    /// Requests that were handed out and have not started.
    private(set) var handedOut = 0
    /// Requests that have started and have not ended.
    private(set) var started = 0

    /// All of them.
    var all: Int { started + handedOut }

    /// One is handed out.
    mutating func handOut() { handedOut += 1 }

    /// One that was handed out starts.
    mutating func start() { (handedOut, started) = (handedOut - 1, started + 1) }

    /// One that was handed out is not started.
    mutating func withdraw() { handedOut -= 1 }

    /// One that had started ends.
    mutating func end() { started -= 1 }

    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(handedOut >= 0, "More has started than was given out.")
        precondition(started >= 0, "More has ended than had started.")
    }
}
