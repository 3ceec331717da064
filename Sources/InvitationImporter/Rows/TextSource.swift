/// The bytes of an input as checked UTF-8, piece by piece.
///
/// Skips a byte order mark. Turns the encoding that the mark or the person names into UTF-8. Refuses bytes that are not
/// text, with the place, because a guess at the encoding would put wrong characters into addresses.
struct TextSource: Sendable {
    /// The buffer. Only the bytes in `piece` are the current piece.
    private(set) var bytes = [UInt8](repeating: 0, count: Self.bufferBytes)
    /// The range of the current piece; empty before the first call of `advance`.
    private(set) var piece = 0..<0
    /// The range of the input's beginning, up to 64 KiB. `advance` hands it out again.
    private(set) var head: Range<Int>

    /// The most bytes that are kept in front of a piece.
    private static let keptBytes = ByteSource.pieceBytes / 2
    /// The size of the buffer.
    static let bufferBytes = keptBytes + ByteSource.pieceBytes

    /// How the input is written.
    let encoding: TextEncoding

    private var source: ByteSource
    private var transcoder: Transcoder?
    /// Bytes that were read and not yet turned into UTF-8.
    private var raw: ArraySlice<UInt8> = []
    private var input: [UInt8] = []
    private var filled = 0
    private var isEnded = false
    private var check = UTF8Check()
    /// The place of the first unchecked byte.
    private var place = TextPosition()

    /// Reads the beginning of the input.
    ///
    /// - Parameter named: the encoding that a person named; `nil` for UTF-8, or UTF-16 with its mark.
    init(_ source: ByteSource, encoding named: TextEncoding? = nil) throws(InputError) {
        self.source = source
        var start = 0
        while start < 4 {
            let count = try Self.read(&bytes, from: start, to: ByteSource.pieceBytes, &self.source)
            start += count
            if count == 0 { break }
        }
        try Self.refuseOtherFormats(bytes[..<start], named, name: source.name)
        let mark = TextEncoding.marked(bytes[..<start])
        let encoding = named == .utf16 ? mark?.encoding ?? .utf16LittleEndian : named ?? mark?.encoding ?? .utf8
        self.encoding = encoding
        let marked = mark?.encoding == encoding ? mark?.length ?? 0 : 0
        if encoding == .utf8 {
            filled = start
            head = marked..<marked
        } else {
            raw = ArraySlice(bytes[marked..<start])
            transcoder = Transcoder(encoding, offset: marked)
            head = 0..<0
        }
        piece = head
        let needed = transcoder == nil ? 1 : Transcoder.growth
        while ByteSource.pieceBytes - filled >= needed {
            let count = try fill(from: filled, to: ByteSource.pieceBytes)
            filled += count
            if count == 0 {
                isEnded = true
                break
            }
        }
        head = head.lowerBound..<filled
        try checkBytes(0..<filled)
        if isEnded { try checkEnd() }
    }

    /// The input's name, for messages.
    var name: String { source.name }

    /// Skips bytes of the head, before the first call of `advance`. Returns the offset after them.
    mutating func skip(_ count: Int) -> Int {
        let start = min(filled, piece.upperBound + count)
        piece = start..<start
        return start
    }

    /// Moves to the next piece. Returns `false` at the end, where the piece is empty.
    mutating func advance() throws(InputError) -> Bool {
        if piece.upperBound < filled {
            piece = piece.upperBound..<filled
            return true
        }
        piece = 0..<0
        filled = isEnded ? 0 : try fill(from: 0, to: ByteSource.pieceBytes)
        if filled == 0 {
            isEnded = true
            try checkEnd()
            return false
        }
        try checkBytes(0..<filled)
        piece = 0..<filled
        return true
    }

    /// Whether the rest of the piece can be kept beside the next one: there is more, and room for it.
    func keepsRest(from position: Int) -> Bool {
        !isEnded && piece.upperBound == filled && filled - position <= Self.keptBytes
    }

    /// Reads on so that a row that is cut off by the end of the piece is whole in the next one.
    ///
    /// - Parameter position: Where the row begins; moves with it.
    /// - Returns: Whether that was possible.
    mutating func advance(keepingRowAt position: inout Int) throws(InputError) -> Bool {
        guard keepsRest(from: position) else { return false }
        _ = try advance(keeping: piece.upperBound - position)
        position = piece.lowerBound
        return true
    }

    /// Moves to the next piece and keeps the last bytes of this one in front of it.
    ///
    /// - Returns: Whether anything was added.
    mutating func advance(keeping count: Int) throws(InputError) -> Bool {
        let (first, start) = (Self.keptBytes - count, Self.keptBytes)
        let rest = Array(bytes[(filled - count)..<filled])
        bytes.replaceSubrange(first..<start, with: rest)
        piece = first..<start
        filled = start
        // The pieces are cut where they always are: what is said about a bad one must not depend on what was kept.
        filled += try fill(from: start, to: start + ByteSource.pieceBytes)
        if filled == start { isEnded = true }
        try checkBytes(start..<filled)
        piece = first..<filled
        return filled > start
    }

