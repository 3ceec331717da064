/// SipHash-1-3 with a result of 128 bits (Aumasson and Bernstein, 2012): whoever does not know the key cannot choose
/// bytes that collide.
///
/// The standard library's `Hasher` is the same function, but takes a text in small steps and gives 64 bits.
struct SipHash {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64

    /// The key of this process, drawn when it is first needed.
    private static let key: (UInt64, UInt64) = (.random(in: .min ... .max), .random(in: .min ... .max))

    private init(_ key: (UInt64, UInt64)) {
        v0 = key.0 ^ 0x736F_6D65_7073_6575
        v1 = key.1 ^ 0x646F_7261_6E64_6F6D ^ 0xEE
        v2 = key.0 ^ 0x6C79_6765_6E65_7261
        v3 = key.1 ^ 0x7465_6462_7974_6573
    }

    /// The hash of some bytes under a key; the key of this process by default.
    static func of(_ bytes: UnsafeRawBufferPointer, _ key: (UInt64, UInt64) = Self.key) -> (UInt64, UInt64) {
        var hash = SipHash(key)
        var index = 0
        while index + 8 <= bytes.count {
            hash.take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            index += 8
        }
        var last = UInt64(truncatingIfNeeded: bytes.count) << 56
        var shift: UInt64 = 0
        while index < bytes.count {
            last |= UInt64(bytes[index]) << shift
            shift += 8
            index += 1
        }
        hash.take(last)
        return hash.finish()
    }

    @inline(__always)
    private mutating func take(_ word: UInt64) {
        v3 ^= word
        round()
        v0 ^= word
    }

    private mutating func finish() -> (UInt64, UInt64) {
        v2 ^= 0xEE
        for _ in 0..<3 { round() }
        let first = v0 ^ v1 ^ v2 ^ v3
        v1 ^= 0xDD
        for _ in 0..<3 { round() }
        return (first, v0 ^ v1 ^ v2 ^ v3)
    }

    @inline(__always)
    private mutating func round() {
        v0 &+= v1
        v2 &+= v3
        v1 = v1 << 13 | v1 >> 51
        v3 = v3 << 16 | v3 >> 48
        v1 ^= v0
        v3 ^= v2
        v0 = v0 << 32 | v0 >> 32
        v2 &+= v1
        v0 &+= v3
        v1 = v1 << 17 | v1 >> 47
        v3 = v3 << 21 | v3 >> 43
        v1 ^= v2
        v3 ^= v0
        v2 = v2 << 32 | v2 >> 32
    }
}
