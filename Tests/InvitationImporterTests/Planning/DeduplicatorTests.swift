import Testing

@testable import InvitationImporter

struct DeduplicatorTests {
    /// A row: `address roles groups message`, the last three with `-` for none and `;` between several.
    private static func invitation(_ row: String) -> Invitation {
        let words = row.split(separator: " ").map(String.init) + ["-", "-", "-"]
        func list(_ text: String) -> [String] { text == "-" ? [] : text.split(separator: ";").map(String.init) }
        return Invitation(
            organization: "acme", email: words[0], key: InvitationKey(text: "acme \(words[0].lowercased())"),
            roles: list(words[1]), groups: list(words[2]), message: words[3] == "-" ? nil : words[3])
    }

    /// What becomes of rows: the invitation in the form of a row, or the number of the row that is sent instead, and
    /// what must be said about it.
    private static func outcome(_ rows: [String], _ policy: ImportOptions.Duplicates) -> [String] {
        var deduplicator = Deduplicator(policy)
        for (index, row) in rows.enumerated() { deduplicator.scan(invitation(row), order: index + 1) }
        return rows.enumerated().map { index, row in
            let (decision, findings) = deduplicator.decide(
                invitation(row), LinedRow(number: index + 1, line: index + 2))
            let codes = findings.map { " \($0.code.rawValue)" }.joined()
            switch decision {
            case .invite(let it):
                let lists = [it.roles, it.groups].map { $0.isEmpty ? "-" : $0.joined(separator: ";") }
                return "\(it.email) \(lists[0]) \(lists[1]) \(it.message ?? "-")\(codes)"
            case .duplicate(let first, let united): return "\(united == nil ? "after" : "with") \(first)\(codes)"
            case .invalid: return "invalid\(codes)"
            case .skip(let reason): return reason
            }
        }
    }

    static let cases: [(name: String, rows: [String], merge: [String], first: [String], fail: [String])] = [
        ("nobody", [], [], [], []),
        (
            "different people", ["a@x v", "b@x v"], ["a@x v - -", "b@x v - -"], ["a@x v - -", "b@x v - -"],
            ["a@x v - -", "b@x v - -"]
        ),
        (
            "the same row twice", ["a@x v", "a@x v"], ["a@x v - -", "with 1"], ["a@x v - -", "after 1"],
            ["a@x v - -", "invalid duplicate-forbidden"]
        ),
        (
            "the address as the first row has it", ["A@x v", "b@x v", "a@x v"], ["A@x v - -", "b@x v - -", "with 1"],
            ["A@x v - -", "b@x v - -", "after 1"], ["A@x v - -", "b@x v - -", "invalid duplicate-forbidden"]
        ),
        (
            "roles and groups are united in their order", ["a@x v g", "a@x w;v h", "a@x u"],
            ["a@x v;w;u g;h -", "with 1 duplicate-merged", "with 1 duplicate-merged"],
            ["a@x v g -", "after 1 duplicate-differs", "after 1 duplicate-differs"],
            ["a@x v g -", "invalid duplicate-forbidden", "invalid duplicate-forbidden"]
        ),
        (
            "the order within a row is no difference", ["a@x v;w", "a@x w;v"], ["a@x v;w - -", "with 1"],
            ["a@x v;w - -", "after 1"], ["a@x v;w - -", "invalid duplicate-forbidden"]
        ),
        (
            "the first message counts", ["a@x v - hi", "a@x v - ho"], ["a@x v - hi", "with 1 duplicate-differs"],
            ["a@x v - hi", "after 1 duplicate-differs"], ["a@x v - hi", "invalid duplicate-forbidden"]
        ),
        (
            "a row without one takes the next", ["a@x v - -", "a@x v - ho", "a@x v - hu"],
            ["a@x v - ho", "with 1", "with 1 duplicate-differs"],
            ["a@x v - -", "after 1 duplicate-differs", "after 1 duplicate-differs"],
            ["a@x v - -", "invalid duplicate-forbidden", "invalid duplicate-forbidden"]
        ),
    ]

    @Test(arguments: cases)
    func aPersonIsSentOnce(name: String, rows: [String], merge: [String], first: [String], fail: [String]) {
        #expect(Self.outcome(rows, .merge) == merge, "\(name)")
        #expect(Self.outcome(rows, .first) == first, "\(name)")
        #expect(Self.outcome(rows, .fail) == fail, "\(name)")
    }

    @Test func itCountsPeopleAndRepeats() {
        var deduplicator = Deduplicator(.merge)
        for (index, row) in ["a@x", "b@x", "a@x", "A@x"].enumerated() {
            deduplicator.scan(Self.invitation(row), order: index + 1)
        }
        #expect(deduplicator.duplicates == 2)
        #expect(Set(deduplicator.people) == Set(["acme a@x", "acme b@x"].map { KeyHash($0) }))
    }

    @Test func theSameAddressInTwoOrganizationsIsTwoInvitations() {
        var deduplicator = Deduplicator(.fail)
        var other = Self.invitation("a@x v")
        (other.organization, other.key) = ("orbit", InvitationKey(text: "orbit a@x"))
        deduplicator.scan(Self.invitation("a@x v"), order: 1)
        deduplicator.scan(other, order: 2)
        #expect(deduplicator.duplicates == 0)
        #expect(deduplicator.decide(other, LinedRow(number: 2, line: 3)).0 == .invite(other))
    }

    @Test(
        "the advice names the other row by its line and file, or by its number if both stand on one line",
        arguments: [
            (["one.csv", "two.csv"], 2, 2, "Line 2 of one.csv"), (["one.csv"], 7, 12, "Line 7"),
            (["one.json"], 1, 1, "Row 1"), ([], 7, 12, "Line 7"),
        ])
    func advice(files: [String], first: Int, line: Int, place: String) {
        var deduplicator = Deduplicator(.fail)
        for index in 1...2 { deduplicator.scan(Self.invitation("a@x v"), order: index) }
        deduplicator.inputs = files.enumerated().map { index, name in
            var input = PlanHeader.Input(
                name: name, copy: "00\(index + 1)-\(name)", columns: [], rows: 3 - files.count, isJSON: false,
                delimiter: ",")
            input.first = index + 1
            return input
        }
        _ = deduplicator.decide(Self.invitation("a@x v"), LinedRow(number: 1, line: first))
        let (_, findings) = deduplicator.decide(Self.invitation("a@x v"), LinedRow(number: 2, line: line))
        let advice = "names the same person; remove one of them, or use --duplicates merge or first."
        #expect(findings.map(\.advice) == ["\(place) \(advice)"])
    }

    /// A person in many rows with other roles each, and a row with many roles: what takes a second must not take
    /// minutes with ten times as many.
    @Test func manyRowsOfOnePersonAreUnitedOnce() {
        var deduplicator = Deduplicator(.merge)
        let rows = (0..<20_000).map { Self.invitation("a@x role\($0) - \($0)") }
        for (index, row) in rows.enumerated() { deduplicator.scan(row, order: index + 1) }
        var sent = 0
        for (index, row) in rows.enumerated() {
            let (decision, findings) = deduplicator.decide(row, LinedRow(number: index + 1, line: index + 2))
            if case .invite(let it) = decision { sent = it.roles.count }
            #expect(findings.allSatisfy { $0.advice.utf8.count < 500 })
        }
        #expect(sent == rows.count)
        let many = (0..<40_000).map { "role\($0)" }
        #expect(ListValue.split(many.joined(separator: ";")) == many)
    }
}
