/// 128 bits in place of a text, so that millions fit into memory and no two people ever collide.
///
/// They are two SipHash values over different messages, under the process's random key. So nobody can choose texts that
/// collide, and the value means nothing in another process.
public struct KeyHash: Hashable, Sendable {
    private let high: Int
    private let low: Int

    /// Makes the hash of a text.
    public init(_ text: String) {
        high = Self.half(0, text)
        low = Self.half(1, text)
    }

    private static func half(_ number: UInt8, _ text: String) -> Int {
        var hasher = Hasher()
        hasher.combine(number)
        hasher.combine(text)
        return hasher.finalize()
    }
}
