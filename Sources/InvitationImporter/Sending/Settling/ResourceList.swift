import CurlMulti

/// A list of the server that is read once: its roles, groups or organizations.
struct ResourceList: Sendable {
    let list: ListRequest.List
    private(set) var pages = PageFetch()
    private var pageToken: String?
    /// How many entries cannot be read, and how many the list has, as one of its pages said.
    private var (unreadable, total) = (0, 0)
    private var seenTokens: Set<KeyHash> = []
    private var emptyPages = 0
    /// Whether the list's reply was one that this API never gives.
    private(set) var isNotThisAPI = false
    /// Whether there is nothing more to ask for.
    private(set) var isOver = false
    /// The entries so far; `nil` if the list cannot be read.
    private(set) var resources: [ServerResource]? = []
    /// Why the list cannot be read; `nil` if it can.
    private(set) var reason: String?

    /// A list with more entries than this counts as endless: 200 pages of 500.
    private static let most = 100_000

    init(_ list: ListRequest.List) {
        self.list = list
    }

    /// When to ask for the next page; `nil` for not at all.
    var due: Instant? {
        isOver || pages.request != nil ? nil : pages.again ?? .origin
    }

    /// The most tries for a page. The import can do without these lists.
    private static let tries = 3

    /// The request for the next page.
    mutating func request(_ tag: Int) -> ListRequest {
        pages.asked(tag)
        return ListRequest(tag: tag, organization: "", list: list, pageToken: pageToken, pageSize: pages.pageSize)
    }

    /// Notes that the request has been started with the token of this generation.
    mutating func started(generation: Int) { pages.started(with: generation) }

    /// Takes the reply to a request for a page.
    ///
    /// - Parameter page: The page; `nil` if the reply has none.
    mutating func ended(
        _ reply: ServerReply, _ page: ListPage?, _ policy: RetryPolicy, _ moment: PageFetch.Moment,
        using generator: inout some RandomNumberGenerator
    ) {
        if let page { return take(page) }
        isNotThisAPI = reply.isNotThisAPI
        let worth = PageFetch.Worth(tries: Self.tries, time: policy.giveUpAfter)
        let failure = pages.failed(
            reply, isFirst: pageToken == nil, worth, moment, policy: policy, using: &generator)
        if failure != .again { giveUp(reply.whyNoPage) }
    }

    private mutating func take(_ page: ListPage) {
        isNotThisAPI = false
        pages.came()
        resources? += page.resources
        unreadable += page.unreadable
        total = max(total, page.total ?? 0)
        guard let next = page.nextPageToken else { return end(page) }
        pageToken = next
        emptyPages = page.count == 0 ? emptyPages + 1 : 0
        let isEndless =
            !seenTokens.insert(KeyHash(next)).inserted || seenTokens.count > Self.most / 100
            || emptyPages > PageFetch.mostEmptyPages
        if isEndless || (resources?.count ?? 0) > Self.most { giveUp("it does not come to an end") }
    }

    /// Takes the last page. A missing entry may be one that somebody wrote, so an incomplete list counts as none.
    private mutating func end(_ page: ListPage) {
        isOver = true
        let count = (resources?.count ?? 0) + unreadable
        if let gap = page.gap {
            giveUp(gap)
        } else if count < total {
            giveUp("\(count) of \(total) came")
        } else if unreadable > 0 {
            giveUp("\(unreadable) of them cannot be read")
        }
    }

    private mutating func giveUp(_ reason: String) {
        isOver = true
        resources = nil
        self.reason = reason
    }
}
