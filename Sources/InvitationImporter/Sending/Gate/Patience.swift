import CurlMulti

/// Knows how long nothing has succeeded, and whether the server was ever reached.
struct Patience: Sendable {
    /// Whether the server ever answered, or may have had a request of ours.
    private(set) var hasReachedServer = false
    /// What failed last, in words; `nil` for nothing.
    private(set) var lastFailure: String?
    /// Why nothing came through then, and what to do about it; `nil` if that is not known.
    private var advice: String?
    private var lastProgress: Instant?

    /// Work begins.
    ///
    /// - Parameter again: Whether the time so far is forgotten, else only the first call counts.
    mutating func begin(at now: Instant, again: Bool) {
        if again || lastProgress == nil { lastProgress = now }
    }

    /// Something succeeded, or waits for a reason that is no fault of the server's.
    mutating func progressed(at now: Instant) { lastProgress = now }

    /// The server answered, or may have had a request of ours.
    mutating func reached() { hasReachedServer = true }

    /// Something failed, with these words.
    ///
    /// - Parameter unreachable: The words with what to do, if nothing can come through.
    mutating func failed(_ words: String, unreachable: String? = nil) { (lastFailure, advice) = (words, unreachable) }

    /// Why nothing ever reached the server; `nil` if something did, or nothing was tried.
    var unreachable: StopReason? {
        guard let lastFailure, !hasReachedServer else { return nil }
        return .unreachable(advice ?? lastFailure)
    }

    /// Why to stop if nothing has succeeded for `limit`; `nil` to go on.
    func reasonToStop(after limit: Duration, at now: Instant) -> StopReason? {
        guard let lastProgress, now - lastProgress >= limit else { return nil }
        let last = lastFailure.map { ", last: \($0)" } ?? ""
        return .gaveUp("no success for \((now - lastProgress).components.seconds) s\(last)")
    }
}
