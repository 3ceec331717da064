/// Numbers key hashes from 0 on, in the order in which they come: about 32 bytes for each.
///
/// What is known of each key then needs no table of its own, only an array.
struct KeyIndex: Sendable {
    private var keys: [KeyHash] = []
    /// An open table: the number of a key plus one, 0 in a free place.
    private var places = [UInt32](repeating: 0, count: 1 << 6)

    /// Numbers nothing.
    init() {}

    /// Numbers these keys, in any order: about 24 bytes for each.
    init(_ keys: Set<KeyHash>) {
        self.keys.reserveCapacity(keys.count)
        for key in keys { add(key) }
    }

    /// How many keys have a number.
    var count: Int { keys.count }

    /// The key with a number.
    subscript(number: Int) -> KeyHash { keys[number] }

    /// The number of a key; `nil` if it has none.
    func number(of key: KeyHash) -> Int? {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: key.low) & mask
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if keys[number] == key { return number }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Whether a key has a number.
    func contains(_ key: KeyHash) -> Bool { number(of: key) != nil }

    /// Gives a key the next number.
    ///
    /// - Precondition: It has none.
    mutating func add(_ key: KeyHash) {
        keys.append(key)
        if 2 * keys.count > places.count {
            places = [UInt32](repeating: 0, count: 2 * places.count)
            for number in keys.indices { place(number) }
        } else {
            place(keys.count - 1)
        }
    }

    private mutating func place(_ number: Int) {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: keys[number].low) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = UInt32(number + 1)
    }
}
