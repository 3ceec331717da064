import CurlMulti

/// A list of the server's that is read once: its roles, groups or organizations.
struct ResourceList {
    let list: ListRequest.List
    var pages = PageFetch()
    private(set) var pageToken: String?
    private var seenTokens: Set<KeyHash> = []
    private var emptyPages = 0
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

    mutating func take(_ page: ListPage) {
        pages.came()
        resources? += page.resources
        guard let next = page.nextPageToken else { return isOver = true }
        pageToken = next
        emptyPages = page.resources.isEmpty ? emptyPages + 1 : 0
        let isEndless =
            !seenTokens.insert(KeyHash(next)).inserted || seenTokens.count > Self.most / 100
            || emptyPages > PageFetch.mostEmptyPages
        if isEndless || (resources?.count ?? 0) > Self.most { giveUp("it does not come to an end") }
    }

    mutating func giveUp(_ reason: String) {
        isOver = true
        resources = nil
        self.reason = reason
    }
}
