/// Reads CSV (RFC 4180), one record after another, from bytes that arrive in pieces cut anywhere.
///
/// It is a state machine without I/O. The cells of the current record lie in one buffer that is used again. It takes
/// more than the RFC: LF, CRLF and CR each end a record; a quote inside an unquoted cell is an ordinary character; text
/// after a closing quote is kept and reported. Most programs ignore empty lines, and so does this one, unless the
/// caller wants them as records of one empty cell, as the RFC has it. Ignored lines are not counted. A record of
/// nothing but delimiters, white space or empty quotes is a record like any other.
///
/// Quotes, delimiters and line ends are ASCII. So any encoding that leaves ASCII alone can be read, such as UTF-8.
public struct CSVParser: Sendable {
    private enum State: Sendable {
        case recordStart, cellStart, unquoted, quoted, quoteInQuotes, blankAfterQuotes
    }

    /// The byte between cells.
    public let delimiter: UInt8
    /// The limits of a record.
    public let limits: Limits
    /// Whether an empty line is a record of one empty cell. Otherwise it is ignored.
    public let emptyLinesAreRecords: Bool

    /// The number of the current record, counted from 1.
    public private(set) var recordNumber = 0
    /// The line where the current record begins, counted from 1.
    public private(set) var recordLine = 1
    /// The line where the current record ends. It differs from the first only if there are line ends in quotes.
    public private(set) var recordLastLine = 1
    /// The bytes before the current record.
    public private(set) var recordOffset = 0
    /// The lines of the quoted part of the first cell that has text after its closing quote, which RFC 4180 does not
    /// allow; `nil` if there is none. The cell is the quoted text and what follows it.
    public private(set) var linesOfStrayQuote: ClosedRange<Int>?
    /// Whether there is text after a closing quote in the current record.
    public var hasTextAfterQuotes: Bool { linesOfStrayQuote != nil }

    private(set) var cells = CSVCells()
    private var state = State.recordStart
    private var isRecordComplete = false
    private var isAfterReturn = false
    private var line: Int
    private var offset: Int
    private var quoteLine = 1

    /// Makes a parser at the beginning of a text.
    ///
    /// - Parameters:
    ///   - delimiter: the byte between cells, an ASCII character other than quote, CR and LF.
    ///   - limits: the limits of a record.
    ///   - offset: bytes before the text.
    ///   - line: the line of the first byte, counted from 1.
    ///   - emptyLinesAreRecords: whether an empty line is a record of one empty cell; not by default.
    public init(
        delimiter: UInt8 = UInt8(ascii: ","), limits: Limits = Limits(), offset: Int = 0, line: Int = 1,
        emptyLinesAreRecords: Bool = false
    ) {
        self.delimiter = delimiter
        self.limits = limits
        self.emptyLinesAreRecords = emptyLinesAreRecords
        self.offset = offset
        self.line = line
    }

    /// Reads until a record is complete or the bytes end.
    ///
    /// - Parameters:
    ///   - bytes: the next piece of the text.
    ///   - position: the index of the first unread byte, which moves on.
    /// - Returns: whether a record is complete. It stays the current one until the next call.
    /// - Throws: ``CSVError`` if the record is over a limit.
    public mutating func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(CSVError) -> Bool {
        if isRecordComplete { beginRecord() }
        let shift = offset - position
        defer { offset = position + shift }
        while position < bytes.count {
            if state == .recordStart && passLineFeed(bytes, &position, shift) { continue }
            try step(bytes, &position, shift)
            if isRecordComplete { return true }
            if state != .recordStart { try checkLength(upTo: position + shift) }
        }
        return false
    }

    /// Tells the parser that the text has ended.
    ///
    /// - Returns: whether that completes a last record without a line end.
    /// - Throws: ``CSVError`` if a quote is still open, or the record is over a limit.
    public mutating func finish() throws(CSVError) -> Bool {
        if isRecordComplete { beginRecord() }
        switch state {
        case .recordStart: return false
        case .quoted: throw CSVError(.quoteUnclosed, line: quoteLine)
        case .cellStart, .unquoted, .quoteInQuotes, .blankAfterQuotes:
            try endCell(at: offset)
            endRecord()
            return true
        }
    }

    /// Whether the next byte begins a record, or ends the line end of the last one.
    var isBetweenRecords: Bool { isRecordComplete || state == .recordStart }

    /// Whether a line feed here would be the second half of a line end.
    var awaitsLineFeed: Bool { isAfterReturn }

