/// Reads the rows of CSV: a header that names the columns, then one record for each row. Spreadsheets leave blank
/// records behind; these are skipped and not counted.
struct CSVRows: RowReader {
    private(set) var columns = ColumnTable()
    private(set) var headerLine: Int?
    private var text: TextSource
    private var parser: CSVParser
    private var position: Int
    /// The number of columns up to the last one with a name. A row needs no more cells.
    private var namedColumns = 0
    /// Whether the first record is a row, not a header.
    private var isUnheaded = false
    private var hasReadFirst = false
    private var rowCount = 0
    /// Whether each line is in quotes as a whole. `unquoted` then has the cells of the current line.
    private let quotesLines: Bool
    private var unquoted: [String]?
    /// Where the rows of the last batch begin in the text.
    private var batchStart = 0

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - named: Gives the names of the columns for the cells of a header.
    ///   - unheaded: Gets the cells of the first record. Gives the names of the columns if it is not a header.
    init(
        _ text: TextSource, dialect: Dialect, named: ([String]) -> [String] = { $0 },
        unheaded: ([String]) -> [String]? = { _ in nil }
    ) throws(InputError) {
        self.text = text
        position = self.text.skip(dialect.preambleBytes)
        parser = CSVParser(
            delimiter: dialect.delimiter ?? .comma, offset: position, line: 1 + dialect.preambleLines)
        quotesLines = dialect.quotesLines
        guard try readRecord() else { throw InputError.empty(text.name) }
        headerLine = parser.recordLine
        let cells = (0..<cellCount).map { cell($0) }
        if let names = unheaded(cells) {
            isUnheaded = true
            try nameColumns(names)
        } else {
            try nameColumns(named(cells))
        }
    }

    private var cellCount: Int { unquoted?.count ?? parser.cellCount }

    private func cell(_ index: Int) -> String { unquoted?[index] ?? parser.cell(index) }

    private func isBlank(_ index: Int) -> Bool {
        unquoted?[index].trimmed().isEmpty ?? parser.withCell(index) { $0.allSatisfy(\.isBlank) }
    }

    var columnCount: Int { columns.names.count }

    var nothingRead: InputError {
        let message = "There is a header and no row below it. Check that it is the right file and was saved."
        return InputError.withoutRows(text.name, message)
    }

    mutating func next() throws(InputError) -> Record? {
        if isUnheaded && !hasReadFirst {
            hasReadFirst = true
        } else {
            guard try readRecord() else { return nil }
        }
        rowCount += 1
        var record = Record(number: rowCount, line: parser.recordLine, offset: parser.recordOffset, values: [])
        let count = usedCells
        record.values.reserveCapacity(count)
        for index in 0..<count { record.values.append(.string(cell(index))) }
        addFindings(to: &record)
        return record
    }

    /// How many cells the record has, without blank ones beyond the header.
    private var usedCells: Int {
        var count = cellCount
        while count > columns.names.count, isBlank(count - 1) { count -= 1 }
        return count
    }

    private func addFindings(to record: inout Record) {
        let count = record.values.count
        if let lines = parser.linesOfStrayQuote {
            record.findings.append(Finding(.quoteStray, line: record.line, advice: strayQuoteAdvice(lines)))
        }
        let cells = count == 1 ? "1 cell" : "\(count) cells"
        if count < namedColumns {
            let advice = "The row has \(cells), the header \(columns.names.count). Check that none is missing.\(runsOn)"
            record.findings.append(Finding(.cellsMissing, line: record.line, advice: advice))
        }
        if count > columns.names.count {
            let advice =
                "The row has \(cells), the header \(columns.names.count). "
                + "A cell that contains the delimiter must be in quotes.\(runsOn)"
            let extra = record.values[columns.names.count]?.string
            record.findings.append(Finding(.cellsExtra, line: record.line, value: extra, advice: advice))
        }
    }

    /// A hint where a row of several lines ends, since that may be too late.
    private var runsOn: String {
        guard parser.recordLastLine > parser.recordLine else { return "" }
        return
            " The row runs from line \(parser.recordLine) to line \(parser.recordLastLine): check that a quote is not "
            + "closed too late, as everybody in these lines is one row."
    }

    /// Says which lines are affected: an unclosed quote takes the next lines, and everybody in them, into its row.
    private func strayQuoteAdvice(_ lines: ClosedRange<Int>) -> String {
        let advice = "Write a quote inside a quoted cell twice: \"\""
        let last = parser.recordLastLine
        guard last > parser.recordLine else { return "There is text after a closing quote. \(advice)" }
        let reason =
            lines.count > 1
            ? "the quote opened in line \(lines.lowerBound) is closed in line \(lines.upperBound) only"
            : "a cell of it goes on over lines"
        return
            "There is text after a closing quote. The row runs from line \(parser.recordLine) to line \(last), because "
            + "\(reason). Everybody in these lines is left out: close the quote where its cell ends. \(advice)"
    }
}

