import CurlMulti

/// The requests for the pages of one list: what is under way, and what follows when a page does not come.
struct PageFetch {
    /// What follows from a page that did not come.
    enum Failure: Hashable {
        /// It is asked for again.
        case again
        /// There will be none. `isNo`: the server said so clearly, and will say so again.
        case over(isNo: Bool)
    }

    /// More pages without an entry in a row than this are no list that comes to an end.
    static let mostEmptyPages = 50

    /// The request under way, and the token it went out with.
    private(set) var request: Int?
    private(set) var generation = 0
    /// When the page that failed is asked for again; `nil` for at once.
    private(set) var again: Instant?
    private var failures = 0

    /// A page is asked for.
    mutating func asked(_ tag: Int) {
        request = tag
        again = nil
    }

    /// The request has been started.
    mutating func started(with generation: Int) {
        self.generation = generation
    }

    /// The page came.
    mutating func came() {
        (request, failures) = (nil, 0)
    }

    /// The page did not come.
    ///
    /// - Parameters:
    ///   - reply: What came instead.
    ///   - tries: How often a page is asked for before it is over; silence is borne for ever if this is `nil`.
    ///   - pauseEnds: When the pause of everybody ends.
    ///   - policy: How long to wait between.
    mutating func failed(
        _ reply: ServerReply, tries: Int?, pauseEnds: Instant?, policy: RetryPolicy,
        using generator: inout some RandomNumberGenerator, at now: Instant
    ) -> Failure {
        request = nil
        switch reply.kind {
        // These are everybody's matter.
        case .credentials, .wholeRun:
            return .again
        case .turnedAway:
            again = pauseEnds ?? now
            return .again
        case _ where Self.isPassing(reply):
            failures += 1
            again = now + policy.wait(afterTries: failures, using: &generator)
            let most = tries ?? (reply.status == nil ? .max : policy.maxAttempts)
            guard failures >= most else { return .again }
            (failures, again) = (0, nil)
            return .over(isNo: false)
        // An answer that is no page: the list cannot be read, or this is none.
        default:
            failures = 0
            return .over(isNo: reply.isWhole && reply.status.map { $0 < 500 && $0 != 408 } ?? false)
        }
    }

    /// Whether the page may come the next time.
    private static func isPassing(_ reply: ServerReply) -> Bool {
        switch reply.kind {
        case .notSent, .trouble, .silence: true
        case .served: reply.status.map { $0 < 300 } == true && !reply.isWhole
        case .turnedAway, .credentials, .wholeRun: false
        }
    }
}
