/// How an input is written, found out from its first 64 KiB or said by the person.
public struct Dialect: Hashable, Sendable {
    /// The format; the content decides, not the file's name.
    public var format: InputFormat
    /// The byte between cells; `nil` for JSON.
    public var delimiter: UInt8?
    /// The bytes of the lines above the header that are about the file, such as `sep=;`; 0 if there are none.
    public var preambleBytes = 0
    /// How many lines these are.
    public var preambleLines = 0

    /// Looks at the beginning of an input.
    ///
    /// JSON begins with a brace or bracket; a first line of nothing but addresses is a list. Else it is CSV, with the delimiter under which the header has an email
    /// column; if there are several or none, the one that gives most cells; then `,` before `;`, tab and `|`. Where one
    /// of them leaves no text at all, it is that one.
    ///
    /// - Parameters:
    ///   - head: the first bytes, without a byte order mark.
    ///   - said: the format that the person named; `nil` for none.
    ///   - delimiter: the byte between cells that the person named; `nil` for none.
    public init(
        of head: UnsafeBufferPointer<UInt8>, format said: InputFormat? = nil, delimiter named: UInt8? = nil
    ) {
        format = said ?? Self.format(of: head)
        guard format != .jsonl && format != .json else { return }
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
        if said == nil && delimiter == .tab { format = .tsv }
    }

    private static func format(of head: UnsafeBufferPointer<UInt8>) -> InputFormat {
        switch head.first(where: { !$0.isBlank }) {
        case UInt8.openBrace: JSONHead(head).isOneObject ? .json : .jsonl
        case UInt8.openBracket: .json
        default: .csv
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
            // The same error will come up, with its place, when the input is read with this delimiter.
        }
        let hasEmail = (0..<parser.cellCount).contains { ColumnNames.field(named: parser.cell($0)) == .email }
        return (hasEmail, parser.cellCount)
    }
}
