/// Why a CSV text cannot be read on.
public struct CSVError: Error, Hashable, Sendable {
    /// What kind of error it is.
    public enum Code: String, Hashable, Sendable {
        /// A record is longer than the limit.
        case recordTooLong
        /// A record has more cells than the limit.
        case columnsTooMany
        /// The text ends inside quotes, or they go on beyond the limit of a record.
        case quoteUnclosed
    }

    /// What kind of error it is.
    public var code: Code
    /// The line, counted from 1, where the record began, or where the quote was opened that is never closed.
    public var line: Int

    /// Makes an error.
    public init(_ code: Code, line: Int) {
        self.code = code
        self.line = line
    }
}
