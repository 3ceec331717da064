/// How an input is written, found from its first 64 KiB or stated by the person.
public struct Dialect: Hashable, Sendable {
    /// The format. The content decides, not the file's name.
    public var format: InputFormat
    /// The byte between cells; `nil` for JSON.
    public var delimiter: UInt8?
    /// How many bytes the lines above the header have, such as `sep=;`; 0 if there are none.
    public var preambleBytes = 0
    /// How many such lines there are.
    public var preambleLines = 0
    /// Whether each line is in quotes as a whole, `"email,name"`. A program that takes lines for cells writes this.
    public var quotesLines = false

    /// Examines the beginning of an input.
    ///
    /// JSON begins with a brace or bracket, LDIF with an entry's name. A first line of nothing but addresses is a list.
    /// Anything else is CSV. Its delimiter is the one that gives the header an email column. If several do, or none, it
    /// is the one with most cells; then `,` comes before `;`, tab and `|`. But if one of them leaves no text at all,
    /// it is that one.
    ///
    /// - Parameters:
    ///   - head: the first bytes, without a byte order mark.
    ///   - said: the format that the person named; `nil` for none.
    ///   - named: the delimiter that the person named; `nil` for none.
    public init(
        of head: UnsafeBufferPointer<UInt8>, format said: InputFormat? = nil, delimiter named: UInt8? = nil
    ) {
        format = said ?? Self.format(of: head)
        guard !format.hasMembers else { return }
        let preamble = Preamble(of: head)
        preambleBytes = preamble.bytes
        preambleLines = preamble.lines
        let body = UnsafeBufferPointer(rebasing: head[preamble.bytes...])
        if said == nil, named == nil, MailboxText.isList(Self.firstLine(of: body)) {
            format = .list
        }
        guard format != .list else { return }
        delimiter =
            named ?? (format == .tsv ? .tab : nil) ?? preamble.delimiter ?? Self.delimiter(of: body)
        if let inner = Self.delimiterInQuotes(body, named) { (delimiter, quotesLines) = (inner, true) }
        if said == nil && delimiter == .tab { format = .tsv }
    }

    private static func format(of head: UnsafeBufferPointer<UInt8>) -> InputFormat {
        switch head.first(where: { !$0.isBlank }) {
        case UInt8.openBrace: JSONHead(head).isDocuments ? .json : .jsonl
        // A Markdown link begins with a bracket, too.
        case UInt8.openBracket where MailboxText.isList(firstLine(of: head)): .csv
        case UInt8.openBracket, UInt8.recordSeparator: .json
        default: LDIFRows.isLDIF(head) ? .ldif : .csv
        }
    }

    private static func firstLine(of body: UnsafeBufferPointer<UInt8>) -> some Sequence<UInt8> {
        body.drop { $0.isBlank }.prefix { !$0.isLineEnd }.prefix(4096)
    }

    private static func delimiter(of head: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var best = (delimiter: UInt8.comma, hasEmail: false, cells: 0)
        for delimiter in [UInt8.comma, .semicolon, .tab, .bar] {
            let header = header(of: head, delimiter: delimiter)
            if header.cells == 0 && !head.isEmpty { return delimiter }
            if (header.hasEmail ? 1 : 0, header.cells) > (best.hasEmail ? 1 : 0, best.cells) {
                best = (delimiter, header.hasEmail, header.cells)
            }
        }
        return best.delimiter
    }

    /// The delimiter inside a header that is one quoted cell; `nil` if the header is not one, or has no email column.
    private static func delimiterInQuotes(_ head: UnsafeBufferPointer<UInt8>, _ named: UInt8?) -> UInt8? {
        guard head.first(where: { !$0.isBlank }) == .quote else { return nil }
        var parser = CSVParser(delimiter: named ?? .comma)
        var position = 0
        guard (try? parser.parse(head, from: &position)) == true || (try? parser.finish()) == true,
            let line = CSVRows.onlyCell(of: parser)
        else { return nil }
        return [named ?? .comma, .semicolon, .tab, .bar].first { delimiter in
            let cells = CSVRows.cells(of: line, delimiter: delimiter)
            return cells.count > 1 && cells.contains { ColumnNames.field(named: $0) == .email }
        }
    }

    private static func header(
        of head: UnsafeBufferPointer<UInt8>, delimiter: UInt8
    ) -> (hasEmail: Bool, cells: Int) {
        var parser = CSVParser(delimiter: delimiter)
        var position = 0
        do throws(CSVError) {
            var isComplete = try parser.parse(head, from: &position)
            while isComplete && parser.isBlank { isComplete = try parser.parse(head, from: &position) }
            if !isComplete { isComplete = try parser.finish() }
            if !isComplete || parser.isBlank { return (false, 0) }
        } catch {
            // The same error comes again, with its place, when the input is read with this delimiter.
        }
        let hasEmail = (0..<parser.cellCount).contains { ColumnNames.field(named: parser.cell($0)) == .email }
        return (hasEmail, parser.cellCount)
    }
}
