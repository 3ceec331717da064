/// A text without anything but ASCII letters and digits, in lower case, so that a secret is found in it whatever stands
/// between its characters, and however these are written.
enum SqueezedText {
    /// The text as it is, without its tags, and with its percent-encoding and character references read, once and twice.
    /// Views that would be the same are left out.
    static func views(of text: String) -> [[UInt8]] {
        let bytes = withoutEscapes(Array(text.utf8))
        var views = [squeezed(bytes)]
        if bytes.contains(UInt8(ascii: "<")) { views.append(squeezed(withoutTags(bytes))) }
        guard bytes.contains(UInt8(ascii: "%")) || bytes.contains(UInt8(ascii: "&")) else { return views }
        let read = decoded(bytes)
        return views + [squeezed(read), squeezed(decoded(read))]
    }

    static func squeezed(_ bytes: [UInt8]) -> [UInt8] {
        var squeezed: [UInt8] = []
        squeezed.reserveCapacity(bytes.count)
        for byte in bytes where byte < 0x80 && SecretForms.isWord(SecretForms.folded(byte)) {
            squeezed.append(SecretForms.folded(byte))
        }
        return squeezed
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

    private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
        var isInTag = false
        return bytes.filter { byte in
            if byte == UInt8(ascii: "<") { isInTag = true }
            defer { if byte == UInt8(ascii: ">") { isInTag = false } }
            return !isInTag
        }
    }

    /// With `%41`, `&#65;` and `&#x41;` read.
    private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var (read, index) = ([UInt8](), 0)
        while index < bytes.count {
            if let (byte, length) = character(bytes[index...]) {
                read.append(byte)
                index += length
            } else {
                read.append(bytes[index])
                index += 1
            }
        }
        return read
    }

    /// The character at the beginning, if it is written as a number, and how long that is.
    private static func character(_ bytes: ArraySlice<UInt8>) -> (UInt8, length: Int)? {
        let head = bytes.prefix(10)
        if head.first == UInt8(ascii: "%") {
            return number(head.dropFirst().prefix(2), radix: 16).map { ($0, 3) }
        }
        guard head.first == UInt8(ascii: "&"), head.dropFirst().first == UInt8(ascii: "#"),
            let end = head.firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        let digits = head[(head.startIndex + 2)..<end]
        let isHex = digits.first.map(SecretForms.folded) == UInt8(ascii: "x")
        return number(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10).map {
            ($0, end - head.startIndex + 1)
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt8? {
        UInt8(String(decoding: digits, as: UTF8.self), radix: radix)
    }
}