    /// The line where the next record begins.
    var nextLine: Int { line }

    /// Passes over records that somebody else has read, from a place between records to another one.
    mutating func pass(_ records: Int, lines: Int, bytes: Int) {
        beginRecord()
        isAfterReturn = false
        offset += bytes
        line += lines
        recordNumber += records
    }

    private mutating func beginRecord() {
        cells.removeAll()
        linesOfStrayQuote = nil
        isRecordComplete = false
        state = .recordStart
    }

    /// Skips the LF of a CRLF. Otherwise notes where the record begins.
    private mutating func passLineFeed(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ shift: Int
    ) -> Bool {
        let isSecondHalf = isAfterReturn && bytes[position] == .lineFeed
        isAfterReturn = false
        if isSecondHalf {
            position += 1
        } else {
            recordLine = line
            recordOffset = position + shift
            state = .cellStart
        }
        return isSecondHalf
    }

    private mutating func step(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ shift: Int
    ) throws(CSVError) {
        let byte = bytes[position]
        switch state {
        case .quoted:
            readQuoted(bytes, &position, upTo: endOfRun(bytes, position, shift))
            return
        case .cellStart where byte == .quote:
            quoteLine = line
            state = .quoted
            position += 1
            return
        case .quoteInQuotes where byte == .quote:
            cells.append(byte)
            state = .quoted
            position += 1
            return
        case .quoteInQuotes, .blankAfterQuotes:
            if byte != delimiter && (byte == .space || byte == .tab) {
                cells.append(byte)
                state = .blankAfterQuotes
                position += 1
                return
            }
            if linesOfStrayQuote == nil, byte != delimiter, !byte.isLineEnd { linesOfStrayQuote = quoteLine...line }
            state = .unquoted
        case .cellStart, .unquoted, .recordStart:
            state = .unquoted
        }
        let end = endOfRun(bytes, position, shift)
        readUnquoted(bytes, &position, upTo: end)
        if position < end { try endUnquoted(bytes, &position, shift) }
    }

    /// The furthest place to read to: one byte beyond the longest record. So the place where a record is found too long
    /// does not depend on how the text is cut.
    private func endOfRun(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ shift: Int) -> Int {
        let left = limits.recordBytes - (position + shift - recordOffset)
        return bytes.count - position <= left ? bytes.count : position + left + 1
    }

    private mutating func readUnquoted(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, upTo end: Int
    ) {
        let first = position
        let delimiter = delimiter
        var index = first
        while index < end, bytes[index] != delimiter, !bytes[index].isLineEnd { index += 1 }
        cells.append(UnsafeBufferPointer(rebasing: bytes[first..<index]))
        position = index
    }

    /// Reads the delimiter or line end after a cell.
    private mutating func endUnquoted(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ shift: Int
    ) throws(CSVError) {
        let byte = bytes[position]
        let isPassedOver = position + shift == recordOffset && byte.isLineEnd && !emptyLinesAreRecords
        position += 1
        try endCell(at: position + shift)
        guard byte.isLineEnd else {
            state = .cellStart
            return
        }
        if isPassedOver { beginRecord() } else { endRecord() }
        line += 1
        isAfterReturn = byte == .carriageReturn
    }

    private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, upTo end: Int) {
        let first = position
        var index = first
        while index < end, bytes[index] != .quote {
            let byte = bytes[index]
            if byte.isLineEnd {
                if byte == .carriageReturn || !isAfterReturn { line += 1 }
                isAfterReturn = byte == .carriageReturn
            } else {
                isAfterReturn = false
            }
            index += 1
        }
        cells.append(UnsafeBufferPointer(rebasing: bytes[first..<index]))
        position = index
        guard index < end else { return }
        isAfterReturn = false
        state = .quoteInQuotes
        position += 1
    }

    private mutating func endCell(at end: Int) throws(CSVError) {
        try checkLength(upTo: end)
        guard cells.count < limits.columns else { throw CSVError(.columnsTooMany, line: recordLine) }
        cells.endCell()
    }

    private mutating func endRecord() {
        recordNumber += 1
        recordLastLine = line
        isRecordComplete = true
    }

    private func checkLength(upTo end: Int) throws(CSVError) {
        guard end - recordOffset > limits.recordBytes else { return }
        if state == .quoted { throw CSVError(.quoteUnclosed, line: quoteLine) }
        throw CSVError(.recordTooLong, line: recordLine)
    }
}
