/// A small seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts a sequence. Neighbouring seeds give unrelated sequences.
    package init(seed: UInt64) { state = seed }

    /// Starts the sequence of one request, so that its faults depend only on seed and number.
    package init(seed: UInt64, number: Int) {
        var first = SplitMix64(seed: seed)
        state = first.next() ^ (UInt64(truncatingIfNeeded: number) &* 0xD134_2543_DE82_EF95)
        state = next()
    }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in `0..<1`.
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A UUID of version 4 in lower case.
    package mutating func uuid() -> String {
        let high = (next() & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000
        let low = (next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
        let digits = Self.hex(high, 16) + Self.hex(low, 16)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    /// The last digits of a number in base 16, with leading zeros.
    package static func hex(_ value: UInt64, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits.suffix(width)
    }

    /// The UUID of a word, always the same.
    package static func uuid(for word: String) -> String {
        var generator = SplitMix64(seed: hash(word))
        return generator.uuid()
    }

    /// A hash that is the same in every process (FNV-1a).
    package static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
