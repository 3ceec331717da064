import InvitationImporter

/// Findings that many rows share. The first few are shown row by row, the others once, with their lines.
struct RepeatedFindings {
    /// The number of rows for which a finding is shown by itself.
    static let limit = 3
    /// The most kinds of findings that are counted. Any other finding is shown by itself.
    private static let kindsLimit = 1000

    private struct Kind: Hashable {
        var file: String
        var code: Finding.Code
        var column: String?
        var advice: String
    }

    private var counts: [Kind: Int] = [:]
    private var lines: [Kind: [Int]] = [:]
    private var order: [Kind] = []

    /// Adds a finding. Returns whether to show it by itself.
    mutating func saysAlone(_ finding: Finding, in file: String) -> Bool {
        let kind = Kind(file: file, code: finding.code, column: finding.column, advice: finding.advice)
        guard counts.count < Self.kindsLimit || counts[kind] != nil else { return true }
        counts[kind, default: 0] += 1
        guard counts[kind, default: 0] > Self.limit else { return true }
        if lines[kind] == nil { order.append(kind) }
        if lines[kind, default: []].count < 8 { lines[kind, default: []].append(finding.line) }
        return false
    }

    /// One line for each kind with more rows: `team.csv: 97 more rows: error role-unknown: … (lines 5, 6 and 89 more)`.
    var rest: [String] {
        order.map { kind in
            let more = (counts[kind] ?? 0) - Self.limit
            let shown = lines[kind] ?? []
            let places =
                shown.map(String.init).joined(separator: ", ")
                + (more > shown.count ? " and \((more - shown.count).grouped) more" : "")
            let rows = more == 1 ? "1 more row" : "\(more.grouped) more rows"
            let advice = Printable.escape(kind.advice, limit: 400)
            return
                "\(Printable.escape(kind.file, limit: 200)): \(rows): \(kind.code.level.rawValue) \(kind.code.rawValue): "
                + "\(advice) (\(more == 1 ? "line" : "lines") \(places))"
        }
    }
}
