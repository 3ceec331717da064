import Testing

@testable import InvitationImporter

/// Every run of so many bytes of a secret is found, wherever it stands and however it is written.
struct SecretPiecesTests {
    private static let secret = Array("k0-Rd.ent_SECRET/0123456789+abcdefXYZ~é".utf8).map(SecretForms.folded)

    @Test(arguments: 6...16) func eachRunIsFoundAtEachPlace(length: Int) {
        var pieces = SecretPieces(length: length)
        pieces.add(Self.secret)
        var random = SplitMix(seed: UInt64(length))
        for start in 0...(Self.secret.count - length) {
            let run = Array(Self.secret[start..<start + length])
            for before in 0..<20 {
                let text = [UInt8](repeating: 0x21, count: before) + Self.written(run, &random) + [0x21]
                #expect(Self.occurs(text, pieces), "\(start) after \(before)")
                #expect(pieces.found(in: text) == [before..<before + length])
                // One byte less of it is nothing.
                let shorter = [UInt8](repeating: 0x21, count: before) + run.dropLast() + [0x21]
                #expect(!Self.occurs(shorter, pieces) && pieces.found(in: shorter).isEmpty)
            }
        }
    }

    /// Some of its letters in capitals.
    private static func written(_ run: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        run.map { (0x61...0x7A).contains($0) && random.next(below: 2) == 0 ? $0 - 0x20 : $0 }
    }

    private static func occurs(_ text: [UInt8], _ pieces: SecretPieces) -> Bool {
        text.withUnsafeBufferPointer { pieces.occur(in: $0) }
    }
}
