import CurlMulti

/// One reading of an organization's lists, page by page: the invitations, then the members if that list is known to be
/// this organization's.
///
/// It knows how far it is and what is missing. It knows nothing of the rows.
struct ListReading: Sendable {
    /// What follows from a page.
    enum Turn: Hashable {
        /// This list has another page.
        case more
        /// This list has ended.
        case end
        /// This list gives the same page token again, or does not end.
        case endless
    }

    /// A list with more pages than this counts as endless.
    private static let mostPages = 4000

    let began: Instant
    /// Whether this is the reading before the first attempt.
    let isSnapshot: Bool
    private(set) var list = ListRequest.List.invitations
    private(set) var pageToken: String?
    /// The ids of invitations, each with its person.
    private(set) var ids: [KeyHash: KeyHash] = [:]
    /// What is missing, in words, so that nobody counts as absent; `nil` for nothing.
    private(set) var gap: String?
    /// How many entries could not be read.
    private(set) var unreadable = 0
    private var unreadableMarks: Set<KeyHash> = []
    /// How many entries hide their addresses.
    private var hidden = 0
    /// How many members were read.
    private(set) var members = 0
    private var seenTokens: Set<KeyHash> = []
    private var emptyPages = 0
    /// How many entries of the current list came so far, and how many it has, as one of its pages said.
    private var (count, total) = (0, 0)

    init(began: Instant, isSnapshot: Bool) {
        (self.began, self.isSnapshot) = (began, isSnapshot)
    }

    /// Whether this is the first page of the list.
    var isAtFirstPage: Bool { pageToken == nil }

    /// Adds an entry.
    mutating func take(_ person: ListPage.Person, _ key: KeyHash) {
        guard list == .invitations else { return members += 1 }
        if ids.updateValue(key, forKey: KeyHash(person.id)) != nil { noteRepeated() }
    }

    /// If pages shift, entries are missing from one page and repeated on another.
    private mutating func noteRepeated() { gap = gap ?? "the pages shift while they are read" }

    /// Takes everything of a page but its entries.
    mutating func turn(_ page: ListPage) -> Turn {
        count += page.count
        unreadable += page.unreadable
        if !unreadableMarks.isDisjoint(with: page.unreadableMarks) { noteRepeated() }
        unreadableMarks.formUnion(page.unreadableMarks)
        hidden += page.hidden
        total = max(total, page.total ?? 0)
        if let words = page.gap { gap = gap ?? words }
        if page.isBare, !isAtFirstPage { gap = gap ?? "a later page is no list" }
        // Such a reading is begun again in any case.
        if isSnapshot, gap != nil { return .end }
        guard let next = page.nextPageToken else {
            if hidden * 2 > count { gap = gap ?? "most of its entries hide their addresses" }
            if count < total { gap = gap ?? "\(count) of \(total) \(list.entries)" }
            return .end
        }
        emptyPages = page.count == 0 ? emptyPages + 1 : 0
        let isNew = seenTokens.insert(KeyHash(next)).inserted
        guard isNew, seenTokens.count < Self.mostPages, emptyPages <= PageFetch.mostEmptyPages else { return .endless }
        pageToken = next
        return .more
    }

    /// Goes on with the members.
    mutating func beginMembers() {
        (list, pageToken, seenTokens, emptyPages, count, total) = (.members, nil, [], 0, 0, 0)
        (hidden, unreadableMarks) = (0, [])
    }
}

extension ListRequest.List {
    /// The word for its entries.
    fileprivate var entries: String { self == .members ? "members" : "invitations" }
}
