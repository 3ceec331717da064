import CurlMulti

/// One reading of an organization's lists, page by page: the invitations, and then the members where that list is known
/// to be this organization's.
///
/// It knows how far it is and what is missing, and nothing of the rows.
struct ListReading: Sendable {
    /// What follows from a page.
    enum Turn: Hashable {
        /// There is another page of this list.
        case more
        /// This list has come to its end.
        case end
        /// This list gives a token again, or never comes to an end.
        case endless
    }

    /// More pages than this are no list that anybody could read.
    private static let mostPages = 4000

    let began: Instant
    /// Whether it is the one before the first attempt.
    let isSnapshot: Bool
    private(set) var list = ListRequest.List.invitations
    private(set) var pageToken: String?
    /// The ids of invitations, each with whom it is for.
    private(set) var ids: [KeyHash: KeyHash] = [:]
    /// What is missing, in words, so that nobody can be called absent; `nil` for nothing.
    private(set) var gap: String?
    /// Entries that could not be read.
    private(set) var unreadable = 0
    /// Members that were read.
    private(set) var members = 0
    private var seenTokens: Set<KeyHash> = []
    private var emptyPages = 0
    /// Entries of the list that is being read so far.
    private var count = 0

    init(began: Instant, isSnapshot: Bool) {
        (self.began, self.isSnapshot) = (began, isSnapshot)
    }

    /// Whether this is the first page of the list.
    var isAtFirstPage: Bool { pageToken == nil }

    /// Takes an entry.
    mutating func take(_ person: ListPage.Person, _ key: KeyHash) {
        guard list == .invitations else { return members += 1 }
        // Where pages shift, what is missed on one is repeated on another.
        if ids.updateValue(key, forKey: KeyHash(person.id)) != nil {
            gap = gap ?? "the pages shift while they are read"
        }
    }

    /// Takes what a page says beside its entries.
    mutating func turn(_ page: ListPage) -> Turn {
        count += page.count
        unreadable += page.unreadable
        if let words = page.gap { gap = gap ?? words }
        guard let next = page.nextPageToken else {
            if let total = page.total, count < total { gap = gap ?? "\(count) of \(total) \(list.entries)" }
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
        (list, pageToken, seenTokens, emptyPages, count) = (.members, nil, [], 0, 0)
    }
}

extension ListRequest.List {
    /// Its entries in words.
    fileprivate var entries: String { self == .members ? "members" : "invitations" }
}
