/// People who are named on the page: those whose roles reach far.
struct PagePeople {
    /// The most that are named.
    private static let most = 100

    private var people: [[String: Any]] = []
    private var count = 0

    /// Adds a person.
    mutating func add(_ row: PageTable.Row, roles: [String]) {
        count += 1
        guard people.count < Self.most else { return }
        people.append([
            "email": PageText.safe(row.email, 254), "name": PageText.safe(row.name, 100),
            "roles": PageText.safe(roles.joined(separator: ", "), 100), "outcome": row.outcome,
        ])
    }

    /// The list for the page; `nil` without people.
    var values: [String: Any]? {
        guard count > 0 else { return nil }
        var values: [String: Any] = ["count": PageText.count(count, "person", "people"), "people": people]
        if count > people.count { values["rest"] = PageText.count(count - people.count, "more person", "more people") }
        return values
    }
}
