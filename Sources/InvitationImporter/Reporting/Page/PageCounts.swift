/// People by a name that they have in common: a domain, a role, a group.
struct PageCounts {
    /// The names that are counted one by one, and those that are shown.
    private static let most = 5000
    private static let shown = 15

    private var counts: [String: (people: Int, open: Int)] = [:]
    /// People whose names came after the first 5,000.
    private var others = 0

    /// Counts a person.
    ///
    /// - Parameter isOpen: Whether somebody still has to do something.
    mutating func add(_ name: String, isOpen: Bool) {
        if counts[name] == nil, counts.count >= Self.most {
            others += 1
            return
        }
        counts[name, default: (0, 0)].people += 1
        if isOpen { counts[name, default: (0, 0)].open += 1 }
    }

    /// The table for the page; `nil` without people.
    ///
    /// - Parameter shownName: How a name is shown.
    func values(_ title: String, _ shownName: (String) -> String = { $0 }) -> [String: Any]? {
        guard !counts.isEmpty else { return nil }
        let sorted = counts.sorted { ($1.value.people, $0.key) < ($0.value.people, $1.key) }
        let largest = max(1, sorted.first?.value.people ?? 1)
        let rest = sorted.dropFirst(Self.shown).reduce(others) { $0 + $1.value.people }
        var values: [String: Any] = ["title": title]
        values["rows"] = sorted.prefix(Self.shown).map { name, count in
            [
                "name": PageText.safe(shownName(name), 120), "people": PageText.number(count.people),
                "open": count.open > 0 ? PageText.number(count.open) : "",
                "width": PageText.percent(count.people, of: largest),
            ]
        }
        if rest > 0 {
            let names = PageText.count(sorted.count - Self.shown, "more name")
            values["rest"] = "\(names)\(others > 0 ? " at least" : ""), with \(PageText.number(rest))"
        }
        return values
    }
}
