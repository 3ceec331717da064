#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The forms that a secret may take in a text, folded to lower case.
enum SecretForms {
    /// The shortest secret, in bytes.
    private static let least = 3
    /// The shortest Base64 to look for, in characters. Less would be found in ordinary words.
    private static let leastEncoded = 8

    static func all(of secret: String) -> [[UInt8]] {
        let bytes = Array(secret.utf8)
        guard bytes.count >= least else { return [] }
        let plain = [bytes, Array(InvitationAPI.percentEncoded(secret).utf8), hexadecimal(bytes)]
        let encoded = (0..<3).map { base64(bytes, after: $0) }.filter { $0.count >= leastEncoded }
        let ofURLs = encoded.map { $0.map(inURL) }
        return (plain + encoded + ofURLs).map { $0.map(folded) }
    }

    /// The Base64 characters that depend on the secret alone, with this many bytes before it (RFC 4648, 4).
    private static func base64(_ bytes: [UInt8], after count: Int) -> [UInt8] {
        let all = [UInt8](repeating: 0, count: count) + bytes
        let encoded = Array(Data(all).base64EncodedString().utf8)
        // A character holds six bits.
        return Array(encoded[(count * 8 + 5) / 6..<all.count * 8 / 6])
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte in [byte >> 4, byte & 15].map { $0 < 10 ? $0 + 0x30 : $0 + 0x57 } }
    }

    /// The character's form in Base64 for URLs (RFC 4648, 5).
    private static func inURL(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: byte
        }
    }

    static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

    /// Whether a folded byte belongs to a word: a letter, a digit, or a part of a letter beyond ASCII.
    static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }
}

/// All runs of so many bytes in some texts, found by a rolling hash.
struct SecretPieces: Sendable {
    /// The length of a run, in bytes. Anything shorter cannot be found.
    let length: Int
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// The factor of a run's first byte.
    private let first: UInt64
    private var hashes: Set<UInt64> = []
    /// One bit for the upper bits of each hash, since looking up every byte of a body in the set would be slow.
    private var marks = [UInt64](repeating: 0, count: 1 << 12)
    /// All blocks of eight bytes in the texts, and a bit for the upper bits of each.
    private var blocks: Set<UInt64> = []
    private var blockMarks = [UInt64](repeating: 0, count: 1 << 10)

    /// Makes a set without texts.
    ///
    /// - Parameter length: The length of a run, in bytes; at least 1.
    init(length: Int) {
        self.length = length
        first = (1..<length).reduce(UInt64(1)) { power, _ in power &* Self.base }
    }

    private static func place(_ hash: UInt64) -> (word: Int, bit: UInt64) {
        let place = hash >> 46
        return (Int(place >> 6), 1 << (place & 63))
    }

    mutating func add(_ form: [UInt8]) {
        form.withUnsafeBufferPointer { form in
            each(form) { hash, _ in
                hashes.insert(hash)
                let (word, bit) = Self.place(hash)
                marks[word] |= bit
                return true
            }
            guard length >= Self.blockBytes, form.count >= length else { return }
            for index in 0...(form.count - Self.blockBytes) {
                let block = Self.block(UnsafeRawBufferPointer(form), at: index)
                blocks.insert(block)
                let (word, bit) = Self.placeOfBlock(block)
                blockMarks[word] |= bit
            }
        }
    }

    /// The ranges where a run of one of the texts stands, joined where they overlap.
    func found(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        guard !hashes.isEmpty else { return found }
        bytes.withUnsafeBufferPointer { if mayOccur(in: $0) { find(in: $0, &found) } }
        return found
    }

    private func find(in bytes: UnsafeBufferPointer<UInt8>, _ found: inout [Range<Int>]) {
        each(bytes) { hash, end in
            guard holds(hash) else { return true }
            if let last = found.last, last.upperBound == end - 1 {
                found[found.count - 1] = last.lowerBound..<end
            } else {
                found.append(end - length..<end)
            }
            return true
        }
    }

    /// Whether a run of one of the texts stands in these bytes.
    func occur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard mayOccur(in: bytes) else { return false }
        var occurs = false
        each(bytes) { hash, _ in
            occurs = holds(hash)
            return !occurs
        }
        return occurs
    }

    private func holds(_ hash: UInt64) -> Bool {
        let (word, bit) = Self.place(hash)
        return marks[word] & bit != 0 && hashes.contains(hash)
    }

    /// Gives the hash of each run, folded to lower case, and the index after it, until `take` returns false.
    private func each(_ bytes: UnsafeBufferPointer<UInt8>, _ take: (UInt64, Int) -> Bool) {
        guard bytes.count >= length else { return }
        var hash: UInt64 = 0
        for index in bytes.indices {
            if index >= length { hash &-= UInt64(SecretForms.folded(bytes[index - length])) &* first }
            hash = hash &* Self.base &+ UInt64(SecretForms.folded(bytes[index]))
            if index >= length - 1, !take(hash, index + 1) { return }
        }
    }
}

// MARK: - Blocks

/// Every reply is searched, and nearly none has a secret. A run of so many bytes has a block of eight in one of few
/// places, so that only every so many bytes a block is looked at.
extension SecretPieces {
    private static var blockBytes: Int { 8 }

    /// Whether a run of one of the texts may stand in these bytes; `false` is certain.
    private func mayOccur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= length else { return false }
        guard length >= Self.blockBytes else { return true }
        let (bytes, step) = (UnsafeRawBufferPointer(bytes), length - Self.blockBytes + 1)
        return blockMarks.withUnsafeBufferPointer { marks in
            var index = 0
            while index <= bytes.count - Self.blockBytes {
                let block = Self.block(bytes, at: index)
                let (word, bit) = Self.placeOfBlock(block)
                if marks[word] & bit != 0, blocks.contains(block) { return true }
                index += step
            }
            return false
        }
    }

    private static func placeOfBlock(_ block: UInt64) -> (word: Int, bit: UInt64) {
        let place = (block &* base) >> 48
        return (Int(place >> 6), 1 << (place & 63))
    }

    /// Eight bytes, each as ``SecretForms/folded(_:)`` gives it.
    private static func block(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let block = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The upper bit of each byte says whether it is at least A, and whether it is beyond Z.
        let low = block & (ones &* 0x7F)
        let isCapital = ((low &+ ones &* (0x80 - 0x41)) ^ (low &+ ones &* (0x80 - 0x5B))) & ~block & (ones &* 0x80)
        return block | isCapital >> 2
    }
}
