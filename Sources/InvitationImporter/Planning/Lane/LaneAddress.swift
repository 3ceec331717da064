/// Reads ordinary addresses from bytes: letters, digits and `._-+'` of ASCII before the `@`, behind it a domain that
/// was seen before.
///
/// For such an address the checks find nothing, what is sent is what is written, and what is compared is the same in
/// lower case. That is proved for each domain by asking the checks, and for the part before the `@` by their rules.
struct LaneAddress {
    /// The lower case of each byte that may stand before the `@`; 0 for any other byte.
    private let lower: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "'"):
            byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        default: 0
        }
    }
    private let rare = FirstLetters(of: EmailAddressDoubts.knownNames)
    private let out = FirstLetters(of: EmailAddressDoubts.outOfUse)
    /// Room for the key: the organization and a space end where the address begins.
    private let room: KeyRoom

    /// Where the domain begins in the cell, and how long the address is.
    private(set) var (domainStart, count) = (0, 0)
    /// Whether there is a `+` or a dot before the `@`.
    private(set) var (hasTag, hasDot) = (false, false)

    init() { room = KeyRoom() }

    /// Reads a cell. Returns `false` if it is not an ordinary address, whatever its domain is.
    mutating func read(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.count <= 254 else { return false }
        (hasTag, hasDot) = (false, false)
        var (index, wordStart) = (0, 0)
        var last = UInt8(ascii: ".")
        while index < cell.count {
            let byte = lower[Int(cell[index])]
            if byte == 0 { break }
            if byte < UInt8(ascii: "0") || byte == UInt8(ascii: "_") {
                if byte == UInt8(ascii: ".") {
                    if last == byte { return false }
                    hasDot = true
                } else if byte == UInt8(ascii: "+") {
                    hasTag = true
                }
                if isOfOut(wordStart..<index) { return false }
                wordStart = index + 1
            }
            room.put(byte, at: index)
            last = byte
            index += 1
        }
        guard index > 0, index <= 64, index < cell.count - 1, cell[index] == UInt8(ascii: "@"),
            last != UInt8(ascii: "."), begins(cell[0]), !isRare(index), !isOfOut(wordStart..<index)
        else { return false }
        (domainStart, count) = (index + 1, cell.count)
        while index < cell.count {
            let byte = cell[index]
            room.put(byte &- 0x41 < 26 ? byte | 0x20 : byte, at: index)
            index += 1
        }
        return true
    }

    private func begins(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return byte.isDigit || byte == UInt8(ascii: "_") || letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
    }

    /// The bytes of the domain in a cell that was read.
    func domain(of cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: cell[domainStart...])
    }

    // MARK: - Keys

    /// The address as it is compared.
    var key: String { room.text(0, count) }

    /// The bytes of the address as it is compared. They hold until the next address is read.
    var bytes: UnsafeBufferPointer<UInt8> { room.bytes(count) }

    /// The hash of the address as it is compared.
    var keyHash: KeyHash { room.hash(0, count) }

    /// The hash of the invitation's key.
    ///
    /// - Parameter prefix: The organization and a space.
    func keyHash(behind prefix: [UInt8]) -> KeyHash {
        room.put(prefix)
        return room.hash(prefix.count, count)
    }

    // MARK: - Rare names

    /// Whether the part before the `@` may be one that the checks know: `noreply`, `null`, `first.last`.
    private func isRare(_ length: Int) -> Bool {
        rare.mayHold(0..<length, beginning: room.byte(0)) && EmailAddressDoubts.isKnownName(room.text(0, length))
    }

    /// Whether a word before the `@` says that the account is out of use.
    @inline(__always)
    private func isOfOut(_ word: Range<Int>) -> Bool {
        out.mayHold(word, beginning: room.byte(word.lowerBound))
            && EmailAddressDoubts.outOfUse.contains(room.text(-word.lowerBound, word.upperBound))
    }

    /// The longest prefix of a key.
    static var longestPrefix: Int { KeyRoom.prefixBytes }
}

/// The first letters of some words for each length: nearly all other words are told from them by these.
private struct FirstLetters {
    /// For each length, the letters as bits.
    private var lengths = [UInt32](repeating: 0, count: 32)

    init(of words: Set<String>) {
        for word in words {
            guard let first = word.utf8.first, word.utf8.count < 32 else { continue }
            lengths[word.utf8.count] |= 1 << UInt32(first & 0x1F)
        }
    }

    /// Whether bytes may be one of the words.
    @inline(__always)
    func mayHold(_ range: Range<Int>, beginning first: UInt8) -> Bool {
        range.count < lengths.count && lengths[range.count] & (1 << UInt32(first & 0x1F)) != 0
    }
}

/// Memory for one key that is put together byte by byte.
private final class KeyRoom {
    static let prefixBytes = 512
    private let bytes: UnsafeMutablePointer<UInt8>

    init() {
        bytes = .allocate(capacity: Self.prefixBytes + 256)
        bytes.initialize(repeating: 0, count: Self.prefixBytes + 256)
    }

    deinit { bytes.deallocate() }

    @inline(__always)
    func put(_ byte: UInt8, at index: Int) { bytes[Self.prefixBytes &+ index] = byte }

    func byte(_ index: Int) -> UInt8 { bytes[Self.prefixBytes + index] }

    func bytes(_ count: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + Self.prefixBytes, count: count)
    }

    func put(_ prefix: [UInt8]) {
        let start = bytes + Self.prefixBytes - prefix.count
        prefix.withUnsafeBufferPointer { if let base = $0.baseAddress { start.update(from: base, count: $0.count) } }
    }

    func hash(_ prefix: Int, _ count: Int) -> KeyHash {
        KeyHash(bytes: UnsafeRawBufferPointer(start: bytes + Self.prefixBytes - prefix, count: prefix + count))
    }

    func text(_ prefix: Int, _ count: Int) -> String {
        let start = bytes + Self.prefixBytes - prefix
        return String(decoding: UnsafeBufferPointer(start: start, count: prefix + count), as: UTF8.self)
    }
}
