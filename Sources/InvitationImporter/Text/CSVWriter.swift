/// Writes CSV records (RFC 4180) that ``CSVParser`` and spreadsheets read back unchanged.
public struct CSVWriter: Hashable, Sendable {
    /// The byte between cells.
    public let delimiter: UInt8
    /// What ends a record.
    public let lineEnd: String

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - delimiter: the byte between cells, an ASCII character other than quote, CR and LF; a comma by default.
    ///   - lineEnd: what ends a record; CRLF by default, as in RFC 4180.
    public init(delimiter: UInt8 = UInt8(ascii: ","), lineEnd: String = "\r\n") {
        self.delimiter = delimiter
        self.lineEnd = lineEnd
    }

    /// Appends a record with its line end.
    ///
    /// A cell is quoted if it contains the delimiter, a quote or a line break, or has white space or a byte order mark
    /// at an end, which some programs would drop. A record of one empty cell is quoted too, since it would be an empty
    /// line.
    public func write(_ cells: some Sequence<String>, into bytes: inout [UInt8]) {
        var count = 0
        let start = bytes.count
        for cell in cells {
            if count > 0 { bytes.append(delimiter) }
            write(cell, into: &bytes)
            count += 1
        }
        if count == 1 && bytes.count == start { bytes.append(contentsOf: [.quote, .quote]) }
        bytes.append(contentsOf: lineEnd.utf8)
    }

    private func write(_ cell: String, into bytes: inout [UInt8]) {
        guard mustBeQuoted(cell) else { return bytes.append(contentsOf: cell.utf8) }
        bytes.append(.quote)
        for byte in cell.utf8 {
            if byte == .quote { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(.quote)
    }

    private func mustBeQuoted(_ cell: String) -> Bool {
        guard let first = cell.utf8.first, let last = cell.utf8.last else { return false }
        if first <= .space || first >= 0x7F || last <= .space || last >= 0x7F, hasBlankEnd(cell) { return true }
        let mustBe = { (byte: UInt8) in byte == delimiter || byte == .quote || byte.isLineEnd }
        return cell.utf8.withContiguousStorageIfAvailable { $0.contains(where: mustBe) }
            ?? cell.utf8.contains(where: mustBe)
    }

    /// Whether a cell has white space or a byte order mark at an end. Most begin and end with a printable character of
    /// ASCII, so that nobody need ask.
    private func hasBlankEnd(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first, let last = cell.unicodeScalars.last else { return false }
        return first.properties.isWhitespace || last.properties.isWhitespace || first == "\u{FEFF}"
    }
}
