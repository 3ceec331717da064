/// The lines above the header that are about the file: `sep=;` of Excel, `version:v1.0` of Entra, comments that begin
/// with `#`, and blank lines between them.
struct Preamble: Hashable, Sendable {
    /// Their bytes, with line ends.
    private(set) var bytes = 0
    /// How many lines there are.
    private(set) var lines = 0
    /// The delimiter that a `sep=` line names.
    private(set) var delimiter: UInt8?

    init(of head: UnsafeBufferPointer<UInt8>) {
        var end = 0
        var count = 0
        while end < head.count {
            let line = head[end...].prefix { !$0.isLineEnd }
            let rest = head[line.endIndex...]
            end = line.endIndex + (rest.starts(with: [.carriageReturn, .lineFeed]) ? 2 : min(1, rest.count))
            count += 1
            if line.allSatisfy(\.isBlank) { continue }
            let named = Self.separator(line)
            guard named != nil || Self.isVersion(line) || Self.isComment(line) else { return }
            if case .byte(let byte) = named { delimiter = delimiter ?? byte }
            (bytes, lines) = (end, count)
        }
    }

    private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

    /// What a `sep=` line says; `nil` for any other line. Excel writes and reads such a line to name the delimiter.
    ///
    /// Takes `sep=\t` with a backslash as well, and `sep=;,,`. The latter comes from a program that took the line for a
    /// row and saved it with its own delimiter. The rest of the file has that delimiter, so the line names none.
    private static func separator(_ line: Line) -> Separator? {
        guard line.count <= 1100 else { return nil }
        var text = line.filter { $0 != .quote }[...]
        guard String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
        text = text.dropFirst(4)
        guard var named = text.popFirst(), named < 0x80 else { return nil }
        if named == .backslash, text.first == UInt8(ascii: "t") {
            named = .tab
            text = text.dropFirst()
        }
        guard let rest = text.first else { return .byte(named) }
        guard [.comma, .semicolon, .tab, .bar].contains(rest), text.allSatisfy({ $0 == rest }) else { return nil }
        return rest == named ? .byte(named) : .unknown
    }

    private enum Separator {
        case byte(UInt8)
        case unknown
    }

    private static func isVersion(_ line: Line) -> Bool {
        let text = line.prefix(40).filter { $0 != .quote }
        return line.count <= 200 && String(decoding: text, as: UTF8.self).lowercased().hasPrefix("version:")
    }

    /// Whether a line is a comment: it begins with `#`, and is not a header whose first column numbers the rows.
    private static func isComment(_ line: Line) -> Bool {
        guard line.first == UInt8(ascii: "#") else { return false }
        let separators: [UInt8] = [.comma, .semicolon, .tab, .bar]
        let cells = line.prefix(4096).split(whereSeparator: separators.contains)
        return !cells.contains { ColumnNames.field(named: String(decoding: $0, as: UTF8.self)) == .email }
    }
}
