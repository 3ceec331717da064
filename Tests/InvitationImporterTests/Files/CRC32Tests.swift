import Testing

@testable import InvitationImporter

@Suite("Checksums")
struct CRC32Tests {
    /// Published values, and values of zlib.
    @Test(arguments: [
        ("", 0), ("a", 0xE8B7_BE43), ("abc", 0x3524_41C2), ("123456789", 0xCBF4_3926),
        ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
    ])
    func knownValues(text: String, sum: UInt32) {
        #expect(CRC32.of(text.utf8) == sum)
        #expect(CRC32.of(Array(text.utf8)) == sum)
    }

    /// Bit by bit, as the standard has it.
    private func definition(_ bytes: some Sequence<UInt8>, after before: UInt32 = 0) -> UInt32 {
        ~bytes.reduce(~before) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
    }

    @Test("Every length and every place in memory has the sum of the standard, whether the bytes lie together or not")
    func lengths() {
        var random = SplitMix(seed: 7)
        let bytes = (0..<96).map { _ in UInt8.random(in: 0...255, using: &random) }
        for start in 0..<9 {
            for end in start...bytes.count {
                let piece = bytes[start..<end]
                #expect(CRC32.of(piece) == definition(piece))
                #expect(CRC32.of(AnySequence(piece)) == definition(piece))
            }
        }
    }

    @Test("A sum goes on from the sum of what came before")
    func continued() {
        var random = SplitMix(seed: 8)
        let bytes = (0..<50).map { _ in UInt8.random(in: 0...255, using: &random) }
        for middle in 0...bytes.count {
            #expect(CRC32.of(bytes[middle...], after: CRC32.of(bytes[..<middle])) == definition(bytes))
        }
    }

    @Test("The digits are eight, in small letters")
    func digits() {
        #expect(CRC32.text(0) == "00000000")
        #expect(CRC32.text(0x00AB_CDEF) == "00abcdef")
        #expect(CRC32.text(0xFEDC_BA98) == "fedcba98")
    }
}
