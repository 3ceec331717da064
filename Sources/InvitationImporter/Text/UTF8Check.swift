/// Finds the first byte that is not well-formed UTF-8 (Unicode chapter 3, table 3-7) in bytes that arrive in pieces.
struct UTF8Check: Sendable {
    /// Bytes of the current character still to come.
    private var awaited = 0
    /// The range that the next of them may be in.
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF
    /// How many bytes of the current character were seen.
    private var seen = 0

    /// Whether the bytes so far end inside a character.
    var isInsideCharacter: Bool { awaited > 0 }
    /// How many bytes of the unfinished character were seen.
    var unfinishedBytes: Int { awaited > 0 ? seen : 0 }

    /// Checks the next bytes.
    ///
    /// - Returns: the index of the first byte of the malformed character, negative if it began in an earlier piece;
    ///   `nil` if all is well so far.
    mutating func firstMalformed(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            if awaited == 0 {
                index = Self.endOfASCII(in: bytes, from: index)
                guard index < bytes.count else { return nil }
            }
            guard take(bytes[index]) else { return index - unfinishedBytes }
            index += 1
        }
        return nil
    }

    /// Takes one byte. Returns whether it is well-formed. If not, the state stays as before the byte.
    private mutating func take(_ byte: UInt8) -> Bool {
        if awaited > 0 {
            guard byte >= lowest && byte <= highest else { return false }
            awaited -= 1
            seen += 1
            (lowest, highest) = (0x80, 0xBF)
            return true
        }
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: awaited = 1
        case 0xE0...0xEF: awaited = 2
        case 0xF0...0xF4: awaited = 3
        default: return false
        }
        seen = 1
        switch byte {
        case 0xE0: lowest = 0xA0
        case 0xED: highest = 0x9F
        case 0xF0: lowest = 0x90
        case 0xF4: highest = 0x8F
        default: break
        }
        return true
    }

    private static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= bytes.count {
            if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }
}
