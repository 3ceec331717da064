/// Why a CSV text cannot be read any further.
public struct CSVError: Error, Hashable, Sendable {
    /// What kind of error it is.
    public enum Code: String, Hashable, Sendable {
        /// A record is longer than the limit.
        case recordTooLong
        /// A record has more cells than the limit.
        case columnsTooMany
        /// The text ends inside quotes, or the quotes go on beyond the limit of a record.
        case quoteUnclosed
    }

    /// What kind of error it is.
    public var code: Code
    /// The line, counted from 1, where the record began; for ``Code/quoteUnclosed``, where the quote was opened.
    public var line: Int

    /// Makes an error.
    public init(_ code: Code, line: Int) {
        self.code = code
        self.line = line
    }
}
