import Testing

@testable import InvitationImporter

/// Searches that look at eight bytes at a time find what one byte at a time finds.
struct ByteSearchTests {
    private static func bytes(_ random: inout SplitMix) -> [UInt8] {
        let few: [UInt8] = [0x0A, 0x0B, 0x8A, 0x00, 0x01, 0x7F, 0x80, 0xFF]
        return (0..<random.next(below: 40)).map { _ in few[random.next(below: few.count)] }
    }

    @Test func aByteIsFoundWhereItStands() {
        var random = SplitMix(seed: 5)
        for _ in 0..<4000 {
            let bytes = Self.bytes(&random)
            let start = random.next(below: bytes.count + 1)
            for wanted: UInt8 in [0x0A, 0x00, 0x80, 0xFF] {
                let found = bytes.withUnsafeBufferPointer { $0.firstIndex(of: wanted, from: start) }
                #expect(found == bytes[start...].firstIndex(of: wanted), "\(bytes) from \(start)")
            }
        }
    }

    @Test func whatIsBeyondASCIIIsSeen() {
        var random = SplitMix(seed: 6)
        for _ in 0..<4000 {
            let bytes = Self.bytes(&random)
            let isASCII = bytes.withUnsafeBufferPointer(\.isASCII)
            #expect(isASCII == bytes.allSatisfy { $0 < 0x80 }, "\(bytes)")
        }
        for length in 0..<20 {
            let text = String(repeating: "a", count: length)
            #expect(text.isASCII && !(text + "é").isASCII && !("é" + text).isASCII)
            #expect(text.holds(UInt8(ascii: "a")) == (length > 0) && !text.holds(UInt8(ascii: "b")))
        }
    }
}
