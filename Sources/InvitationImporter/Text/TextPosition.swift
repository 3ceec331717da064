/// A place in a text, as a program and as a person would name it.
public struct TextPosition: Hashable, Sendable {
    /// How many bytes come before the place: 0 for the first byte.
    public private(set) var offset: Int
    /// The line an editor shows, counted from 1. LF, CRLF and CR each end a line.
    public private(set) var line: Int
    /// The place in the line, counted from 1 in Unicode scalars.
    public private(set) var column = 1
    /// Whether the byte before was a CR. Then an LF here belongs to the same line end.
    private var isAfterReturn = false

    /// Makes a place at the beginning of a line.
    ///
    /// - Parameters:
    ///   - offset: bytes before the place.
    ///   - line: the line, counted from 1.
    public init(offset: Int = 0, line: Int = 1) {
        self.offset = offset
        self.line = line
    }

    /// Moves over bytes of UTF-8 text. They may be cut anywhere, even inside a character or a CRLF.
    public mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.first, let last = bytes.last else { return }
        offset += bytes.count
        let ends = Self.lineEnds(in: bytes, isAfterReturn: isAfterReturn && first == .lineFeed)
        line += ends
        let tail = bytes.lastIndex { $0 == .lineFeed || $0 == .carriageReturn }
        isAfterReturn = last == .carriageReturn
        if let tail {
            column = 1 + Self.scalars(in: bytes[(tail + 1)...])
        } else {
            column += Self.scalars(in: bytes[...])
        }
    }

    private static func lineEnds(in bytes: UnsafeBufferPointer<UInt8>, isAfterReturn: Bool) -> Int {
        let feeds = bytes.count(of: .lineFeed)
        let returns = bytes.count(of: .carriageReturn)
        var pairs = isAfterReturn ? 1 : 0
        if feeds > 0 && returns > 0 { pairs += bytes.countPairs(.carriageReturn, .lineFeed) }
        return feeds + returns - pairs
    }

    private static func scalars(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var count = 0
        for byte in UnsafeBufferPointer(rebasing: bytes) {
            count &+= byte & 0xC0 == 0x80 ? 0 : 1
        }
        return count
    }
}
