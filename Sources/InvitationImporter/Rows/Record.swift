/// One row of an input: a CSV record or a JSON object, with the place it was read from.
public struct Record: Hashable, Sendable {
    /// The row, counted from 1 without the header.
    public var number: Int
    /// The line where the row begins, as an editor shows it, counted from 1.
    public var line: Int
    /// The first byte of the row in the file, counted from 0.
    public var offset: Int
    /// The values, by the index of their column in the reader's `columns`; `nil` where the row has none.
    ///
    /// May be shorter than the columns. Is longer if a CSV record has more cells than the header.
    public var values: [JSONValue?]
    /// What the reader found wrong with the row.
    public var findings: [Finding]
    /// The row as written, if `values` could not hold all of it: a line that is not JSON or not an object, or an object
    /// with two values for a part of an invitation; else `nil`.
    public var unread: String?
    /// The columns, counted from 0, that a JSON row has more than once with different values. `values` has the first.
    var repeatedColumns: [Int] = []
    /// Whether an object in the row has a name twice, with different values.
    var hasRepeatedNames = false
    /// Whether the row before begins on the same line. Then the line does not identify the row.
    var sharesLine = false

    /// Makes a record.
    public init(
        number: Int, line: Int, offset: Int, values: [JSONValue?], findings: [Finding] = [], unread: String? = nil
    ) {
        self.number = number
        self.line = line
        self.offset = offset
        self.values = values
        self.findings = findings
        self.unread = unread
    }
}
