/// The checksum of a journal line: CRC-32 as in ISO 3309 and gzip, which finds every flipped byte.
///
/// It guards against faulty disks, not against people: anybody who can write the file can write the checksum.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    /// The checksum of some bytes, optionally continued from the checksum of the bytes before them.
    static func of(_ bytes: some Sequence<UInt8>, after before: UInt32 = 0) -> UInt32 {
        ~bytes.reduce(~before) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
    }

    /// The checksum as eight hexadecimal digits.
    static func text(_ sum: UInt32) -> String {
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
