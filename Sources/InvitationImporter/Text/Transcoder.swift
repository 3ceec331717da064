/// Turns bytes of another encoding into UTF-8. The bytes arrive in pieces.
struct Transcoder: Sendable {
    /// Bytes that mean nothing in the encoding.
    struct Failure: Sendable {
        /// How many bytes of the input come before them.
        var offset: Int
        /// What is wrong with them, as part of a sentence.
        var words: String
    }

    /// The most bytes of UTF-8 that one byte can become: the last byte of a surrogate pair completes a character of
    /// four.
    static let growth = 4

    /// Why it stopped. After that it writes nothing more.
    private(set) var failure: Failure?
    private let encoding: TextEncoding
    private let system: SystemConverter?
    private var offset: Int
    /// The first half of a UTF-16 unit whose second half is still to come.
    private var half: UInt8?
    private var highSurrogate: UInt16?

    /// - Parameters:
    ///   - encoding: any but UTF-8.
    ///   - offset: how many bytes of the input come before the first piece.
    init(_ encoding: TextEncoding, offset: Int) {
        self.encoding = encoding
        self.offset = offset
        system = encoding.needsSystem ? SystemConverter(encoding.rawValue) : nil
    }

    /// Writes the UTF-8 for the bytes; `output` has ``growth`` times the room. Returns how many bytes were written.
    mutating func transcode(_ bytes: ArraySlice<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var count = 0
        if let system { return convert(bytes, system, into: output) }
        for byte in bytes where failure == nil {
            if let scalar = scalar(after: byte) {
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    output[count] = unit
                    count += 1
                }
            }
            offset += 1
        }
        return count
    }

    private mutating func convert(
        _ bytes: ArraySlice<UInt8>, _ system: SystemConverter, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        guard failure == nil else { return 0 }
        switch system.convert(bytes, into: output) {
        case .written(let count):
            offset += bytes.count
            return count
        case .failed(let consumed):
            failure = Failure(
                offset: offset - system.restBytes + consumed, words: "means nothing in \(encoding.rawValue)")
            return 0
        }
    }

    /// Notes a character that the end of the input cuts off.
    mutating func finish() {
        if failure == nil, system?.hasRest == true {
            failure = Failure(offset: max(0, offset - 1), words: "is half of a character, and the input ends there")
        }
        guard failure == nil, half != nil || highSurrogate != nil else { return }
        failure = Failure(offset: max(0, offset - 1), words: "is half of a character, and the input ends there")
    }

    private mutating func scalar(after byte: UInt8) -> UnicodeScalar? {
        switch encoding {
        case .latin1: return UnicodeScalar(byte)
        case .windows1252:
            guard (0x80...0x9F).contains(byte) else { return UnicodeScalar(byte) }
            let value = Self.windows1252[Int(byte - 0x80)]
            if value == 0 { fail(byte, "means nothing in windows-1252") }
            return value == 0 ? nil : UnicodeScalar(value)
        default:
            guard let first = half else {
                half = byte
                return nil
            }
            half = nil
            let isBig = encoding == .utf16BigEndian
            return scalar(of: isBig ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first), byte)
        }
    }

    private mutating func scalar(of unit: UInt16, _ byte: UInt8) -> UnicodeScalar? {
        if let high = highSurrogate {
            highSurrogate = nil
            guard UTF16.isTrailSurrogate(unit) else {
                fail(byte, "follows half of a character that is not UTF-16")
                return nil
            }
            return UnicodeScalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
        }
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
            return nil
        }
        if UTF16.isTrailSurrogate(unit) { fail(byte, "is the second half of a character without the first") }
        return UnicodeScalar(unit)
    }

    private mutating func fail(_ byte: UInt8, _ words: String) {
        failure = Failure(offset: offset, words: "(0x\(String(byte, radix: 16, uppercase: true))) \(words)")
    }

    /// Code page 1252 from 0x80 to 0x9F; 0 where the page has no character.
    private static let windows1252: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
