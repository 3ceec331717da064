import CurlMulti

/// A list of the server's that is read once: its roles, groups or organizations.
struct ResourceList: Sendable {
    let list: ListRequest.List
    private(set) var pages = PageFetch()
    private var pageToken: String?
    private var unreadable = 0
    private var seenTokens: Set<KeyHash> = []
    private var emptyPages = 0
    /// Whether it was answered with something that this API never says.
    private(set) var isNotThisAPI = false
    /// Whether there is nothing more to ask for.
    private(set) var isOver = false
    /// What has come so far; `nil` once it turned out that the list cannot be read.
    private(set) var resources: [ServerResource]? = []
    /// Why the list cannot be read; `nil` if it can.
    private(set) var reason: String?

    /// A list longer than this is none that anybody could look through: 200 pages of 500.
    private static let most = 100_000

    init(_ list: ListRequest.List) {
        self.list = list
    }

    /// When the next page should be asked for; `nil` if none should.
    var due: Instant? {
        isOver || pages.request != nil ? nil : pages.again ?? .origin
    }

    /// How often a page is asked for: the import can do without these lists.
    private static let tries = 3

    /// The request for the next page.
    mutating func request(_ tag: Int) -> ListRequest {
        pages.asked(tag)
        return ListRequest(tag: tag, organization: "", list: list, pageToken: pageToken, pageSize: pages.pageSize)
    }

    /// The request has been started with the token of a generation.
    mutating func started(generation: Int) { pages.started(with: generation) }

    /// Takes the reply to a request for a page.
    ///
    /// - Parameter page: The page; `nil` if the reply was none.
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
        guard let next = page.nextPageToken else { return end(page) }
        pageToken = next
        emptyPages = page.count == 0 ? emptyPages + 1 : 0
        let isEndless =
            !seenTokens.insert(KeyHash(next)).inserted || seenTokens.count > Self.most / 100
            || emptyPages > PageFetch.mostEmptyPages
        if isEndless || (resources?.count ?? 0) > Self.most { giveUp("it does not come to an end") }
    }

    /// The last page came. What is missing could be what somebody wrote, so it is better to know nothing.
    private mutating func end(_ page: ListPage) {
        isOver = true
        let count = (resources?.count ?? 0) + unreadable
        if let gap = page.gap {
            giveUp(gap)
        } else if let total = page.total, count < total {
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
