/// Reads addresses without a header, as people paste them from a mail program: each is a row.
struct ListRows: RowReader {
    /// Bytes of one address with its name, at most.
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
            while position < text.piece.upperBound {
                if let record = try take(text.bytes[position]) { return record }
            }
            let hasMore = try text.advance()
            position = text.piece.lowerBound
            if !hasMore { return endItem() }
        }
    }

    private mutating func take(_ byte: UInt8) throws(InputError) -> Record? {
        position += 1
        offset += 1
        var record: Record?
        if MailboxText.ends(item, before: byte) {
            record = endItem()
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
        return record
    }

    private mutating func endItem() -> Record? {
        defer { item.removeAll(keepingCapacity: true) }
        let written = String(decoding: item, as: UTF8.self).trimmed()
        guard !written.isEmpty, !written.hasPrefix("#") else { return nil }
        rowCount += 1
        let mailbox = MailboxText(written)
        let values: [JSONValue?] = [.string(mailbox.address), mailbox.name.map(JSONValue.string)]
        var record = Record(number: rowCount, line: itemLine, offset: offset - item.count - 1, values: values)
        record.sharesLine = itemLine == previousLine
        previousLine = itemLine
        return record
    }
}

/// An address as mail programs write it, with or without a name: `"Lee, Ann" <ann@example.com>`.
struct MailboxText {
    let address: String
    let name: String?

    init(_ written: String) {
        guard written.hasSuffix(">"), let open = written.lastIndex(of: "<") else {
            address = written
            name = nil
            return
        }
        address = String(written[written.index(after: open)...].dropLast()).trimmed()
        var before = String(written[..<open]).trimmed()
        if before.count >= 2, before.hasPrefix("\""), before.hasSuffix("\"") {
            before = String(before.dropFirst().dropLast()).split(separator: "\\\"", omittingEmptySubsequences: false)
                .joined(separator: "\"")
        }
        name = before.isEmpty ? nil : before
    }

    /// Whether a byte ends the item before it: a line end always, a comma or semicolon outside quotes once there is
    /// an `@`, so that `Lee, Ann <ann@example.com>` stays together.
    static func ends(_ item: [UInt8], before byte: UInt8) -> Bool {
        if byte.isLineEnd { return true }
        guard byte == .comma || byte == .semicolon else { return false }
        guard let at = item.lastIndex(of: UInt8(ascii: "@")) else { return item.isEmpty }
        let isQuoted = item.count { $0 == .quote } % 2 == 1
        return !isQuoted && at < item.count
    }

    /// Whether a line is nothing but such addresses.
    static func isList(_ line: some Sequence<UInt8>) -> Bool {
        var items: [String] = []
        var item: [UInt8] = []
        for byte in line {
            if ends(item, before: byte) {
                items.append(String(decoding: item, as: UTF8.self).trimmed())
                item.removeAll()
            } else {
                item.append(byte)
            }
        }
        items.append(String(decoding: item, as: UTF8.self).trimmed())
        items.removeAll(where: \.isEmpty)
        return !items.isEmpty && items.allSatisfy { Self($0).looksLikeOne }
    }

    private var looksLikeOne: Bool {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && !address.unicodeScalars.contains { $0.isWhiteSpace || "|,;:\"<>".unicodeScalars.contains($0) }
    }
}
