/// The bytes of an input as UTF-8 that has been checked, piece by piece.
///
/// Passes over a byte order mark. Refuses what is not text in UTF-8, with the place, because a guess at the encoding
/// would put wrong characters into addresses.
struct TextSource: Sendable {
    /// The buffer; only the bytes of `piece` are the current piece.
    private(set) var bytes = [UInt8](repeating: 0, count: ByteSource.pieceBytes)
    /// Where the current piece is; empty before the first call of `advance`.
    private(set) var piece = 0..<0
    /// The beginning of the input, up to 64 KiB, which `advance` will hand out again.
    let head: Range<Int>

    private var source: ByteSource
    private var filled = 0
    private var isEnded = false
    private var check = UTF8Check()
    /// The place of the first byte that has not been checked yet.
    private var place = TextPosition()

    /// Reads the beginning of the input.
    init(_ source: ByteSource) throws(InputError) {
        self.source = source
        while filled < bytes.count {
            let count = try Self.fill(&bytes, from: filled, &self.source)
            filled += count
            if count == 0 {
                isEnded = true
                break
            }
        }
        let mark = bytes[..<filled].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        head = mark..<filled
        piece = mark..<mark
        try refuseOtherFormats()
        try checkBytes(0..<filled)
        if isEnded { try checkEnd() }
    }

    /// The input's name, for messages.
    var name: String { source.name }

    /// Passes over bytes of the head, before the first piece is asked for. Returns the offset that follows them.
    mutating func skip(_ count: Int) -> Int {
        let start = min(filled, piece.upperBound + count)
        piece = start..<start
        return start
    }

    /// Moves on to the next piece. Returns `false` at the end, where the piece is empty.
    mutating func advance() throws(InputError) -> Bool {
        if piece.upperBound < filled {
            piece = piece.upperBound..<filled
            return true
        }
        piece = 0..<0
        filled = isEnded ? 0 : try Self.fill(&bytes, from: 0, &source)
        if filled == 0 {
            isEnded = true
            try checkEnd()
            return false
        }
        try checkBytes(0..<filled)
        piece = 0..<filled
        return true
    }

    private static func fill(
        _ bytes: inout [UInt8], from start: Int, _ source: inout ByteSource
    ) throws(InputError) -> Int {
        try bytes.withUnsafeMutableBufferPointer { (buffer) throws(InputError) -> Int in
            try source.read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[start...])))
        }
    }

    private mutating func checkBytes(_ range: Range<Int>) throws(InputError) {
        let (hasNull, malformed) = bytes.withUnsafeBufferPointer { buffer in
            let part = UnsafeBufferPointer(rebasing: buffer[range])
            return (part.count(of: 0) > 0, check.firstMalformed(in: part))
        }
        if hasNull { throw refusal("binary", Self.binaryMessage) }
        let end = malformed.map { max(0, $0) } ?? range.count
        bytes.withUnsafeBufferPointer { buffer in
            place.advance(over: UnsafeBufferPointer(rebasing: buffer[range].prefix(end)))
        }
        if let malformed {
            throw malformedText(byte: bytes[range.lowerBound + max(0, malformed)], at: place.offset + min(0, malformed))
        }
    }

    private func checkEnd() throws(InputError) {
        guard check.isInsideCharacter else { return }
        var error = malformedText(byte: nil, at: place.offset - check.unfinishedBytes)
        error.message = "The input ends inside a character. It was cut off; get the whole file."
        throw error
    }

    private func malformedText(byte: UInt8?, at offset: Int) -> InputError {
        let shown = byte.map { " (0x\(String($0, radix: 16, uppercase: true)))" } ?? ""
        let message = "Byte \(offset + 1) of the input\(shown) is not UTF-8. Save the file as UTF-8 and try again."
        return InputError(.notUnderstood, code: "utf8-invalid", file: name, line: place.line, message: message)
    }

    private func refuseOtherFormats() throws(InputError) {
        let start = bytes[..<filled].prefix(4)
        let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]
        if marks.contains(where: start.starts(with:)) {
            let message = "The text is in UTF-16 or UTF-32. Save the file as UTF-8 and try again."
            throw refusal("encoding-utf16", message)
        }
        if start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw refusal(
                "binary", "This is a spreadsheet or an archive. Save the sheet as CSV in UTF-8 and try again.")
        }
        if start.starts(with: [0x1F, 0x8B]) {
            throw refusal("binary", "This is a compressed file. Unpack it with gunzip and try again.")
        }
    }

    private func refusal(_ code: String, _ message: String) -> InputError {
        InputError(.notUnderstood, code: code, file: name, message: message)
    }

    private static let binaryMessage =
        "This is not a text: it contains NUL bytes. Save it as CSV or JSON Lines in UTF-8 and try again."
}
