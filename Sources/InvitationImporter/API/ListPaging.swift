import CurlMulti

/// The paging beside the entries of a page: the token of the next page, and the number of all entries.
struct ListPaging {
    /// The token of the next page, empty for none; `nil` if it is neither a text nor a number.
    private(set) var nextPageToken: String? = ""
    /// How many entries the whole list has, if the server says so.
    private(set) var total: Int?
    /// Words for a sign that there is more; `nil` if there is none.
    private(set) var gap: String?
    /// How many entries it says that the page has.
    private(set) var count: Int?
    /// Whether all members belong to paging.
    private(set) var isAll = true
    /// What is not understood, and may say that there is more.
    private var strangers: [Stranger] = []
    /// Whether it says that the request failed.
    private(set) var isRefusal = false

    /// Reads the members of a reply beside its entries.
    init(_ members: [JSONValue.Member]) {
        for member in members { take(member, depth: 0) }
    }

    /// A member that is not understood.
    private struct Stranger {
        let name: String
        /// Its number; `nil` if it is something else.
        let number: Int?
    }

    /// Words for a member that is not understood and may say that there is more; `nil` if there is none.
    ///
    /// - Parameter count: How many entries came. A number that is no larger says nothing of others.
    func doubt(count: Int) -> String? {
        let stranger = strangers.first { $0.number.map { !(0...count).contains($0) } ?? true }
        guard let name = stranger?.name.filter({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-.$@".contains($0)) })
        else { return nil }
        return "beside its entries it says something that is not understood (\(name.prefix(40)))"
    }

    /// Adds this outer paging to an inner one, whose values come first.
    func joined(_ inner: ListPaging) -> ListPaging {
        var joined = inner
        if inner.nextPageToken == "" { joined.nextPageToken = nextPageToken }
        joined.total = inner.total ?? total
        joined.gap = inner.gap ?? gap
        joined.count = inner.count ?? count
        joined.isRefusal = inner.isRefusal || isRefusal
        joined.strangers += strangers
        return joined
    }

    private mutating func take(_ member: JSONValue.Member, depth: Int, isElsewhere: Bool = false) {
        let (words, value) = (NameWords.split(member.name), member.value)
        let name = words.joined()
        let isElsewhere = isElsewhere || OtherMembers.has(words, value)
        if Self.tokens.contains(name) { return takeToken(value) }
        if Self.isTrouble(words, value) { return isRefusal = true }
        if words.contains(where: Self.ends.contains) {
            if value.isDenied || value.integer == 0 && words.contains(where: Self.completions.contains) {
                return gap = gap ?? "it says that this is not the end"
            }
            if value == .bool(true) || value.string?.lowercased() == "true" { return }
        }
        if value.isNothing || value == .bool(false) {
            if !words.contains(where: Self.known.contains) { isAll = false }
            return
        }
        if words.contains(where: Self.backwards.contains) { return }
        if words.contains(where: { $0.hasPrefix("error") || $0.hasPrefix("warning") }) {
            isAll = false
            gap = gap ?? "it speaks of an error"
        } else if words.contains("next") || words.contains("more") {
            takeMore(value, depth: depth)
        } else if words.contains(where: Self.goesOn.contains) {
            if value.number != 0 { gap = gap ?? "it says that there is more" }
        } else if Self.states.contains(words.last ?? ""), value.string.map(Self.saysMore) ?? false {
            gap = gap ?? "it says that it is not whole"
        } else if Self.otherTokens.contains(name) {
            gap = gap ?? "it has a token for more"
        } else if words.contains(where: Self.counts.contains), let number = value.number {
            takeCount(number, words)
        } else if case .object = value, words.contains(where: Self.otherCounts.contains) {
            // What an organization has or may have says nothing about its list.
        } else if depth < 3, case .object(let inner) = value {
            if !words.contains(where: Self.known.contains) { isAll = false }
            for member in inner { take(member, depth: depth + 1, isElsewhere: isElsewhere) }
        } else if depth < 3, case .array(let elements) = value, words.contains("links") {
            for element in elements where element["rel"]?.string?.lowercased() == "next" {
                gap = gap ?? "it names a next page"
            }
        } else if !words.contains(where: Self.known.contains) {
            isAll = false
            if !isElsewhere { strangers.append(Stranger(name: member.name, number: value.number)) }
        }
    }

    /// Takes what stands beside the word "next" or "more".
    private mutating func takeMore(_ value: JSONValue, depth: Int) {
        switch value {
        case .bool, .number:
            if value.number != 0 { gap = gap ?? "it says that there is more" }
        case .string(let text) where ["false", "no", "0"].contains(text.lowercased()): break
        default: gap = gap ?? "it names a next page"
        }
    }

    /// Takes a number of entries or pages. That of a page is the total only if it is more than came.
    private mutating func takeCount(_ number: Int, _ words: [String]) {
        // Limits and places are no numbers of entries.
        if words.contains(where: Self.limits.contains), !words.contains("total") { return }
        if words.contains(where: Self.otherCounts.contains) { return }
        let isOfPages = words.contains("page") && words.contains { ["last", "count", "total"].contains($0) }
        if words.contains("pages") || isOfPages {
            if number > 1 { gap = gap ?? "it says that there are \(number) pages" }
        } else if words.contains("remaining") {
            if number > 0 { gap = gap ?? "it says that \(number) more are there" }
        } else if words.contains("total") {
            total = number
        } else if !words.contains("page") {
            count = max(count ?? 0, number)
        }
    }

    /// Whether a word for a state says that something is missing: `partial`.
    private static func saysMore(_ word: String) -> Bool { NameWords.split(word).contains(where: goesOn.contains) }

    /// Adds what the caller knows of more entries.
    mutating func note(gap words: String) { gap = gap ?? words }

    private mutating func takeToken(_ value: JSONValue) {
        switch value {
        case .null: break
        default: nextPageToken = value.plainText
        }
    }

    /// Whether it says that the request failed.
    private static func isTrouble(_ words: [String], _ value: JSONValue) -> Bool {
        switch words {
        case ["success"], ["ok"]: value.isDenied || value.integer == 0
        case ["status"], ["result"], ["state"], ["outcome"]:
            value.string.map(Refusal.isNo) ?? (value.integer.map { $0 >= 400 } ?? false)
        default: false
        }
    }

    private static let tokens: Set<String> = ["nextpagetoken", "nexttoken"]
    private static let backwards: Set<String> = ["prev", "previous", "self", "first", "end", "start"]
    /// Words of members that are there only while a list goes on.
    private static let goesOn: Set<String> = [
        "continue", "continuation", "cursor", "truncated", "incomplete", "partial", "after", "marker", "scroll",
        "bookmark", "evaluated", "timed", "timeout", "timedout", "unreachable", "omitted", "dropped",
    ]
    /// Words of members that say whether this is the end.
    private static let ends: Set<String> = [
        "last", "complete", "completed", "done", "finished", "final", "exhausted", "eof", "end",
    ]
    private static let completions: Set<String> = ["complete", "completed", "done", "finished", "exhausted", "eof"]
    private static let states: Set<String> = ["status", "state", "result"]
    /// Tokens that are not this API's.
    private static let otherTokens: Set<String> = [
        "token", "pagetoken", "pagestate", "lastkey", "skiptoken", "nextkey", "pagekey", "resumetoken",
    ]
    private static let counts: Set<String> = [
        "total", "count", "pages", "page", "remaining", "found", "hits", "records", "entries", "items", "elements",
        "results", "rows", "docs", "invitations", "users", "members",
    ]
    /// Words of numbers that are not of entries.
    private static let otherCounts: Set<String> = [
        "seat", "seats", "quota", "quotas", "license", "licenses", "usage", "plan", "member", "role", "group",
    ]
    private static let limits: Set<String> = [
        "size", "per", "limit", "max", "maximum", "quota", "allowed", "capacity", "index", "offset", "start", "seats",
    ]
    /// Words of other members that belong to paging. They need no action.
    private static let known: Set<String> = [
        "meta", "metadata", "pagination", "paging", "page", "info", "links", "link", "count", "size", "limit", "offset",
        "per", "number", "kind", "request", "timestamp", "success", "ok", "status", "total", "pages", "has",
        "more",
        "next", "first", "last", "prev", "previous", "self", "truncated", "incomplete", "partial", "cursor",
        "remaining", "api", "version", "pageinfo", "listmeta",
    ]
}

extension ListPaging {
    /// Adds what the headers say: a link to a next page, and the number of all entries.
    mutating func take(_ headers: HTTPHeaders) {
        for link in headers.values("link") {
            let isNext = link.lowercased().filter { !$0.isWhitespace && $0 != "\"" }.contains("rel=next")
            if isNext { gap = gap ?? "it names a next page" }
        }
        if let next = headers["x-next-page"], !next.allSatisfy(\.isWhitespace) { gap = gap ?? "it names a next page" }
        if let range = headers["content-range"]?.split(separator: "/").last {
            total = total ?? JSONValue.string(String(range)).number
        }
        for field in headers.fields { take(field) }
    }

    /// Takes a header of the server's own about its pages: `X-Total-Count`, `X-Next-Cursor`, `X-Pagination`.
    private mutating func take(_ field: HTTPHeaders.Field) {
        let words = Set(NameWords.split(field.name))
        guard words.isDisjoint(with: Self.otherHeaders), !field.value.isEmpty else { return }
        if !words.isDisjoint(with: ["next", "continuation", "cursor"]) {
            gap = gap ?? "it names a next page"
        } else if words.contains("total"), let number = JSONValue.string(field.value).number {
            if !words.isDisjoint(with: ["pages", "page"]) {
                if number > 1 { gap = gap ?? "it says that there are \(number) pages" }
            } else {
                total = total ?? number
            }
        } else if !words.isDisjoint(with: ["pagination", "paging"]),
            let value = try? JSONValue(parsing: Array(field.value.utf8)), case .object(let members) = value
        {
            self = joined(ListPaging(members))
        }
    }

    /// Words of headers about something else.
    private static let otherHeaders: Set<String> = [
        "rate", "ratelimit", "limit", "retry", "time", "runtime", "bytes", "seat", "seats", "quota", "usage",
    ]
}

extension JSONValue {
    /// A whole number however it is written: 25, 25.0, "25", "25+", "1,040", [25], {"value":25}.
    fileprivate var number: Int? {
        if let integer { return integer }
        switch self {
        case .string(let text):
            let digits = text.filter { !", _+~≥>'".contains($0) }
            return Double(digits).flatMap { Int(exactly: $0.rounded()) }
        case .array(let elements): return elements.count == 1 ? elements[0].integer : nil
        case .number: return Double(serialized).flatMap { Int(exactly: $0.rounded()) }
        case .object: return self["value"]?.integer
        default: return nil
        }
    }

    /// Whether it is `false`, as a value or as a word.
    fileprivate var isDenied: Bool { self == .bool(false) || string?.lowercased() == "false" }
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
