/// Whole records of a text, with the places of their cells. They lie in memory of the batch's own, so a reader may go
/// on.
///
/// A batch holds ordinary records only: each has the same number of cells; nothing follows a closing quote; something
/// is in one of the cells. Where a record is not ordinary, the batch ends before it. A record may be one of CSV or a
/// JSON object; see ``fill(with:delimiter:columns:)`` and ``fill(withLines:_:)``.
///
/// The memory is not checked at each look. Rows and columns must be in range.
final class CellBatch {
    /// The most bytes of a batch.
    let capacity: Int
    /// How many records there are, and how many cells each has.
    private(set) var (count, columns) = (0, 0)
    /// Whether the bytes ended inside a record. Otherwise the next record is not ordinary.
    private(set) var isCutShort = false
    /// The line of the first record, counted from 1.
    var firstLine = 1

    private let bytes: UnsafeMutablePointer<UInt8>
    /// Two numbers for each cell: where it begins and ends.
    private let places: UnsafeMutablePointer<UInt32>
    private let recordEnds: UnsafeMutablePointer<UInt32>
    /// For each record, how many lines it and those before it have.
    private let recordLines: UnsafeMutablePointer<UInt32>
    /// How many lines the records have, as far as they are cut.
    private var lines = 0
    /// What each cell is; for CSV, where all are texts, not used.
    private let kinds: UnsafeMutablePointer<Kind>
    private var haveKinds = false

    /// What a cell is.
    enum Kind: UInt8 {
        /// A text. The cell has no quotes.
        case text
        /// Another value of JSON, as it is written.
        case raw
        /// Nothing: the record has no such member.
        case absent
    }

    /// So many bytes after the last one may be read: eight are taken at once.
    private static let margin = 16

