/// One way of cutting an input into rows.
protocol RowReader: Sendable {
    /// The columns as far as they are known.
    var columns: ColumnTable { get }
    /// How many there are.
    var columnCount: Int { get }
    /// The line of the header, counted from 1; `nil` for JSON, whose columns come with the rows.
    var headerLine: Int? { get }
    /// What to say if the input had no row.
    var nothingRead: InputError { get }
    /// What was noticed about the input as a whole, once it has been read.
    var warnings: [InputWarning] { get }
    /// The next row; `nil` at the end.
    mutating func next() throws(InputError) -> Record?
}

extension RowReader {
    var warnings: [InputWarning] { [] }
}