// MARK: - Cutting

extension CSVRows {
    var cutsRecords: Bool { !quotesLines }

    mutating func cut(into batch: CellBatch) throws(InputError) {
        batch.removeAll()
        guard cutsRecords, parser.isBetweenRecords, !isUnheaded || hasReadFirst else { return }
        fill(batch)
        if batch.count == 0, batch.isCutShort, try text.advance(keepingRowAt: &position) { fill(batch) }
    }

    private mutating func fill(_ batch: CellBatch) {
        batchStart = position
        text.bytes.withUnsafeBufferPointer { bytes in
            let end = text.piece.upperBound
            if parser.awaitsLineFeed, batchStart < end, bytes[batchStart] == .lineFeed { batchStart += 1 }
            batch.fill(
                with: UnsafeBufferPointer(rebasing: bytes[batchStart..<end]), delimiter: parser.delimiter,
                columns: columns.names.count)
        }
        batch.firstLine = parser.nextLine
    }

    mutating func pass(_ rows: Int, lines: Int, upTo end: Int) {
        parser.pass(rows, lines: lines, bytes: batchStart + end - position)
        position = batchStart + end
        rowCount += rows
    }
}

extension CSVRows {
    private mutating func nameColumns(_ names: [String]) throws(InputError) {
        let line = parser.recordLine
        if parser.hasTextAfterQuotes {
            let message = "The header has text after a closing quote. Write a quote inside a quoted cell twice: \"\""
            throw InputError(.notUnderstood, code: "quote-stray", file: text.name, line: line, message: message)
        }
        for (index, name) in names.enumerated() {
            try columns.append(name, file: text.name, line: line)
            if !name.trimmed().isEmpty { namedColumns = index + 1 }
        }
    }

    /// Reads the next record that is not blank. Returns `false` at the end.
    private mutating func readRecord() throws(InputError) -> Bool {
        while true {
            while try parsePiece() {
                if !parser.isBlank { return take() }
            }
            let hasMore = try text.advance()
            position = text.piece.lowerBound
            if !hasMore { return try finish() && !parser.isBlank && take() }
        }
    }

    /// Takes the record that was read. If it is in quotes as a whole, removes them.
    private mutating func take() -> Bool {
        unquoted = quotesLines ? Self.onlyCell(of: parser).map { Self.cells(of: $0, delimiter: parser.delimiter) } : nil
        return true
    }

    /// The text of the first cell, if all the other cells are blank.
    static func onlyCell(of parser: CSVParser) -> String? {
        guard parser.cellCount > 0 else { return nil }
        let others = 1..<max(1, parser.cellCount)
        return others.allSatisfy { parser.withCell($0) { $0.allSatisfy(\.isBlank) } } ? parser.cell(0) : nil
    }

    /// The cells of a single line; the line itself if it is not a record.
    static func cells(of line: String, delimiter: UInt8) -> [String] {
        var parser = CSVParser(delimiter: delimiter)
        let bytes = Array(line.utf8)
        let isRecord = bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            return (try? parser.parse(bytes, from: &position)) == true || (try? parser.finish()) == true
        }
        return isRecord ? (0..<parser.cellCount).map { parser.cell($0) } : [line]
    }

    private mutating func parsePiece() throws(InputError) -> Bool {
        do throws(CSVError) {
            return try text.bytes.withUnsafeBufferPointer { (bytes) throws(CSVError) -> Bool in
                let upToEnd = UnsafeBufferPointer(rebasing: bytes[..<text.piece.upperBound])
                return try parser.parse(upToEnd, from: &position)
            }
        } catch {
            throw inputError(error)
        }
    }

    private mutating func finish() throws(InputError) -> Bool {
        do throws(CSVError) {
            return try parser.finish()
        } catch {
            throw inputError(error)
        }
    }

    private func inputError(_ error: CSVError) -> InputError {
        let message: String
        switch error.code {
        case .recordTooLong:
            let advice = "Perhaps it is not the right file, or has other line ends."
            return .recordTooLong(text.name, line: error.line, limit: parser.limits.recordBytes, advice)
        case .columnsTooMany:
            message = "There are more than \(parser.limits.columns) cells in this row. Leave out columns not needed."
            return InputError(
                .notUnderstood, code: "columns-too-many", file: text.name, line: error.line, message: message)
        case .quoteUnclosed:
            message =
                "A quote is opened here and not closed within a row's length. Close it, or write a quote inside a quoted "
                + "cell twice."
            return InputError(
                .notUnderstood, code: "quote-unclosed", file: text.name, line: error.line, message: message)
        }
    }
}
