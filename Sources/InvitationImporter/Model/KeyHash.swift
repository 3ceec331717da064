/// 128 bits in place of a text, so that millions fit into memory and no two people ever collide.
///
/// It is a ``SipHash`` under the process's random key. So nobody can choose texts that collide, and the value means
/// nothing in another process.
public struct KeyHash: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    /// Makes the hash of a text. Texts that are equal have equal hashes, however their accents are written.
    public init(_ text: String) {
        var text = text.isASCII ? text : text.normalizedNFC()
        self = text.withUTF8 { KeyHash(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Makes the hash of a text from its bytes: UTF-8 in normalisation form C.
    init(bytes: UnsafeRawBufferPointer) {
        let (high, low) = SipHash.of(bytes)
        self.high = high
        // A place of a table that is nothing but zeros is free.
        self.low = high == 0 && low == 0 ? 1 : low
    }

    /// Half of the bits are enough to spread the values over a table.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(low)
    }
}
