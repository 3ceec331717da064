/// What is to become of one row of a messy sample: checked without a connection, then sent to a sandbox.
struct ExpectedRow: Equatable {
    struct Finding: Equatable, Hashable {
        var code: String
        /// The header as written; `nil` for a finding on the whole row.
        var column: String?
    }

    /// Counted from 1 without the header.
    var row: Int
    /// The line an editor shows.
    var line: Int
    var outcome: String
    var findings: [Finding] = []

    /// Reads a table with one row on each line: number, line, outcome, and findings such as `code@column, code`.
    static func table(_ text: String) -> [ExpectedRow] {
        text.split(separator: "\n").map { line in
            let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
            let findings = words.count > 3 ? words[3].split(separator: ",") : []
            return ExpectedRow(
                row: Int(words[0]) ?? 0, line: Int(words[1]) ?? 0, outcome: String(words[2]),
                findings: findings.map { Finding($0.drop { $0 == " " }) })
        }
    }
}

extension ExpectedRow.Finding {
    init(_ text: Substring) {
        let parts = text.split(separator: "@", maxSplits: 1)
        code = String(parts[0])
        column = parts.count > 1 ? String(parts[1]) : nil
    }
}
