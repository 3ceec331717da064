/// Reads the rows of JSON Lines: one JSON object on each line. Blank lines are skipped.
struct JSONLRows: RowReader {
    /// The most bytes of a line.
    static let lineLimit = 1 << 20

    private(set) var columns = ColumnTable()
    var headerLine: Int? { nil }
    private var text: TextSource
    private var parser = JSONParser()
    private var position: Int
    /// The beginning of the line, if it was cut.
    private var pending: [UInt8] = []
    private var isAfterReturn = false
    /// The line to read next, counted from 1, and the number of bytes before it.
    private var line = 1
    private var offset: Int
    private var rowCount = 0
    /// The names of the columns as bytes, and where the rows of the last batch begin in the text.
    private var names = MemberNames()
    private var batchStart = 0

    init(_ text: TextSource) {
        self.text = text
        position = text.piece.upperBound
        offset = position
    }

    var columnCount: Int { columns.names.count }

    var nothingRead: InputError { InputError.empty(text.name) }

    mutating func next() throws(InputError) -> Record? {
        while true {
            passLineFeed()
            if let end = endOfLine() {
                if let record = try readLine(upTo: end, isEnded: true) { return record }
            } else if try !advance() {
                return try readLine(upTo: position, isEnded: false)
            }
        }
    }

    /// Skips the second half of a CRLF.
    private mutating func passLineFeed() {
        guard isAfterReturn, position < text.piece.upperBound else { return }
        isAfterReturn = false
        guard text.bytes[position] == .lineFeed else { return }
        position += 1
        offset += 1
    }

    private func endOfLine() -> Int? {
        text.bytes.withUnsafeBufferPointer { bytes in
            var index = position
            let end = text.piece.upperBound
            while index < end, !bytes[index].isLineEnd { index += 1 }
            return index < end ? index : nil
        }
    }

    /// Keeps the beginning of a cut line and moves to the next piece. Returns `false` at the end.
    private mutating func advance() throws(InputError) -> Bool {
        pending.append(contentsOf: text.bytes[position..<text.piece.upperBound])
        position = text.piece.upperBound
        try checkLength(pending.count)
        let hasMore = try text.advance()
        position = text.piece.lowerBound
        return hasMore
    }

    private mutating func readLine(upTo end: Int, isEnded: Bool) throws(InputError) -> Record? {
        let length = pending.count + end - position
        try checkLength(length)
        let content: LineContent
        if pending.isEmpty {
            content = text.bytes.withUnsafeBufferPointer { bytes in
                LineContent(UnsafeBufferPointer(rebasing: bytes[position..<end]), &parser)
            }
        } else {
            pending.append(contentsOf: text.bytes[position..<end])
            content = pending.withUnsafeBufferPointer { LineContent($0, &parser) }
            pending.removeAll(keepingCapacity: true)
        }
        let record = try record(content)
        position = end
        offset += length
        if isEnded {
            isAfterReturn = text.bytes[end] == .carriageReturn
            position += 1
            offset += 1
            line += 1
        }
        return record
    }

    private func checkLength(_ length: Int) throws(InputError) {
        guard length > Self.lineLimit else { return }
        let advice = "Write one object on each line."
        throw InputError.recordTooLong(text.name, line: line, limit: Self.lineLimit, advice)
    }

    private mutating func record(_ content: LineContent) throws(InputError) -> Record? {
        var record = Record(number: rowCount + 1, line: line, offset: offset, values: [])
        switch content {
        case .blank:
            return nil
        case .value(let found, let written):
            try record.fill(with: found, &columns, file: text.name)
            record.unread = written
        case .notJSON(let error, let written):
            let advice = "The line is not JSON: at column \(error.position.column), \(error.message)."
            record.findings.append(Finding(.jsonSyntax, line: line, advice: advice))
            record.unread = written
        }
        rowCount += 1
        return record
    }
}

// MARK: - Cutting

extension JSONLRows {
    var cutsRecords: Bool { true }

    mutating func cut(into batch: CellBatch) throws(InputError) {
        batch.removeAll()
        guard pending.isEmpty else { return }
        while names.count < columns.names.count { names.append(columns.names[names.count]) }
        fill(batch)
        if batch.count == 0, batch.isCutShort, try text.advance(keepingRowAt: &position) { fill(batch) }
    }

    private mutating func fill(_ batch: CellBatch) {
        passLineFeed()
        batchStart = position
        text.bytes.withUnsafeBufferPointer { bytes in
            batch.fill(withLines: UnsafeBufferPointer(rebasing: bytes[position..<text.piece.upperBound]), names)
        }
        batch.firstLine = line
    }

    mutating func pass(_ rows: Int, lines: Int, upTo end: Int) {
        offset += batchStart + end - position
        position = batchStart + end
        line += lines
        rowCount += rows
        isAfterReturn = false
    }
}

/// What a line of JSON Lines holds.
private enum LineContent {
    case blank
    /// A value. `written` is the line itself if the row will not hold all of it.
    case value(JSONParser.Found, written: String?)
    case notJSON(JSONError, written: String)

    init(_ line: UnsafeBufferPointer<UInt8>, _ parser: inout JSONParser) {
        if line.allSatisfy(\.isBlank) {
            self = .blank
            return
        }
        do throws(JSONError) {
            var found = try parser.parseWhole(line)
            found.value = JSONEnvelope.opened(found.value, key: nil)
            let isWholeRow = !found.hasRepeatedNames && found.value.isObject
            self = .value(found, written: isWholeRow ? nil : String(decoding: line, as: UTF8.self))
        } catch {
            self = .notJSON(error, written: String(decoding: line, as: UTF8.self))
        }
    }
}
