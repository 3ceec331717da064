import Testing

/// Columns that say who is in, in the words of many languages: the name, the value of somebody who is out, and that of
/// somebody who is in.
struct StatusPairs: Sendable, CustomTestStringConvertible {
    var title: String
    var text: String

    var testDescription: String { title }

    /// The lines: column, out, in.
    var pairs: [(column: String, out: String, isIn: String)] {
        text.split(separator: "\n").map { line in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return (parts[0], parts[1], parts[2])
        }
    }
}
