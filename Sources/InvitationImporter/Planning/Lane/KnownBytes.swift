/// Texts that were seen before, each with a number: a file has few roles, groups, domains and words of a status.
///
/// A text is known by its bytes alone, and under a tag, which tells one column from another. Memory: ``limit`` entries
/// and ``byteLimit`` bytes, whatever a file holds.
struct KnownBytes {
    /// The most entries.
    static let limit = 1 << 16
    /// The most bytes of all entries.
    static let byteLimit = 1 << 22

    private struct Entry {
        var hash: UInt64
        var start: Int
        var count: Int
        var tag: Int
        var number: Int
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// The index of an entry plus one; 0 in a free place.
    private var places = [UInt32](repeating: 0, count: 1 << 10)
    /// Keeps people from choosing texts that all have one place.
    private let seed = UInt64.random(in: .min ... .max) | 1

    /// The number of a text; `nil` if it is not known.
    @inline(__always)
    func number(tag: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
        find(tag, text, hash(tag, text)).map { entries[$0].number }
    }

    /// Remembers a text, unless it is known or there is no more room.
    ///
    /// - Returns: Whether it is known now with this number.
    @discardableResult
    mutating func add(tag: Int, _ text: UnsafeBufferPointer<UInt8>, number: Int) -> Bool {
        let hash = hash(tag, text)
        if let index = find(tag, text, hash) { return entries[index].number == number }
        guard entries.count < Self.limit, bytes.count + text.count <= Self.byteLimit else { return false }
        entries.append(Entry(hash: hash, start: bytes.count, count: text.count, tag: tag, number: number))
        bytes.append(contentsOf: text)
        if 2 * entries.count > places.count {
            places = [UInt32](repeating: 0, count: 2 * places.count)
            for index in entries.indices { place(index) }
        } else {
            place(entries.count - 1)
        }
        return true
    }

    private mutating func place(_ index: Int) {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: entries[index].hash) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = UInt32(index + 1)
    }

    @inline(__always)
    private func find(_ tag: Int, _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while places[place] != 0 {
            let index = Int(places[place]) - 1
            if entries[index].hash == hash, entries[index].tag == tag, holds(index, text) { return index }
            place = (place + 1) & mask
        }
        return nil
    }

    private func holds(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard entries[index].count == text.count else { return false }
        let start = entries[index].start
        return bytes.withUnsafeBytes { bytes in
            let text = UnsafeRawBufferPointer(text)
            var place = 0
            while place + 8 <= text.count {
                let known = bytes.loadUnaligned(fromByteOffset: start + place, as: UInt64.self)
                if text.loadUnaligned(fromByteOffset: place, as: UInt64.self) != known { return false }
                place += 8
            }
            while place < text.count {
                if text[place] != bytes[start + place] { return false }
                place += 1
            }
            return true
        }
    }

    /// A quick hash. Chosen texts cost time here, never a wrong answer: texts are compared byte by byte.
    @inline(__always)
    private func hash(_ tag: Int, _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(text)
        var hash =
            seed ^ UInt64(truncatingIfNeeded: tag) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
        var index = 0
        while index + 8 <= raw.count {
            hash = Self.mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self), 0xA076_1D64_78BD_642F)
            index += 8
        }
        var last: UInt64 = 0
        while index < raw.count {
            last = last << 8 | UInt64(raw[index])
            index += 1
        }
        return Self.mix(hash ^ last, 0xE703_7ED1_A0B4_28DB)
    }

    private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let product = first.multipliedFullWidth(by: second)
        return product.high ^ product.low
    }
}
