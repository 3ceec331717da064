/// Tells ordinary cells from all others by their bytes.
///
/// An ordinary cell is one of which the checks have nothing to say, whatever it is. The checks themselves are written
/// for all texts; this has to know only some texts that they all let pass, and leaves every other to them.
struct CellClasses {
    private static let (at, sign, control, letter, rare): (UInt8, UInt8, UInt8, UInt8, UInt8) = (1, 2, 4, 8, 16)

    /// What each byte is.
    private let table: [UInt8]
    /// For each first byte, and 256 times the second, whether a secret may begin with them.
    private let mayBeSecret: [Bool]
    /// The same for words for nothing.
    private let mayBeNothing: [Bool]
    private let settings = HarmlessSettings()

    init() {
        table = (0...255).map { (byte: UInt8) in
            var bits: UInt8 = 0
            if byte == UInt8(ascii: "@") { bits |= Self.at }
            if ForeignPlaceholder.mayOpen(byte) { bits |= byte < 0x80 ? Self.sign : Self.rare }
            if byte < 0x20 || byte == 0x7F { bits |= Self.control }
            if byte >= 0x80 { bits |= Self.letter }
            // With these begin control characters and spaces beyond ASCII, signs of word processors, what stands for a
            // lost letter, and the few characters that count as equal to one of ASCII (U+037E, U+1FEF, U+212A).
            if [0xC2, 0xCD, 0xE1, 0xE2, 0xE3, 0xEF].contains(byte) { bits |= Self.rare }
            return bits
        }
        mayBeSecret = SecretValue.openings
        mayBeNothing = NothingWord.openings
    }

    /// Whether a cell from which nothing is taken is one that is passed over.
    ///
    /// - Parameter mayHoldAddress: Whether an address in it is nothing to look at.
    func isPassedOver(_ cell: UnsafeBufferPointer<UInt8>, mayHoldAddress: Bool) -> Bool {
        guard let first = cell.first else { return true }
        guard first > .space, first != .openBrace, first != .openBracket, first != .quote else { return false }
        if cell.count >= 12 {
            let second = cell[1]
            if mayBeSecret[Int(first) | Int(second) << 8] || (table[Int(first)] | table[Int(second)]) & Self.rare != 0 {
                return false
            }
        }
        let mayHoldSecret =
            SecretValue.mayHold(cell) || cell.contains(UInt8(ascii: "=")) && !settings.areAll(in: cell)
        if mayHoldSecret, SecretValue.holdsSecret(String(decoding: cell, as: UTF8.self)) { return false }
        if mayHoldAddress { return true }
        for byte in cell where byte == UInt8(ascii: "@") { return false }
        return true
    }

    /// Whether a cell is blank, or an ordinary name of a person.
    func isName(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first else { return true }
        guard begins(cell, first), cell[cell.count - 1] > .space else { return false }
        return isOrdinary(cell) && !hasNothingWord(cell)
    }

    /// Whether a cell is an ordinary message of at most this many bytes, and not blank.
    func isMessage(_ cell: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
        guard let first = cell.first, cell.count <= limit, begins(cell, first) else { return false }
        return isOrdinary(cell)
    }

    /// Whether a value of JSON is a whole number.
    func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first, first != UInt8(ascii: "0") || cell.count == 1 else { return false }
        return cell.allSatisfy(\.isDigit)
    }

    /// Whether a text may begin like this. It does not if it may be JSON, a word for nothing, or an apostrophe that
    /// keeps a spreadsheet from running it.
    private func begins(_ cell: UnsafeBufferPointer<UInt8>, _ first: UInt8) -> Bool {
        guard first > .space else { return false }
        switch first {
        case UInt8(ascii: "'"), .quote, UInt8(ascii: "("), .openBracket, .openBrace, UInt8(ascii: "<"), .backslash,
            UInt8(ascii: "-"), UInt8(ascii: "#"):
            return false
        default: return !isNothing(cell, first)
        }
    }

    /// Whether a text is a word for nothing.
    private func isNothing(_ cell: UnsafeBufferPointer<UInt8>, _ first: UInt8) -> Bool {
        guard cell.count <= NothingWord.longest else { return false }
        let second = cell.count > 1 ? cell[1] : .space
        guard mayBeNothing[Int(first) | Int(second) << 8] else { return false }
        return NothingWord.isOne(String(decoding: cell, as: UTF8.self))
    }

    /// Whether there are no control characters, no sign that opens a placeholder, and no neighbours beyond ASCII that
    /// may be a character which was read in a wrong encoding.
    private func isOrdinary(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var bits: UInt8 = 0
        for byte in cell { bits |= table[Int(byte)] }
        if bits & Self.letter == 0 { return bits == 0 }
        return bits & ~(Self.letter | Self.rare) == 0 && hasOrdinaryLetters(cell)
    }

    private func hasOrdinaryLetters(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var (index, before): (Int, UInt32) = (0, 0)
        while index < cell.count {
            let first = cell[index]
            if first < 0x80 {
                (index, before) = (index + 1, 0)
                continue
            }
            let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard first >= 0xC0, index + length <= cell.count else { return false }
            if table[Int(first)] & Self.rare != 0, !Self.isLetter(first, cell[index + 1]) { return false }
            var letter = UInt32(first & (0xFF >> UInt8(length + 1)))
            for byte in cell[index + 1..<index + length] { letter = letter << 6 | UInt32(byte & 0x3F) }
            if before != 0, GarbledText.mayBegin(before, letter) { return false }
            (index, before) = (index + length, letter)
        }
        return true
    }

    /// Whether only letters begin with these two bytes, the first of which is rare: those of Georgian, Vietnamese and
    /// Japanese, and further ideographs.
    private static func isLetter(_ first: UInt8, _ second: UInt8) -> Bool {
        switch first {
        case 0xE1: second == 0x82 || second == 0x83 || (0xB8...0xBB).contains(second)
        case 0xE3: (0x81...0x83).contains(second) || second >= 0x90
        default: false
        }
    }

    /// Whether a word of a name is one that programs write for nothing: `null`, `NULL`, `NaN`, `undefined`, `(null)`.
    /// Two spaces count as one, too: with them, the name may become another one.
    private func hasNothingWord(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var before = UInt8.space
        for index in cell.indices {
            let byte = cell[index]
            if before == .space {
                let rest = UnsafeBufferPointer(rebasing: cell[index...])
                if byte == .space || byte == UInt8(ascii: "(") { return true }
                let mayBegin = byte | 0x20 == UInt8(ascii: "n") || byte == UInt8(ascii: "u")
                if mayBegin, Self.nothing.contains(where: { rest.starts(with: $0) }) { return true }
            }
            before = byte
        }
        return false
    }

    private static let nothing: [[UInt8]] = ["null", "NULL", "NaN", "undefined"].map { Array($0.utf8) }
}