    init(capacity: Int) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity + Self.margin)
        bytes.initialize(repeating: 0, count: capacity + Self.margin)
        // Each cell has at least one byte: the delimiter or line end after it.
        places = .allocate(capacity: 2 * capacity + 2)
        recordEnds = .allocate(capacity: capacity + 1)
        recordLines = .allocate(capacity: capacity + 1)
        kinds = .allocate(capacity: capacity + 1)
    }

    deinit {
        bytes.deallocate()
        places.deallocate()
        recordEnds.deallocate()
        recordLines.deallocate()
        kinds.deallocate()
    }

    func removeAll() {
        count = 0
        isCutShort = false
    }

    /// How many bytes the first records have, with their line ends.
    func bytes(ofFirst records: Int) -> Int { records == 0 ? 0 : Int(recordEnds[records - 1]) }

    /// How many lines the first records have.
    func lines(ofFirst records: Int) -> Int { records == 0 ? 0 : Int(recordLines[records - 1]) }

    /// The bytes of a cell, without its quotes. They are there until the batch is filled again.
    @inline(__always)
    func cell(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
        let place = 2 * (row &* columns &+ column)
        let start = Int(places[place])
        return UnsafeBufferPointer(start: bytes + start, count: Int(places[place &+ 1]) &- start)
    }

    /// What a cell is.
    @inline(__always)
    func kind(_ row: Int, _ column: Int) -> Kind { haveKinds ? kinds[row &* columns &+ column] : .text }

    /// Fills the batch with the records of a CSV text, which begins with a record.
    ///
    /// - Parameter columns: How many cells a record must have.
    func fill(with text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, columns: Int) {
        haveKinds = false
        fill(with: text, columns: columns) { start, end in cutRecord(from: start, to: end, delimiter) }
    }

    /// - Parameter cut: Notes the cells of one record between two places. Returns where the next one begins.
    @inline(__always)
    private func fill(with text: UnsafeBufferPointer<UInt8>, columns: Int, _ cut: (Int, Int) -> Int?) {
        removeAll()
        (self.columns, lines) = (columns, 0)
        guard let source = text.baseAddress, columns > 0 else { return }
        let end = min(text.count, capacity)
        bytes.update(from: source, count: end)
        var start = 0
        // An object may be shorter than its number of members, if these are absent.
        while start < end, (count + 1) * columns <= capacity {
            guard let next = cut(start, end) else { return }
            lines += 1
            recordEnds[count] = UInt32(truncatingIfNeeded: next)
            recordLines[count] = UInt32(truncatingIfNeeded: lines)
            count += 1
            start = next
        }
        isCutShort = true
    }

    /// Notes the cells of one record. Returns where the next one begins; `nil` if the record is not ordinary, or not
    /// whole.
    private func cutRecord(from start: Int, to end: Int, _ delimiter: UInt8) -> Int? {
        let cells = places + 2 * count * columns
        var index = start
        var hasText = false
        for column in 0..<columns {
            guard index < end else { return cutShort() }
            var (first, last) = (index, index)
            if bytes[index] == .quote {
                first = index + 1
                last = firstMark(from: first, to: end, or: .quote)
                guard last + 1 < end else { return cutShort() }
                index = last + 1
                if bytes[last] != .quote || bytes[index] == .quote {
                    guard let (textEnd, next) = unquote(from: last, to: end) else { return cutShort() }
                    (last, index) = (textEnd, next)
                }
            } else {
                last = firstMark(from: first, to: end, or: delimiter)
                guard last < end else { return cutShort() }
                index = last
            }
            hasText = hasText || last > first && bytes[first] > .space
            cells[2 * column] = UInt32(truncatingIfNeeded: first)
            cells[2 * column + 1] = UInt32(truncatingIfNeeded: last)
            if column < columns - 1 {
                guard bytes[index] == delimiter else { return nil }
                index += 1
            }
        }
        return hasText ? endOfLine(at: index, to: end) : nil
    }

    /// Reads the rest of a quoted cell that has a line end or a quote in it. Of two quotes, one stays.
    ///
    /// - Returns: Where the text ends, and what comes behind the closing quote; `nil` if that is not there.
    private func unquote(from start: Int, to end: Int) -> (textEnd: Int, next: Int)? {
        var (index, textEnd) = (start, start)
        while index + 1 < end {
            let byte = bytes[index]
            if byte == .quote {
                guard bytes[index + 1] == .quote else { return (textEnd, index + 1) }
                index += 1
            } else if byte.isLineEnd, byte == .carriageReturn || bytes[index - 1] != .carriageReturn {
                lines += 1
            }
            bytes[textEnd] = byte
            (index, textEnd) = (index + 1, textEnd + 1)
        }
        return nil
    }

    func cutShort() -> Int? {
        isCutShort = true
        return nil
    }

    /// Where the line after a line end begins; `nil` if there is none here, or if it may not be whole.
    func endOfLine(at index: Int, to end: Int) -> Int? {
        if bytes[index] == .lineFeed { return index + 1 }
        guard bytes[index] == .carriageReturn else { return nil }
        guard index + 1 < end else { return cutShort() }
        return bytes[index + 1] == .lineFeed ? index + 2 : index + 1
    }

    // MARK: - Lines of JSON

    /// Fills the batch with lines that another part of the batch cuts.
    func fill(withLines text: UnsafeBufferPointer<UInt8>, columns: Int, _ cut: (Int, Int) -> Int?) {
        haveKinds = true
        fill(with: text, columns: columns, cut)
    }

    @inline(__always)
    subscript(index: Int) -> UInt8 { bytes[index] }

    /// Some of the bytes.
    @inline(__always)
    func rest(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + start, count: max(0, end - start))
    }

    /// Notes a cell of the next record.
    @inline(__always)
    func note(_ column: Int, _ kind: Kind, _ first: Int, _ last: Int) {
        let cell = count &* columns &+ column
        kinds[cell] = kind
        places[2 * cell] = UInt32(truncatingIfNeeded: first)
        places[2 * cell + 1] = UInt32(truncatingIfNeeded: last)
    }

    /// What was noted of a cell of the next record.
    @inline(__always)
    func kind(ofNext column: Int) -> Kind { kinds[count &* columns &+ column] }

    /// The first quote, backslash or control character; the end if there is none.
    @inline(__always)
    func endOfText(from start: Int, to end: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let (quotes, slashes, high) = (ones &* UInt64(UInt8.quote), ones &* UInt64(UInt8.backslash), ones &* 0x80)
        var index = start
        while index < end {
            let word = UInt64(littleEndian: UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self))
            let (a, b) = (word ^ quotes, word ^ slashes)
            let found = ((a &- ones) & ~a | (b &- ones) & ~b | (word &- ones &* 0x20) & ~word) & high
            if found != 0 { return min(end, index + found.trailingZeroBitCount / 8) }
            index += 8
        }
        return end
    }

    // MARK: - Marks

    /// The first line end or other mark; the end if there is none. Eight bytes are looked at in one step.
    @inline(__always)
    private func firstMark(from start: Int, to end: Int, or mark: UInt8) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let (marks, feeds, returns) = (ones &* UInt64(mark), ones &* 0x0A, ones &* 0x0D)
        var index = start
        while index < end {
            let word = UInt64(littleEndian: UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self))
            let (a, b, c) = (word ^ marks, word ^ feeds, word ^ returns)
            let zeros = ((a &- ones) & ~a | (b &- ones) & ~b | (c &- ones) & ~c) & (ones &* 0x80)
            if zeros != 0 { return min(end, index + zeros.trailingZeroBitCount / 8) }
            index += 8
        }
        return end
    }
}
