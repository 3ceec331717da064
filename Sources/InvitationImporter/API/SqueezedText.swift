/// A text without anything but ASCII letters and digits, in lower case, so that a secret is found in it whatever stands
/// between its characters, and however these are written.
enum SqueezedText {
    /// The text as it is, without its tags, with its percent-encoding and character references read, once and twice,
    /// and the characters that it names by their numbers. Views that would be the same are left out.
    static func views(of text: String) -> [[UInt8]] {
        let bytes = withoutEscapes(Array(text.utf8))
        var views = [squeezed(bytes)] + numbered(Array(text.utf8))
        if bytes.contains(UInt8(ascii: "<")) { views.append(squeezed(WebText.withoutTags(bytes))) }
        guard bytes.contains(UInt8(ascii: "%")) || bytes.contains(UInt8(ascii: "&")) else { return views }
        let read = WebText.decoded(bytes)
        return views + [squeezed(read), squeezed(WebText.decoded(read))]
    }

    static func squeezed(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count) { room, count in
            count = bytes.withUnsafeBufferPointer { squeeze($0, into: room) }
        }
    }

    /// Writes the letters and digits of a text, in lower case, into room for all of its bytes.
    ///
    /// - Returns: How many there are.
    static func squeeze(_ bytes: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in bytes where byte < 0x80 && SecretForms.isWord(SecretForms.folded(byte)) {
            room[count] = SecretForms.folded(byte)
            count += 1
        }
        return count
    }

    /// Whether a byte makes a text be read in more ways than one: it may begin an escape, a tag or a reference.
    static func makesViews(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "%")
            || byte == UInt8(ascii: "&")
    }

    /// Whether a text has so many numbers that they may be the characters of a secret.
    static func hasManyNumbers(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (count, isInNumber) = (0, false)
        for byte in bytes {
            if byte.isDigit, !isInNumber { count += 1 }
            isInNumber = byte.isDigit || isInNumber && SecretForms.isWord(SecretForms.folded(byte))
        }
        return count >= leastNumbers
    }

    /// So many numbers, at least, make a secret.
    private static let leastNumbers = 12

    /// The characters that a text names by their numbers, in base 16, 10 and 8: `\u0053\u0045`, `53 45`, `[83, 69]`,
    /// `\123\105`.
    private static func numbered(_ bytes: [UInt8]) -> [[UInt8]] {
        guard bytes.withUnsafeBufferPointer(hasManyNumbers) else { return [] }
        let words = bytes.split { !SecretForms.isWord(SecretForms.folded($0)) }
        return [16, 10, 8].map { base in squeezed(words.compactMap { character($0, base: base) }) }
    }

    /// The character with a number, which may have a mark of its base before it; `nil` for another word.
    private static func character(_ word: ArraySlice<UInt8>, base: Int) -> UInt8? {
        let mark = word.prefix(2).lastIndex { "uUxX".utf8.contains($0) }
        let digits = mark.map { word[($0 + 1)...] } ?? word
        guard digits.count <= 8, let number = Int(String(decoding: digits, as: UTF8.self), radix: base) else {
            return nil
        }
        return (0x20..<0x7F).contains(number) ? UInt8(number) : nil
    }

    /// Without the escapes that ``Printable`` writes: `\u{200b}`, `\n`.
    private static func withoutEscapes(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
        var (left, index) = ([UInt8](), 0)
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                left.append(bytes[index])
                index += 1
                continue
            }
            let isLong = bytes[index + 1] == UInt8(ascii: "u")
            let end = isLong ? bytes[index...].firstIndex(of: UInt8(ascii: "}")) : nil
            index = (end ?? index + 1) + 1
        }
        return left
    }
}
