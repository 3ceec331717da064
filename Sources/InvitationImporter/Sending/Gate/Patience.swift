import CurlMulti

/// Knows how long nothing has succeeded, and whether the server was ever reached.
struct Patience: Sendable {
    /// Whether the server ever replied, or may have received a request.
    private(set) var hasReachedServer = false
    /// The last failure, in words; `nil` for none.
    private(set) var lastFailure: String?
    /// Why that failure kept everything from the server, and what to do about it; `nil` if that is not known.
    private var cause: StopReason?
    private var lastProgress: Instant?

    /// Notes that work begins.
    ///
    /// - Parameter again: Whether the time so far is forgotten. If false, only the first call counts.
    mutating func begin(at now: Instant, again: Bool) {
        if again || lastProgress == nil { lastProgress = now }
    }

    /// Notes that something succeeded, or waits for a reason that is not the server's fault.
    mutating func progressed(at now: Instant) { lastProgress = now }

    /// Notes that the server replied, or may have received a request.
    mutating func reached() { hasReachedServer = true }

    /// Notes a failure in words.
    ///
    /// - Parameter unreachable: The reason to stop if nothing ever reaches the server. It says what to do.
    mutating func failed(_ words: String, unreachable: StopReason? = nil) {
        (lastFailure, cause) = (words, unreachable)
    }

    /// Why nothing ever reached the server; `nil` if something did, or nothing was tried.
    var unreachable: StopReason? {
        guard let lastFailure, !hasReachedServer else { return nil }
        return cause ?? .unreachable(lastFailure)
    }

    /// How long until nothing has succeeded for `limit`; `nil` before work began.
    func left(of limit: Duration, at now: Instant) -> Duration? {
        lastProgress.map { max(.zero, limit - (now - $0)) }
    }

    /// The reason to stop if nothing has succeeded for `limit`; `nil` to go on.
    func reasonToStop(after limit: Duration, at now: Instant) -> StopReason? {
        guard let lastProgress, now - lastProgress >= limit else { return nil }
        let last = lastFailure.map { ", last: \($0)" } ?? ""
        return .gaveUp("no success for \((now - lastProgress).components.seconds) s\(last)")
    }
}

// MARK: - Invariants

extension Patience {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(cause == nil || lastFailure != nil, "There is a cause of a failure that was not noted.")
    }
}
