/// The paging beside the entries of a page: the token of the next page, and the number of all entries.
struct ListPaging {
    /// The token of the next page, empty for none; `nil` if it is neither a text nor a number.
    private(set) var nextPageToken: String? = ""
    /// How many entries the whole list has, if the server says so.
    var total: Int?
    /// Words for a sign that there is more; `nil` if there is none.
    var gap: String?
    /// How many entries it says that the page has.
    private(set) var count: Int?
    /// Whether all members belong to paging.
    private(set) var isAll = true
    /// How many entries it says that a page may have at most.
    private var limits: Set<Int> = []
    /// Whether it says that this is the end.
    private var saysEnd = false
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

        /// Whether it says nothing of others than those that came: none, all of them, or so many in a state.
        func isExplained(by count: Int) -> Bool {
            guard let number else { return false }
            return number == 0 || number == count
                || number > 0 && number < count && InvitationState(word: name).unknownWord == nil
        }
    }

    /// Words for a member that is not understood and may say that there is more; `nil` if there is none.
    ///
    /// - Parameter count: How many entries came.
    func doubt(count: Int) -> String? {
        if count > 0, total == nil, !saysEnd, limits.contains(count) { return "the page is as full as it may be" }
        let stranger = strangers.first { !$0.isExplained(by: count) }
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
        joined.limits.formUnion(limits)
        joined.saysEnd = inner.saysEnd || saysEnd
        return joined
    }

    private mutating func take(_ member: JSONValue.Member, depth: Int) {
        let (words, value) = (NameWords.split(member.name), member.value)
        let isOfMore = words.contains("next") || words.contains("more")
        if isOfMore && (value.isNothing || value.isDenied || value.integer == 0)
            || value == .bool(true) && words.contains(where: Self.ends.contains)
        {
            saysEnd = true
        }
        if Self.tokens.contains(words.joined()) { return takeToken(value) }
        if Self.isTrouble(words, value) { return isRefusal = true }
        if !words.contains(where: Self.known.contains) { isAll = false }
        if let sign = sign(words, value) { return gap = gap ?? sign }
        if words.contains(where: Self.counts.contains), let number = value.wholeNumber {
            return takeCount(number, words)
        }
        if value.isNothing { return }
        if isHarmless(words, value) { return takeTokens(in: value, depth: depth) }
        switch value {
        case .object(let inner) where depth < 3: for member in inner { take(member, depth: depth + 1) }
        case .array(let elements) where depth < 3 && words.contains("links"):
            for element in elements {
                take(JSONValue.Member(element["rel"]?.string ?? "", element["href"] ?? element), depth: depth + 1)
            }
        case .number where words.contains(where: Self.places.contains) && words.allSatisfy(Self.isKnown):
            takeLimit(value.wholeNumber, words)
        default: strangers.append(Stranger(name: member.name, number: value.wholeNumber ?? value.soleNumber))
        }
    }

    /// Words for a sign that the list goes on; `nil` if a member is none that is known.
    private func sign(_ words: [String], _ value: JSONValue) -> String? {
        if words.contains(where: Self.ends.contains) {
            let isCompletion = words.contains(where: Self.completions.contains)
            if value.isDenied || value.integer == 0 && isCompletion { return "it says that this is not the end" }
            return nil
        }
        if value.isNothing || value.isDenied || value.wholeNumber == 0 { return nil }
        if words.contains(where: { $0.hasPrefix("error") || $0.hasPrefix("warning") || $0.hasPrefix("fail") }) {
            return "it speaks of an error"
        }
        if words.contains("next") || words.contains("more") { return Self.signOfMore(value) }
        if words.contains(where: Self.backwards.contains) { return nil }
        if words.contains(where: Self.goesOn.contains) { return "it says that there is more" }
        if value.string.map(Self.saysMore) ?? false { return "it says that it is not whole" }
        return Self.otherTokens.contains(words.joined()) ? "it has a token for more" : nil
    }

    /// Whether a member, and all that is in it, says nothing of the length of the list.
    private func isHarmless(_ words: [String], _ value: JSONValue) -> Bool {
        if words.contains(where: Self.backwards.contains) || OtherMembers.has(words, value) { return true }
        if value.isDenied { return words.contains { Self.known.contains($0) || $0.hasPrefix("error") } }
        switch value {
        case .bool(true), .string("true"): return words.contains(where: Self.ends.contains)
        case .object: return words.contains(where: Self.otherCounts.contains)
        default: return false
        }
    }

    /// Words for what stands beside the word "next" or "more"; `nil` for nothing.
    private static func signOfMore(_ value: JSONValue) -> String? {
        switch value {
        case .bool, .number: "it says that there is more"
        case .string(let text) where ["no", "0"].contains(text.lowercased()): nil
        default: "it names a next page"
        }
    }

    /// Takes a number of entries or pages. That of a page is the total only if it is more than came.
    private mutating func takeCount(_ number: Int, _ words: [String]) {
        // Limits and places are no numbers of entries.
        if words.contains(where: Self.limits.contains), !words.contains("total") { return takeLimit(number, words) }
        if words.contains(where: Self.otherCounts.contains) { return }
        let isOfPages = words.contains("page") && words.contains { ["last", "count", "total"].contains($0) }
        if words.contains("pages") || isOfPages || words == ["of"] {
            if number > 1 { gap = gap ?? "it says that there are \(number) pages" }
        } else if words.contains("remaining") {
            if number > 0 { gap = gap ?? "it says that \(number) more are there" }
        } else if words.contains("total") {
            total = number
        } else if !words.contains("page") {
            count = max(count ?? 0, number)
        } else if !words.allSatisfy(Self.isKnown) {
            strangers.append(Stranger(name: words.joined(separator: "_"), number: number))
        }
    }

    /// Whether a text says that something is missing: `partial`.
    static func saysMore(_ text: String) -> Bool {
        text.utf8.count < 200 && NameWords.split(text).contains(where: goesOn.contains)
    }

    /// Adds what the caller knows of more entries.
    mutating func note(gap words: String) { gap = gap ?? words }

    /// Whether a word belongs to paging. Beside another one, a number may be of anything.
    private static func isKnown(_ word: String) -> Bool {
        known.contains(word) || counts.contains(word + "s") || word.allSatisfy(\.isNumber)
    }

    private mutating func takeLimit(_ number: Int?, _ words: [String]) {
        guard let number, words.contains(where: Self.pageLimits.contains) else { return }
        limits.insert(number)
    }

    /// Takes the token for a next page that stands in a member which is about something else.
    private mutating func takeTokens(in value: JSONValue, depth: Int) {
        for member in value.members ?? [] where depth < 6 {
            if Self.tokens.contains(NameWords.split(member.name).joined()) {
                takeToken(member.value)
            } else {
                takeTokens(in: member.value, depth: depth + 1)
            }
        }
    }

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
        "bookmark", "evaluated", "timed", "timeout", "timedout", "unreachable", "omitted", "dropped", "capped", "cut",
        "abridged", "clipped", "shortened", "limited", "exceeded", "sampled", "since", "resume", "checkpoint", "stale",
    ]
    /// Words of members that say whether this is the end.
    private static let ends: Set<String> = [
        "last", "complete", "completed", "done", "finished", "final", "exhausted", "eof", "end", "full", "whole",
        "entire", "all", "everything",
    ]
    private static let completions: Set<String> = [
        "complete", "completed", "done", "finished", "exhausted", "eof", "full", "whole", "entire",
    ]
    /// Tokens that are not this API's.
    private static let otherTokens: Set<String> = [
        "token", "pagetoken", "pagestate", "lastkey", "skiptoken", "nextkey", "pagekey", "resumetoken",
    ]
    private static let counts: Set<String> = [
        "total", "count", "pages", "page", "remaining", "found", "hits", "records", "entries", "items", "elements",
        "results", "rows", "docs", "invitations", "users", "members", "of",
    ]
    /// Words of numbers that are of something else.
    private static let otherCounts: Set<String> = [
        "seat", "seats", "quota", "quotas", "license", "licenses", "usage", "plan", "member", "role", "group",
        "time", "ms", "millis", "seconds", "duration",
    ]
    private static let limits: Set<String> = [
        "size", "per", "limit", "max", "maximum", "quota", "allowed", "capacity", "index", "offset", "start", "seats",
    ]
    /// Words of numbers that say how many entries a page may have.
    private static let pageLimits: Set<String> = ["size", "per", "limit", "max", "maximum"]
    /// Words of numbers that say where a page stands, how large it may be, or how the request went.
    private static let places = limits.union(["page", "number", "status", "has"])
    /// Words of all members that belong to paging.
    private static let known = Set([
        "meta", "metadata", "pagination", "paging", "info", "links", "link", "kind", "request", "timestamp", "success",
        "ok", "status", "has", "more", "next", "api", "version", "pageinfo", "listmeta", "current",
    ]).union(places).union(counts).union(goesOn).union(ends).union(backwards).union(otherTokens)
}
