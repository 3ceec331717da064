/// The paging beside the entries of a page: the token of the next page, and the number of all entries.
struct ListPaging {
    /// The token of the next page, empty for none; `nil` if it is neither a text nor a number.
    private(set) var nextPageToken: String? = ""
    /// How many entries the whole list has, if the server says so.
    private(set) var total: Int?
    /// Words for a sign that there is more; `nil` if there is none.
    private(set) var gap: String?
    /// Whether all members belong to paging.
    private(set) var isAll = true

    /// Reads the members of a reply beside its entries.
    init(_ members: [JSONValue.Member]) {
        for member in members { take(member, depth: 0) }
    }

    /// Adds this outer paging to an inner one, whose values come first.
    func joined(_ inner: ListPaging) -> ListPaging {
        var joined = inner
        if inner.nextPageToken == "" { joined.nextPageToken = nextPageToken }
        joined.total = inner.total ?? total
        joined.gap = inner.gap ?? gap
        return joined
    }

    private mutating func take(_ member: JSONValue.Member, depth: Int) {
        let name = Self.folded(member.name)
        if Self.containers.contains(name), case .object(let inner) = member.value, depth < 3 {
            for member in inner { take(member, depth: depth + 1) }
        } else if Self.tokens.contains(name) {
            takeToken(member.value)
        } else if name.hasPrefix("total"), let number = member.value.integer {
            if name.hasSuffix("pages") {
                if number > 1 { gap = gap ?? "it says that there are \(number) pages" }
            } else {
                total = number
            }
        } else if Self.flags.contains(name) {
            if member.value.bool == true { gap = gap ?? "it says that there is more" }
        } else if Self.links.contains(name) {
            if let text = member.value.plainText, !text.isEmpty { gap = gap ?? "it names a next page" }
        } else if name.hasPrefix("error") {
            isAll = false
            if !member.value.isNothing { gap = gap ?? "it speaks of an error" }
        } else if !Self.others.contains(name) {
            isAll = false
        }
    }

    private mutating func takeToken(_ value: JSONValue) {
        switch value {
        case .null: break
        default: nextPageToken = value.plainText
        }
    }

    private static func folded(_ name: String) -> String {
        String(name.lowercased().filter(\.isLetter))
    }

    private static let containers: Set<String> = [
        "meta", "metadata", "pagination", "paging", "page", "pageinfo", "links", "responsemetadata", "listmeta",
    ]
    private static let tokens: Set<String> = ["nextpagetoken", "nexttoken"]
    private static let flags: Set<String> = [
        "hasmore", "hasnext", "hasnextpage", "more", "istruncated", "truncated", "incompleteresults",
    ]
    private static let links: Set<String> = ["next", "nextcursor", "nextpage", "nextlink", "nexturl", "continue"]
    /// Other members that belong to paging. They need no action.
    private static let others: Set<String> = [
        "selflink", "self", "first", "last", "prev", "previous", "count", "size", "limit", "offset", "pagesize",
        "perpage",
        "pagenumber", "page", "pagetoken", "kind", "requestid", "timestamp", "success", "status", "previouspagetoken",
    ]
}

extension JSONValue {
    /// Whether it says nothing: `null`, a blank text, an empty array or object.
    var isNothing: Bool {
        switch self {
        case .null: true
        case .string(let text): text.utf8.allSatisfy(\.isBlank)
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        case .bool, .number: false
        }
    }
}
