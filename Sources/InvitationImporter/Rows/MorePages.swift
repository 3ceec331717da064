/// What a JSON document says beside its people about their number: a next page, a total.
struct MorePages: Sendable {
    /// The member of the latest document that names a next page.
    private var next: String?
    /// The largest total of people that a document states, and its member.
    private var total: (name: String, count: Int)?
    /// The largest number of pages that a document states, and its member.
    private var pages: (name: String, count: Int)?
    private(set) var documents = 0

    /// Notes that a document has ended.
    mutating func endDocument() {
        documents += 1
    }

    /// Notes a skipped value.
    ///
    /// - Parameter path: the path to it; `nil` for an element of an array.
    mutating func note(_ value: JSONValue, at path: [String?]) {
        // `hydra:next`
        let names = path.compactMap { $0 }.map { $0.split(separator: ":").last.map(String.init) ?? $0 }
        guard names.count <= 5, let last = names.last else { return }
        let folded = names.map(ColumnNames.folded)
        if names.count < path.count {
            // A list of links, each with its relation.
            if ["rel", "relation"].contains(folded.last ?? ""), value == .string("next") {
                next = "next in \(names[0])"
            }
            return
        }
        let own = NameWords.split(last)
        if folded.contains(where: Self.isNext) {
            let name = names.first { Self.isNext(ColumnNames.folded($0)) }
            if Self.isSet(value) { next = name ?? last }
        } else if Self.saysMore(own, value) {
            next = last
        } else if Self.isCursor(own, in: folded.dropLast().last), Self.isSet(value) {
            next = last
        } else if value.string?.replacing("\"", with: "").contains("rel=next") == true {
            next = "next in \(last)"
        }
        guard let number = value.integer ?? value.string.flatMap({ Int($0) }) else { return }
        let words = names.suffix(2).flatMap(NameWords.split)
        guard Self.otherCounts.isDisjoint(with: names.flatMap(NameWords.split)) else { return }
        if own.first == "remaining", number > 0, Set(own.dropFirst()).isSubset(of: Self.countedWords) {
            next = last
        } else if Self.isPages(words) || own.joined() == "lastpage" {
            if number > pages?.count ?? 0 { pages = (last, number) }
        } else if Self.isTotal(NameWords.split(last)) || last == "value" && Self.isTotal(words) {
            if number > total?.count ?? 0 { total = (names.suffix(2).last { $0 != "value" } ?? last, number) }
        }
    }

    /// Notes that a document begins. A next page named by the document before no longer counts.
    mutating func beginDocument() {
        next = nil
    }

    /// A warning if the documents say that there is more than was read.
    ///
    /// - Parameter rows: how many people were read.
    func warnings(rows: Int) -> [InputWarning] {
        var said: [String] = []
        if let total, total.count > rows { said.append("\(shown(total.name)) is \(total.count)") }
        if let pages, pages.count > max(1, documents) { said.append("\(shown(pages.name)) is \(pages.count)") }
        if let next { said.append("\(shown(next)) names a next page") }
        guard !said.isEmpty else { return [] }
        let read = rows == 1 ? "1 person is in it" : "\(rows) people are in it"
        return [
            InputWarning(
                "more-pages",
                "The file itself says that there is more (\(said.joined(separator: ", "))), and \(read). Get the other pages "
                    + "as well.")
        ]
    }

    private func shown(_ name: String) -> String { Printable.escape(name, limit: 40) }

    private static func isSet(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): !text.isEmpty && !["null", "none", "false"].contains(text.lowercased())
        case .number(let text): text != "0" && !text.hasPrefix("-")
        case .bool(let isSo): isSo
        default: false
        }
    }

    private static func isNext(_ name: String) -> Bool {
        if name == "odatanextlink" || name == "lastevaluatedkey" || name.hasPrefix("nextcontinuation") { return true }
        return name.hasPrefix("next") && nextEndings.contains(String(name.dropFirst(4)))
    }

    private static let nextEndings: Set<String> = [
        "", "page", "pagetoken", "pageurl", "pageuri", "pagelink", "pagecursor", "pageid", "link", "url", "uri", "href",
        "cursor", "token", "marker", "offset", "start", "startingtoken", "recordsurl", "results", "skip", "key", "id",
        "batch", "position", "index", "synctoken",
    ]
    /// Whether a yes or no says that there is more: a yes to `has_more`, `truncated`, `limitReached`; a no to `isLast`,
    /// `done`, `endOfList`.
    private static func saysMore(_ words: [String], _ value: JSONValue) -> Bool {
        guard let answer = value.bool ?? value.string.flatMap({ Bool($0.lowercased()) }) else {
            return isSet(value) && (words == ["more"] || words == ["has", "more"])
        }
        let all = Set(words)
        if answer {
            return all.contains("more") || all.contains("next") && all.contains("has")
                || !cutWords.isDisjoint(with: all)
                || all.contains("limit") && !reachedWords.isDisjoint(with: all)
        }
        return !lastWords.isDisjoint(with: all) && all.isSubset(of: lastWords.union(besideLast))
    }

    private static let cutWords: Set<String> = ["truncated", "partial", "incomplete"]
    private static let reachedWords: Set<String> = ["reached", "exceeded", "hit"]
    private static let lastWords: Set<String> = [
        "last", "done", "complete", "completed", "finished", "end", "eof", "exhausted", "final",
    ]
    private static let besideLast: Set<String> = [
        "is", "of", "page", "list", "results", "data", "file", "all", "fetch",
    ]

    /// Whether a name is that of a mark from which the next page is got: `continuationToken`, `scroll_id`.
    private static func isCursor(_ words: [String], in outer: String?) -> Bool {
        if words == ["after"] { return outer.map { ["page", "meta", "pagination", "paging"].contains($0) } ?? true }
        guard let first = words.first, cursorWords.contains(first) else { return false }
        return words.dropFirst().allSatisfy { ["token", "cursor", "id", "key", "marker"].contains($0) }
            && (words.count > 1 || first != "pagination" && first != "scroll")
    }

    private static let cursorWords: Set<String> = [
        "continuation", "pagination", "continue", "scroll", "bookmark", "resume",
    ]
    /// Beside one of these, a number is not one of people.
    private static let otherCounts: Set<String> = [
        "quota", "quotas", "rate", "license", "licenses", "licence", "licences", "seats", "seat", "storage", "usage",
        "limits",
        "requests", "calls", "credits", "budget", "bytes",
    ]

    private static func isPages(_ words: [String]) -> Bool {
        words.contains("pages") && !totalWords.union(["no", "nb"]).isDisjoint(with: words)
            || words.last == "pages" && words.count < 3
            || words.joined() == "lastpage" || words.joined().hasSuffix("totalpages")
            || words.joined().hasSuffix("pagecount")
    }

    private static func isTotal(_ words: [String]) -> Bool {
        let folded = words.joined()
        if ["totalcount", "totalresults", "totalsize", "totalelements", "odatacount"].contains(folded) { return true }
        return Set(words).isSubset(of: countedWords) && !totalWords.isDisjoint(with: words)
    }

    private static let totalWords: Set<String> = ["total", "totals", "count", "found", "num", "number", "totalcount"]
    private static let countedWords: Set<String> = totalWords.union([
        "results", "result", "items", "item", "elements", "records", "record", "hits", "users", "user", "members",
        "member",
        "people", "persons", "size", "rows", "entries", "matches", "resources", "resource", "of", "odata", "overall",
        "filtered", "value", "x", "remaining", "accounts", "employees", "all", "contacts", "objects", "matched",
        "available",
    ])
}
