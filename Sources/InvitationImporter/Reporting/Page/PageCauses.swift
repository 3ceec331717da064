/// People who need somebody, grouped by why.
struct PageCauses {
    /// What a group of people has in common.
    struct Cause: Hashable {
        /// Where the group stands among the others.
        var rank: Int
        /// What happened: an outcome.
        var outcome: String
        /// What is wrong, by a short name: a finding's code, a status.
        var code: String
        /// What a person does about it.
        var advice: String
    }

    /// Where a row is.
    struct Place: Hashable {
        /// What is counted: `row` or `line`.
        var unit: String
        /// Its number in its file, counted from 1.
        var number: Int
        /// The name of its file; empty if there is only one.
        var file: String
        /// The address in it; empty without one.
        var email = ""
    }

    /// The most words of groups in all, the most of one group, and the most rows that are named for each.
    private static let most = 60
    private static let mostOfOne = 8
    private static let rowsNamed = 12
    /// How much of an address is shown, in characters.
    private static let addressShown = 64

    private struct Group {
        var count = 0
        var words: [String: (count: Int, rows: [Place])] = [:]
        /// Rows whose words are not kept.
        var others = 0
    }

    private var groups: [Cause: Group] = [:]
    private var kept = 0

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - words: What is wrong with it, in a sentence.
    ///   - row: Where it is.
    mutating func add(_ cause: Cause, _ words: String, row: Place) {
        var group = groups[cause] ?? Group()
        group.count += 1
        if group.words[words] != nil {
            group.words[words]?.count += 1
            if (group.words[words]?.rows.count ?? 0) < Self.rowsNamed { group.words[words]?.rows.append(row) }
        } else if group.words.count < Self.mostOfOne, kept < Self.most {
            group.words[words] = (1, [row])
            kept += 1
        } else {
            group.others += 1
        }
        groups[cause] = group
    }

    /// The groups for the page, the gravest first.
    var values: [[String: Any]] {
        groups.sorted { ($0.key.rank, $1.value.count, $0.key.code) < ($1.key.rank, $0.value.count, $1.key.code) }.map {
            cause, group in
            var values: [String: Any] = [
                "outcome": cause.outcome, "code": PageText.safe(cause.code, 80), "advice": cause.advice,
                "count": PageText.count(group.count, "row"), "words": words(group),
            ]
            if group.others > 0 { values["others"] = PageText.count(group.others, "more row") }
            return values
        }
    }

    private func words(_ group: Group) -> [[String: Any]] {
        group.words.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { words, found in
            let more = found.count - found.rows.count
            return [
                "text": PageText.safe(words, 300),
                "rows": Self.words(found.rows) + (more > 0 ? " and \(PageText.number(more)) more" : ""),
            ]
        }
    }

    /// Places in words: `row 4 (ana@example.com)`, `rows 4, 6 of a.csv; row 2 of b.csv`.
    static func words(_ places: [Place]) -> String {
        places.chunked { ($0.unit, $0.file) == ($1.unit, $1.file) }.map { rows in
            let numbers = rows.map { row in
                "\(row.number)" + (row.email.isEmpty ? "" : " (\(PageText.safe(row.email, addressShown)))")
            }.joined(separator: ", ")
            let (unit, file) = (rows[0].unit, rows[0].file)
            return "\(unit)\(rows.count > 1 ? "s" : "") \(numbers)"
                + (file.isEmpty ? "" : " of \(PageText.safe(file, 120))")
        }.joined(separator: "; ")
    }
}

extension Array {
    /// The elements in groups of neighbours that belong together.
    fileprivate func chunked(_ belongs: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { groups, element in
            if let last = groups.last?.last, belongs(last, element) {
                groups[groups.count - 1].append(element)
            } else {
                groups.append([element])
            }
        }
    }
}
