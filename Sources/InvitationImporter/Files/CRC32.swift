/// The checksum of a journal line: CRC-32 as in ISO 3309 and gzip, which finds every flipped byte.
///
/// It guards against faulty disks, not against people: anybody who can write the file can write the checksum.
enum CRC32 {
    /// Eight tables of 256, one after another: what a byte adds to the sum when 0 to 7 more bytes follow it.
    private static let tables: [UInt32] = {
        var tables: [UInt32] = (0..<256).map(ofByte)
        for index in 256..<8 * 256 {
            let before = tables[index - 256]
            tables.append(tables[Int(UInt8(truncatingIfNeeded: before))] ^ (before >> 8))
        }
        return tables
    }()

    private static func ofByte(_ byte: UInt32) -> UInt32 {
        (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    /// The checksum of some bytes, optionally continued from the checksum of the bytes before them.
    static func of(_ bytes: some Sequence<UInt8>, after before: UInt32 = 0) -> UInt32 {
        ~(bytes.withContiguousStorageIfAvailable { sum(of: UnsafeRawBufferPointer($0), after: ~before) }
            ?? sum(of: bytes, after: ~before))
    }

    /// One byte at a time: the definition, for bytes that do not lie beside each other.
    static func sum(of bytes: some Sequence<UInt8>, after before: UInt32) -> UInt32 {
        bytes.reduce(before) { sum, byte in tables[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
    }

    /// Eight bytes at a time.
    private static func sum(of bytes: UnsafeRawBufferPointer, after before: UInt32) -> UInt32 {
        var (sum, offset) = (before, 0)
        tables.withUnsafeBufferPointer { tables in
            func added(_ byte: UInt32, _ following: Int) -> UInt32 {
                tables[following << 8 | Int(UInt8(truncatingIfNeeded: byte))]
            }
            while bytes.count - offset >= 8 {
                let first = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) ^ sum
                let second = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
                let near = added(first, 7) ^ added(first >> 8, 6) ^ added(first >> 16, 5) ^ added(first >> 24, 4)
                let far = added(second, 3) ^ added(second >> 8, 2) ^ added(second >> 16, 1) ^ added(second >> 24, 0)
                sum = near ^ far
                offset += 8
            }
        }
        return self.sum(of: bytes[offset...], after: sum)
    }

    /// The checksum as eight hexadecimal digits.
    static func text(_ sum: UInt32) -> String {
        String(unsafeUninitializedCapacity: 8) { room in
            for place in 0..<8 { room.initializeElement(at: place, to: digit(sum, place)) }
            return 8
        }
    }

    /// The checksum that ``text(_:)`` wrote; `nil` for any other text.
    static func sum(in text: String) -> UInt32? {
        guard text.utf8.count == 8, let sum = UInt32(text, radix: 16), self.text(sum) == text else { return nil }
        return sum
    }

    /// Appends the checksum as eight hexadecimal digits.
    static func write(_ sum: UInt32, into bytes: inout [UInt8]) {
        for place in 0..<8 { bytes.append(digit(sum, place)) }
    }

    /// Whether some bytes are the checksum as eight hexadecimal digits.
    static func stands(_ sum: UInt32, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 8 && (0..<8).allSatisfy { bytes[$0] == digit(sum, $0) }
    }

    private static func digit(_ sum: UInt32, _ place: Int) -> UInt8 {
        let digit = UInt8(truncatingIfNeeded: sum >> (28 - 4 * UInt32(place)) & 15)
        return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}
