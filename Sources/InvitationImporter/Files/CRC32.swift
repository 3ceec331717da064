/// The checksum of a journal line: CRC-32 as in ISO 3309 and gzip, which finds every flipped byte.
///
/// It guards against faulty disks, not against people: anybody who can write the file can write the checksum.
enum CRC32 {
    /// Eight tables of 256, so that eight bytes are taken at once (Kounavis and Berry, "slicing by 8").
    private static let tables: [UInt32] = {
        var tables: [UInt32] = (0..<256).map { (index: UInt32) -> UInt32 in
            (0..<8).reduce(index) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
        }
        for index in 256..<2048 {
            let before = tables[index - 256]
            tables.append(before >> 8 ^ tables[Int(before & 0xFF)])
        }
        return tables
    }()

    /// The checksum of some bytes, optionally continued from the checksum of the bytes before them.
    static func of(_ bytes: some Sequence<UInt8>, after before: UInt32 = 0) -> UInt32 {
        let sum = bytes.withContiguousStorageIfAvailable { of(UnsafeRawBufferPointer($0), after: before) }
        return sum ?? Array(bytes).withUnsafeBytes { of($0, after: before) }
    }

    private static func of(_ bytes: UnsafeRawBufferPointer, after before: UInt32) -> UInt32 {
        tables.withUnsafeBufferPointer { tables in
            var sum = ~before
            var index = 0
            while index + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                sum = eight(word ^ UInt64(sum), tables)
                index += 8
            }
            while index < bytes.count {
                sum = tables[Int(UInt8(truncatingIfNeeded: sum) ^ bytes[index])] ^ (sum >> 8)
                index += 1
            }
            return ~sum
        }
    }

    @inline(__always)
    private static func eight(_ word: UInt64, _ tables: UnsafeBufferPointer<UInt32>) -> UInt32 {
        func entry(_ table: Int, _ shift: UInt64) -> UInt32 { tables[256 * table + Int(word >> shift & 0xFF)] }
        return entry(7, 0) ^ entry(6, 8) ^ entry(5, 16) ^ entry(4, 24)
            ^ (entry(3, 32) ^ entry(2, 40) ^ entry(1, 48) ^ entry(0, 56))
    }

    /// The checksum as eight hexadecimal digits.
    static func text(_ sum: UInt32) -> String {
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
