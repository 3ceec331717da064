import CurlMulti

/// The requests for the pages of one list: what is under way, and what follows if a page does not come.
///
/// A list counts as forbidden only if the server clearly refuses the first page, in the API's own format, or if a
/// gateway does so for half a minute. Anything else is trouble: the page is asked for again, with smaller pages and
/// growing pauses, as long as the list is worth it.
struct PageFetch: Sendable {
    /// What follows from a page that did not come.
    enum Failure: Hashable {
        /// Ask for it again.
        case again
        /// The list may not be read, and the server will say so again.
        case forbidden
        /// The page did not come in all the time and tries that the list is worth.
        case trouble
    }

    /// How long a list is worth trying.
    struct Worth {
        /// The most tries for a page; `nil` for any number.
        var tries: Int?
        /// The most time.
        var time: Duration
    }

    /// What a decision needs to know when a page does not come.
    struct Moment {
        let now: Instant
        /// When the pause of all requests ends; `nil` for no pause.
        let pauseEnds: Instant?
        /// Why nothing ever reached the server; `nil` if something did.
        let unreachable: StopReason?
        /// Whether a 401 to the first page is the server's last word, since there is no other token.
        var isOnlyToken = false
    }

    /// A list with more empty pages in a row than this counts as endless.
    static let mostEmptyPages = 50
    private static let sizes = [500, 100, 20, 5]
    /// A gateway that restarts refuses everything for a while.
    private static let gatewayPatience: Duration = .seconds(30)

    /// The request under way. The generation is that of the token it went out with.
    private(set) var request: Int?
    private(set) var generation = 0
    /// When to ask again for the page that failed; `nil` for at once.
    private(set) var again: Instant?
    /// What is wrong, in words; `nil` for nothing.
    private(set) var trouble: String?
    private var failures = 0
    private var troubleBegan: Instant?
    /// Since when every answer was a refusal that need not be the API's.
    private var refusedSince: Instant?
    private var size = 0

    /// The most entries of the next page.
    var pageSize: Int { Self.sizes[size] }

    /// Notes that a page is being asked for.
    mutating func asked(_ tag: Int) {
        request = tag
        again = nil
    }

    /// Notes that the request has been started.
    mutating func started(with generation: Int) {
        self.generation = generation
    }

    /// Notes that the page came, whole and understood.
    mutating func came() {
        request = nil
    }

    /// Notes that the list has ended and nothing was missing. Next time its pages may be larger again: a server that
    /// stumbled now and then would else be asked for five people at a time for ever.
    mutating func ended() {
        forgetTrouble()
        size = max(0, size - 1)
    }

    private mutating func forgetTrouble() {
        (failures, troubleBegan, trouble, refusedSince) = (0, nil, nil, nil)
    }

    /// Notes that the page did not come, or that something else came.
    ///
    /// - Parameters:
    ///   - reply: What came instead.
    ///   - isFirst: Whether it was the first page of the list.
    ///   - worth: How long the list is worth trying.
    ///   - policy: How long to wait in between.
    mutating func failed(
        _ reply: ServerReply, isFirst: Bool, _ worth: Worth, _ moment: Moment, policy: RetryPolicy,
        using generator: inout some RandomNumberGenerator
    ) -> Failure {
        request = nil
        switch reply.kind {
        case .credentials where moment.isOnlyToken:
            forgetTrouble()
            return .forbidden
        // These replies concern all requests.
        case .credentials, .wholeRun:
            return .again
        case .turnedAway:
            again = moment.pauseEnds ?? moment.now
            return .again
        default:
            if isFirst, isForbidden(reply, moment.now) {
                forgetTrouble()
                return .forbidden
            }
            size = min(size + 1, Self.sizes.count - 1)
            return incomplete(reply.whyNoPage, worth, moment, policy: policy, using: &generator)
        }
    }

    /// Whether a refusal of the first page stands. One that speaks of pages may be about their size.
    private mutating func isForbidden(_ reply: ServerReply, _ now: Instant) -> Bool {
        let mayBeAboutSize = size < Self.sizes.count - 1 && reply.speaksOfPages
        if reply.forbidsList, !mayBeAboutSize { return true }
        guard reply.mayForbidList else {
            refusedSince = nil
            return false
        }
        let since = refusedSince ?? now
        refusedSince = since
        return !mayBeAboutSize && now - since >= Self.gatewayPatience
    }

    /// Notes that something is missing, so that the list must be read again.
    ///
    /// - Parameter words: What is missing.
    mutating func incomplete(
        _ words: String, _ worth: Worth, _ moment: Moment, policy: RetryPolicy,
        using generator: inout some RandomNumberGenerator
    ) -> Failure {
        request = nil
        trouble = words
        failures += 1
        let began = troubleBegan ?? moment.now
        troubleBegan = began
        again = moment.now + policy.wait(afterTries: failures, using: &generator)
        let isOver = worth.tries.map { failures >= $0 } ?? false || moment.now - began >= worth.time
        guard isOver else { return .again }
        forgetTrouble()
        trouble = words
        again = nil
        return .trouble
    }
}

// MARK: - Invariants

extension PageFetch {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(request == nil || again == nil, "A page is to be asked for again that is under way.")
        precondition(
            (failures == 0) == (troubleBegan == nil), "There is trouble without a beginning, or one without it.")
    }
}