    /// Fills the buffer with UTF-8. Returns how many bytes came; 0 at the end.
    private mutating func fill(from start: Int, to end: Int) throws(InputError) -> Int {
        guard transcoder != nil else { return try Self.read(&bytes, from: start, to: end, &source) }
        let room = (end - start) / Transcoder.growth
        while true {
            if raw.isEmpty {
                // A second reference to the buffer would make filling it copy it.
                raw = []
                if input.count < room { input = [UInt8](repeating: 0, count: room) }
                let count = try Self.read(&input, from: 0, to: input.count, &source)
                if count == 0 {
                    let left = transcode([], from: start)
                    if left == 0 { transcoder?.finish() }
                    return left
                }
                raw = input[..<count]
            }
            let part = raw.prefix(room)
            raw = raw.dropFirst(room)
            let count = transcode(part, from: start)
            if count > 0 || transcoder?.failure != nil { return count }
        }
    }

    private mutating func transcode(_ part: ArraySlice<UInt8>, from start: Int) -> Int {
        bytes.withUnsafeMutableBufferPointer { buffer in
            transcoder?.transcode(part, into: UnsafeMutableBufferPointer(rebasing: buffer[start...])) ?? 0
        }
    }

    private static func read(
        _ bytes: inout [UInt8], from start: Int, to end: Int, _ source: inout ByteSource
    ) throws(InputError) -> Int {
        try bytes.withUnsafeMutableBufferPointer { (buffer) throws(InputError) -> Int in
            try source.read(
                into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[start..<end])))
        }
    }

    private mutating func checkBytes(_ range: Range<Int>) throws(InputError) {
        let (hasNull, malformed) = bytes.withUnsafeBufferPointer { buffer in
            let part = UnsafeBufferPointer(rebasing: buffer[range])
            return (part.count(of: 0) > 0, check.firstMalformed(in: part))
        }
        if hasNull { throw notText(range) }
        let end = malformed.map { max(0, $0) } ?? range.count
        bytes.withUnsafeBufferPointer { buffer in
            place.advance(over: UnsafeBufferPointer(rebasing: buffer[range].prefix(end)))
        }
        if let malformed {
            let start = range.lowerBound + max(0, malformed)
            let fitting = EncodingGuess.fitting(bytes[range])
            throw malformedText(byte: bytes[start], at: place.offset + min(0, malformed), fitting)
        }
        try checkTranscoding()
    }

    private func checkTranscoding() throws(InputError) {
        guard let failure = transcoder?.failure else { return }
        let message =
            "Byte \(failure.offset + 1) of the input \(failure.words). The file is damaged, or not \(encoding.rawValue)."
        throw InputError(
            .notUnderstood, code: "encoding-invalid", file: name, line: place.line, message: message)
    }

    private func checkEnd() throws(InputError) {
        try checkTranscoding()
        guard check.isInsideCharacter else { return }
        var error = malformedText(byte: nil, at: place.offset - check.unfinishedBytes)
        error.message = "The input ends inside a character. It was cut off; get the whole file."
        throw error
    }

    /// - Parameter fitting: the encodings that the bytes fit.
    private func malformedText(byte: UInt8?, at offset: Int, _ fitting: [TextEncoding] = []) -> InputError {
        let shown = byte.map { " (0x\(String($0, radix: 16, uppercase: true)))" } ?? ""
        let options = fitting.map { "--encoding \($0.rawValue)" }.joined(separator: " or ")
        let advice =
            options.isEmpty
            ? "Save it as UTF-8, or name its encoding with --encoding, such as gb18030 or koi8-r."
            : "If the file comes from an older program, try \(options) and look at the names; else save it as UTF-8."
        let message = "Byte \(offset + 1) of the input\(shown) is not UTF-8. \(advice)"
        return InputError(.notUnderstood, code: "utf8-invalid", file: name, line: place.line, message: message)
    }

    private static func refuseOtherFormats(
        _ start: ArraySlice<UInt8>, _ named: TextEncoding?, name: String
    ) throws(InputError) {
        if [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]].contains(where: start.starts(with:)) {
            throw refusal("encoding-utf32", "The text is in UTF-32. Save the file as UTF-8 and try again.", name: name)
        }
        if let named, named == .windows1252 || named == .latin1, let mark = TextEncoding.marked(start) {
            let message = "The input begins with the mark of \(mark.encoding.rawValue), so leave out --encoding."
            throw refusal("encoding-invalid", message, name: name)
        }
        if start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            let message = "This is a spreadsheet or an archive. Save the sheet as CSV in UTF-8 and try again."
            throw refusal("binary", message, name: name)
        }
        if start.starts(with: [0x1F, 0x8B]) {
            throw refusal("binary", "This is a compressed file. Unpack it with gunzip and try again.", name: name)
        }
    }

    private static func refusal(_ code: String, _ message: String, name: String) -> InputError {
        InputError(.notUnderstood, code: code, file: name, message: message)
    }

    /// The error for NUL bytes. In UTF-16, every second byte of ASCII text is NUL.
    private mutating func notText(_ range: Range<Int>) -> InputError {
        let zeros = bytes[range].prefix(4).map { $0 == 0 }
        let guess =
            zeros == [false, true, false, true]
            ? " If it is UTF-16 without its mark, add --encoding utf-16le."
            : zeros == [true, false, true, false] ? " If it is UTF-16 without its mark, add --encoding utf-16be." : ""
        bytes.withUnsafeBufferPointer { buffer in
            place.advance(over: UnsafeBufferPointer(rebasing: buffer[range].prefix { $0 != 0 }))
        }
        let which = transcoder == nil ? "byte \(place.offset + 1) of the input" : "a character"
        let message =
            "This is not a text: \(which) is NUL.\(guess) Save it as CSV or JSON Lines in UTF-8 and try again."
        return InputError(.notUnderstood, code: "binary", file: name, line: place.line, message: message)
    }
}
