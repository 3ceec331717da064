/// A text without anything but ASCII letters and digits, in lower case, so that a secret is found in it whatever stands
/// between its characters, and however these are written.
enum SqueezedText {
    /// The text as it is, without its tags, and with its percent-encoding and character references read, once and
    /// twice. Views that would be the same are left out.
    static func views(of text: String) -> [[UInt8]] {
        let bytes = withoutEscapes(Array(text.utf8))
        var views = [squeezed(bytes)]
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
