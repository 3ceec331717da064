/// A set of key hashes in an open table: at most 43 bytes for each, and one look into memory to find one.
public struct KeySet: Sendable {
    /// Two words for each place. Both are zero in a free one.
    private var words: [UInt64] = []
    private var mask = -1
    /// The sum of what was fetched. It means nothing, but without it nothing would be.
    private var fetched: UInt64 = 0
    /// How many hashes are in the set.
    public private(set) var count = 0

    /// Makes an empty set.
    public init() {}

    /// Whether there is none.
    public var isEmpty: Bool { count == 0 }

    /// Whether a hash is in the set.
    public func contains(_ key: KeyHash) -> Bool {
        guard count > 0 else { return false }
        var place = Int(truncatingIfNeeded: key.low) & mask
        while true {
            let (high, low) = (words[2 * place], words[2 * place + 1])
            if high == key.high && low == key.low { return true }
            if high | low == 0 { return false }
            place = (place + 1) & mask
        }
    }

    /// Fetches the memory in which a hash will be looked for.
    ///
    /// The set is larger than any cache, and to look into memory takes as long as all else about an ordinary row.
    /// Where many hashes are known ahead, the processor can look for all of them at the same time.
    mutating func fetch(_ key: KeyHash) {
        guard mask >= 0 else { return }
        fetched &+= words[2 * (Int(truncatingIfNeeded: key.low) & mask)]
    }

    /// Adds a hash.
    ///
    /// - Returns: Whether it was not there yet.
    @discardableResult
    public mutating func insert(_ key: KeyHash) -> Bool {
        if 4 * (count + 1) > 3 * (mask + 1) { grow() }
        var place = Int(truncatingIfNeeded: key.low) & mask
        while true {
            let (high, low) = (words[2 * place], words[2 * place + 1])
            if high == key.high && low == key.low { return false }
            if high | low == 0 { break }
            place = (place + 1) & mask
        }
        words[2 * place] = key.high
        words[2 * place + 1] = key.low
        count += 1
        return true
    }

    private mutating func grow() {
        let old = words
        let places = Swift.max(8, 2 * (mask + 1))
        mask = places - 1
        words = [UInt64](repeating: 0, count: 2 * places)
        for index in stride(from: 0, to: old.count, by: 2) where old[index] | old[index + 1] != 0 {
            var place = Int(truncatingIfNeeded: old[index + 1]) & mask
            while words[2 * place] | words[2 * place + 1] != 0 { place = (place + 1) & mask }
            words[2 * place] = old[index]
            words[2 * place + 1] = old[index + 1]
        }
    }
}

extension KeySet: Sequence {
    /// Gives every hash once, in no particular order.
    public func makeIterator() -> AnyIterator<KeyHash> {
        var index = 0
        return AnyIterator {
            while index < words.count {
                defer { index += 2 }
                if words[index] | words[index + 1] != 0 { return KeyHash(high: words[index], low: words[index + 1]) }
            }
            return nil
        }
    }
}

extension KeyHash {
    fileprivate init(high: UInt64, low: UInt64) {
        (self.high, self.low) = (high, low)
    }
}
