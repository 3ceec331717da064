/// How an input is written, found out from its first 64 KiB or said by the person.
public struct Dialect: Hashable, Sendable {
    /// The format; the content decides, not the file's name.
    public var format: InputFormat
    /// The byte between cells; `nil` for JSON.
    public var delimiter: UInt8?
    /// The bytes of a line such as `sep=;` at the beginning, with its line end; 0 if there is none.
    public var separatorLineBytes = 0

    /// Looks at the beginning of an input.
    ///
    /// JSON begins with a brace or bracket. Else it is CSV, with the delimiter under which the header has an email
    /// column; if there are several or none, the one that gives most cells; then `,` before `;`, tab and `|`. Where one
    /// of them leaves no text at all, it is that one.
    ///
    /// - Parameters:
    ///   - head: the first bytes, without a byte order mark.
    ///   - options: what the person said.
    public init(of head: UnsafeBufferPointer<UInt8>, options: ReadingOptions = ReadingOptions()) {
        format = options.format ?? Self.format(of: head)
        guard format == .csv || format == .tsv else { return }
        let separatorLine = Self.separatorLine(of: head)
        separatorLineBytes = separatorLine?.length ?? 0
        let body = UnsafeBufferPointer(rebasing: head[separatorLineBytes...])
        delimiter =
            options.delimiter ?? (format == .tsv ? .tab : nil) ?? separatorLine?.delimiter ?? Self.delimiter(of: body)
        if options.format == nil && delimiter == .tab { format = .tsv }
    }

    private static func format(of head: UnsafeBufferPointer<UInt8>) -> InputFormat {
        switch head.first(where: { !$0.isBlank }) {
        case UInt8.openBrace: .jsonl
        case UInt8.openBracket: .json
        default: .csv
        }
    }

    /// The line that Excel writes and reads to name the delimiter.
    private static func separatorLine(of head: UnsafeBufferPointer<UInt8>) -> (delimiter: UInt8, length: Int)? {
        let line = head.prefix(16).prefix { !$0.isLineEnd }
        let text = line.filter { $0 != .quote }
        guard text.count == 5, text[4] != .quote, text[4] < 0x80 else { return nil }
        guard String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
        let end = head[line.endIndex...]
        let endLength = end.starts(with: [.carriageReturn, .lineFeed]) ? 2 : min(1, end.count)
        return (text[4], line.count + endLength)
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
            let isComplete = try parser.parse(head, from: &position)
            if !isComplete { _ = try parser.finish() }
        } catch {
            // The same error will come up, with its place, when the input is read with this delimiter.
        }
        let hasEmail = (0..<parser.cellCount).contains { ColumnNames.field(named: parser.cell($0)) == .email }
        return (hasEmail, parser.cellCount)
    }
}
