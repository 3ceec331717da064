/// The lines of an input, one at a time, without their line ends.
struct TextLines: Sendable {
    /// The most bytes of a line.
    static let limit = 1 << 20

    /// The line that `next` gave last, counted from 1, and the number of bytes before it.
    private(set) var line = 0
    private(set) var offset: Int
    private var text: TextSource
    private var position: Int
    private var following: Int
    private var isAfterReturn = false
    private var isEnded = false

    init(_ text: TextSource) {
        self.text = text
        position = text.piece.upperBound
        offset = position
        following = position
    }

    var name: String { text.name }

    /// The next line; `nil` at the end.
    mutating func next() throws(InputError) -> String? {
        guard !isEnded else { return nil }
        line += 1
        offset = following
        var bytes: [UInt8] = []
        while true {
            while position < text.piece.upperBound {
                let byte = text.bytes[position]
                position += 1
                following += 1
                if byte == .lineFeed, isAfterReturn {
                    isAfterReturn = false
                    offset = bytes.isEmpty ? following : offset
                    continue
                }
                isAfterReturn = byte == .carriageReturn
                if byte.isLineEnd { return String(decoding: bytes, as: UTF8.self) }
                bytes.append(byte)
            }
            guard bytes.count <= Self.limit else {
                throw InputError.recordTooLong(
                    text.name, line: line, limit: Self.limit, "Perhaps it is not the right file.")
            }
            let hasMore = try text.advance()
            position = text.piece.lowerBound
            if !hasMore {
                isEnded = true
                return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}
