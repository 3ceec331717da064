import InvitationImporter

/// Findings that many rows share. What is wrong with a name of a role is said once, with its rows. Where rows have
/// different values, such as addresses, the first few are shown row by row, and the others once.
struct RepeatedFindings {
    /// The number of rows with values of their own for which a finding is shown by itself.
    static let limit = 3
    /// The most kinds of findings that are counted, with and without a value. Any other finding is shown by itself.
    private static let kindsLimit = 1000
    /// The most rows that are named.
    private static let linesLimit = 20

    private struct Kind: Hashable {
        var file: String
        var code: Finding.Code
        var column: String?
        var advice: String
        /// The value that all rows have; `nil` if each has its own.
        var value: String?
        var isShared: Bool
    }

    /// The rows of a kind that are not shown by themselves.
    private struct Group {
        let first: Finding
        var count = 0
        var lines: [Int] = []
    }

    /// A line about several rows.
    struct Line {
        /// The first of the findings.
        let finding: Finding
        let text: String
    }

    private var groups: [Kind: Group] = [:]
    /// The kinds in the order in which they came, those with a shared value and the others.
    private var (shared, others): ([Kind], [Kind]) = ([], [])

    /// Adds a finding. Returns whether to show it by itself.
    mutating func saysAlone(_ finding: Finding, in file: String) -> Bool {
        let isShared = !finding.isOfOneRow
        let kind = Kind(
            file: file, code: finding.code, column: finding.column, advice: finding.advice,
            value: isShared ? finding.value : nil, isShared: isShared)
        if groups[kind] == nil {
            guard (isShared ? shared : others).count < Self.kindsLimit else { return true }
            groups[kind] = Group(first: finding)
            if isShared { shared.append(kind) } else { others.append(kind) }
        }
        groups[kind]?.count += 1
        if !isShared, let count = groups[kind]?.count, count <= Self.limit { return true }
        if let count = groups[kind]?.lines.count, count < Self.linesLimit { groups[kind]?.lines.append(finding.line) }
        return false
    }

    /// One line for each finding whose value rows share:
    /// `team.csv: 11 rows: error role-unknown: … (roles: "viewr"; lines 4, 6 and 9 more)`.
    var equal: [Line] {
        shared.compactMap { kind in
            groups[kind].map { group in
                let isOne = group.count == 1
                return Line(
                    finding: group.first,
                    text: isOne ? group.first.line(in: kind.file) : Self.text(group, in: kind.file, group.count))
            }
        }
    }

    /// One line for each other finding with more rows than were shown: `team.csv: 97 more rows: error email-syntax: …`.
    var rest: [Line] {
        others.compactMap { kind in
            guard let group = groups[kind], group.count > Self.limit else { return nil }
            return Line(
                finding: group.first, text: Self.text(group, in: kind.file, group.count - Self.limit, isMore: true))
        }
    }

    private static func text(_ group: Group, in file: String, _ count: Int, isMore: Bool = false) -> String {
        let hidden = count - group.lines.count
        let places =
            (count == 1 ? "line " : "lines ") + group.lines.map(String.init).joined(separator: ", ")
            + (hidden > 0 ? " and \(hidden.grouped) more" : "")
        let more = isMore ? "more " : ""
        let value = isMore ? nil : group.first.shownValue
        return
            "\(Printable.escape(file, limit: 200)): \(Phrase.count(count, more + "row", more + "rows")): "
            + "\(group.first.words) (\([value, places].compactMap(\.self).joined(separator: "; ")))"
    }
}

extension Finding {
    /// Whether its value is one of the row's own, such as the person's address.
    fileprivate var isOfOneRow: Bool {
        code.rawValue.hasPrefix("email-") && value != nil || value?.contains("@") == true
    }
}
