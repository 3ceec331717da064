/// Cuts an input into rows, for one format.
protocol RowReader: Sendable {
    /// The columns, as far as they are known.
    var columns: ColumnTable { get }
    /// How many columns are known.
    var columnCount: Int { get }
    /// The line of the header, counted from 1; `nil` for JSON and LDIF, whose columns come with the rows.
    var headerLine: Int? { get }
    /// The error for an input without a row.
    var nothingRead: InputError { get }
    /// What was noticed about the input as a whole, after it has been read.
    var warnings: [InputWarning] { get }
    /// The next row; `nil` at the end.
    mutating func next() throws(InputError) -> Record?
    /// Whether rows can be cut into cells without reading them.
    var cutsRecords: Bool { get }
    /// Fills a batch with the next rows, without passing them.
    mutating func cut(into batch: CellBatch) throws(InputError)
    /// Passes over so many rows of the batch, which have so many lines.
    ///
    /// - Parameter end: How many bytes of the batch are passed then.
    mutating func pass(_ rows: Int, lines: Int, upTo end: Int)
}

extension RowReader {
    var warnings: [InputWarning] { [] }
    var cutsRecords: Bool { false }
    mutating func cut(into batch: CellBatch) throws(InputError) { batch.removeAll() }
    mutating func pass(_ rows: Int, lines: Int, upTo end: Int) {}
}
