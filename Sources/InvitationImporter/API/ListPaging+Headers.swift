import CurlMulti

extension ListPaging {
    /// Adds what the headers say: a link to a next page, and the number of all entries.
    mutating func take(_ headers: HTTPHeaders) {
        for link in headers.values("link") {
            let relations = link.lowercased().split(separator: "rel").dropFirst().flatMap { rest in
                rest.prefix { $0 != ";" && $0 != "," }.split { !$0.isLetter }
            }
            if relations.contains("next") { note(gap: "it names a next page") }
        }
        if headers.values("warning").contains(where: Self.saysMore) { note(gap: "it says that it is not whole") }
        if let range = headers["content-range"]?.split(separator: "/").last {
            total = total ?? JSONValue.string(String(range)).wholeNumber
        }
        for field in headers.fields { take(field) }
    }

    /// Takes a header of the server's own about its pages: `X-Total-Count`, `X-Has-More`, `X-Pagination`. Others are
    /// about anything.
    private mutating func take(_ field: HTTPHeaders.Field) {
        let words = Set(NameWords.split(field.name))
        guard words.isDisjoint(with: Self.otherHeaders), words.contains("x") || words.contains("total") else { return }
        let value = (try? JSONValue(parsing: Array(field.value.utf8))) ?? .string(field.value)
        let found = ListPaging([JSONValue.Member(field.name, value)])
        (gap, total) = (gap ?? found.gap, total ?? found.total ?? found.count)
    }

    /// Words of headers about something else.
    private static let otherHeaders: Set<String> = [
        "rate", "ratelimit", "limit", "retry", "time", "runtime", "bytes", "seat", "seats", "quota", "usage", "cache",
        "request", "response", "served", "trace", "frame", "content", "powered", "b3",
    ]
}
