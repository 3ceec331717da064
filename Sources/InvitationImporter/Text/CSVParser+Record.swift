extension CSVParser {
    /// The limits of a record.
    public struct Limits: Hashable, Sendable {
        /// Bytes of a record, with its quotes and line end; 1 MiB by default.
        public var recordBytes: Int
        /// Cells of a record; 1,000 by default.
        public var columns: Int

        /// Makes limits.
        public init(recordBytes: Int = 1 << 20, columns: Int = 1000) {
            self.recordBytes = recordBytes
            self.columns = columns
        }
    }

    /// Whether the current record has nothing but white space.
    public var isBlank: Bool { cells.areBlank }

    /// How many cells the current record has.
    public var cellCount: Int { cells.count }

    /// Lends the bytes of a cell of the current record, unquoted.
    ///
    /// - Parameter index: the cell, counted from 0, less than `cellCount`.
    public func withCell<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        cells.withCell(index, body)
    }

    /// The text of a cell of the current record, unquoted; bytes that are not UTF-8 become U+FFFD.
    ///
    /// - Parameter index: the cell, counted from 0, less than `cellCount`.
    public func cell(_ index: Int) -> String {
        withCell(index) { String(decoding: $0, as: UTF8.self) }
    }
}
