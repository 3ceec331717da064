/// Rows that are cut into cells without being read, for those who know what is in them.
extension InputReader {
    /// Whether rows can be cut at all.
    var cutsRecords: Bool { rows.cutsRecords && !isGuarded }

    /// Whether addresses in other columns are compared with the address.
    var comparesAddresses: Bool { rivals != nil }

    /// Whether the name of a column does not suggest a secret.
    func isOrdinary(column: Int) -> Bool { secrets.isOrdinary(column: column) }

    /// Fills a batch with the next rows, without passing them. The batch is empty if the next row has to be read.
    ///
    /// - Throws: What ``next()`` throws.
    mutating func cut(into batch: CellBatch) throws(InputError) {
        guard hasAddress, !isFinished, ahead.isEmpty else { return batch.removeAll() }
        try rows.cut(into: batch)
    }

    /// Passes over the next rows of the batch, which have so many lines.
    ///
    /// - Parameter end: How many bytes of the batch are passed then.
    mutating func pass(_ count: Int, lines: Int, upTo end: Int) {
        rows.pass(count, lines: lines, upTo: end)
        rowCount += count
    }
}
