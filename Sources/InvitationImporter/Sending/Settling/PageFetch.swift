import CurlMulti

/// The requests for the pages of one list: what is under way, and what follows when a page does not come.
///
/// Only a clear no to the first page, in the API's own manner, means that a list may not be read. Anything else is
/// trouble: the page is asked for again, in smaller pages, with growing pauses, as long as our patience lasts.
struct PageFetch: Sendable {
    /// What follows from a page that did not come.
    enum Failure: Hashable {
        /// It is asked for again.
        case again
        /// The list may not be read, and the server will say so again.
        case forbidden
        /// It could not be had in all the time and tries that it is worth.
        case trouble
    }

    /// How long a list is worth trying.
    struct Worth {
        /// How often a page is asked for; `nil` for any number.
        var tries: Int?
        /// How long.
        var time: Duration
    }

    /// What is around when a page does not come.
    struct Moment {
        let now: Instant
        /// When the pause of everybody ends.
        let pauseEnds: Instant?
        /// Why nothing ever reached the server; `nil` if something did.
        let unreachable: StopReason?
    }

    /// More pages without an entry in a row than this are no list that comes to an end.
    static let mostEmptyPages = 50
    private static let sizes = [500, 100, 20, 5]

    /// The request under way, and the token it went out with.
    private(set) var request: Int?
    private(set) var generation = 0
    /// When the page that failed is asked for again; `nil` for at once.
    private(set) var again: Instant?
    /// What goes wrong, in words; `nil` for nothing.
    private(set) var trouble: String?
    private var failures = 0
    private var troubleBegan: Instant?
    private var size = 0

    /// Entries of the next page to ask for, at most.
    var pageSize: Int { Self.sizes[size] }

    /// A page is asked for.
    mutating func asked(_ tag: Int) {
        request = tag
        again = nil
    }

    /// The request has been started.
    mutating func started(with generation: Int) {
        self.generation = generation
    }

    /// The page came, whole and understood.
    mutating func came() {
        request = nil
    }

    /// The list came to its end, and nothing was missing.
    mutating func ended() {
        (failures, troubleBegan, trouble) = (0, nil, nil)
    }

    /// The page did not come, or what came is none.
    ///
    /// - Parameters:
    ///   - reply: What came instead.
    ///   - isFirst: Whether it was the first page of the list.
    ///   - worth: How long the list is worth trying.
    ///   - policy: How long to wait between.
    mutating func failed(
        _ reply: ServerReply, isFirst: Bool, _ worth: Worth, _ moment: Moment, policy: RetryPolicy,
        using generator: inout some RandomNumberGenerator
    ) -> Failure {
        request = nil
        switch reply.kind {
        // These are everybody's matter.
        case .credentials, .wholeRun:
            return .again
        case .turnedAway:
            again = moment.pauseEnds ?? moment.now
            return .again
        default:
            if isFirst, reply.forbidsList {
                ended()
                return .forbidden
            }
            size = min(size + 1, Self.sizes.count - 1)
            return incomplete(reply.whyNoPage, worth, moment, policy: policy, using: &generator)
        }
    }

    /// Something is missing, so that it has to be read again.
    ///
    /// - Parameter words: What.
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
        ended()
        trouble = words
        again = nil
        return .trouble
    }
}

extension ServerReply {
    /// Whether it says, in the API's own manner, that a list may not be read.
    fileprivate var forbidsList: Bool {
        guard let status, [401, 403, 404, 405, 501].contains(status), isWhole else { return false }
        return isEmpty || message.isJSON
    }

    /// Whether it is what a server says that is not this API: that it knows no such request, or a page for people.
    var isNotThisAPI: Bool {
        guard let status else { return false }
        return [404, 405, 501].contains(status) || isPage || (status < 300 && isWhole && !message.isJSON)
    }

    /// Why it brought no page of a list, in words.
    var whyNoPage: String {
        if let reason { return reason }
        guard let status else { return "no answer" }
        if exchange.bodyEnd == .tooLarge { return "the page is too large" }
        if !isWhole { return "the page came only in part" }
        if isPage || !message.isJSON {
            return "it answered \(status), but not like the API: \(message.text ?? "nothing")"
        }
        return status == 200 ? "the answer is no such list" : "HTTP \(status)"
    }
}

// MARK: - Invariants

extension PageFetch {
    /// Ends the program if this is in no state that it can come to.
    func checkInvariants() {
        precondition(request == nil || again == nil, "A page is to be asked for again that is under way.")
        precondition(
            (failures == 0) == (troubleBegan == nil), "There is trouble without a beginning, or one without it.")
    }
}
