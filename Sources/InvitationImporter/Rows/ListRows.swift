/// Reads addresses without a header, as people paste them from a mail program. Each address is a row.
struct ListRows: RowReader {
    /// The most bytes of one address with its name.
    static let itemLimit = 1 << 16

    private(set) var columns: ColumnTable
    var headerLine: Int? { 1 }
    private var text: TextSource
    private var position: Int
    private var item: [UInt8] = []
    private var itemLine = 1
    private var line: Int
    private var offset: Int
    private var isAfterReturn = false
    private var rowCount = 0
    private var previousLine = 0
    /// The remaining rows of an item with several addresses.
    private var waiting: ArraySlice<Record> = []

    init(_ text: TextSource, dialect: Dialect) throws(InputError) {
        self.text = text
        position = self.text.skip(dialect.preambleBytes)
        offset = position
        line = 1 + dialect.preambleLines
        columns = ColumnTable()
        for name in ["email", "name"] { try columns.append(name, file: text.name, line: 1) }
    }

    var columnCount: Int { columns.names.count }

    var nothingRead: InputError { InputError.empty(text.name) }

    mutating func next() throws(InputError) -> Record? {
        while true {
            if let record = waiting.popFirst() { return record }
            while position < text.piece.upperBound, waiting.isEmpty { try take(text.bytes[position]) }
            if !waiting.isEmpty { continue }
            let hasMore = try text.advance()
            position = text.piece.lowerBound
            if hasMore { continue }
            endItem()
            return waiting.popFirst()
        }
    }

    private mutating func take(_ byte: UInt8) throws(InputError) {
        position += 1
        offset += 1
        if MailboxText.ends(item, before: byte) {
            endItem()
        } else if !(item.isEmpty && byte.isBlank) {
            if item.isEmpty { itemLine = line }
            item.append(byte)
            if item.count > Self.itemLimit {
                throw .recordTooLong(
                    text.name, line: itemLine, limit: Self.itemLimit, "Write one address on each line.")
            }
        }
        if byte.isLineEnd, !(byte == .lineFeed && isAfterReturn) { line += 1 }
        isAfterReturn = byte == .carriageReturn
    }

    private mutating func endItem() {
        defer { item.removeAll(keepingCapacity: true) }
        let written = String(decoding: item, as: UTF8.self).trimmed()
        guard !written.isEmpty, !written.hasPrefix("#") else { return }
        for mailbox in MailboxText.all(in: written) {
            rowCount += 1
            let values: [JSONValue?] = [.string(mailbox.address), mailbox.name.map(JSONValue.string)]
            var record = Record(number: rowCount, line: itemLine, offset: offset - item.count - 1, values: values)
            record.sharesLine = itemLine == previousLine
            previousLine = itemLine
            waiting.append(record)
        }
    }
}
