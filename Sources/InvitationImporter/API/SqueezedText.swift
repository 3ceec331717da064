/// A text without anything but ASCII letters and digits, in lower case, so that a secret is found in it whatever stands
/// between its characters, and however these are written.
enum SqueezedText {
    /// The text as it is, without its tags, and with its percent-encoding and character references read, once and twice.
    static func views(of text: String) -> [String] {
        let scalars = withoutEscapes(Array(text.unicodeScalars))
        let read = decoded(scalars)
        return [scalars, withoutTags(scalars), read, decoded(read)].map { squeezed($0) }
    }

    static func squeezed(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var squeezed = String.UnicodeScalarView()
        for scalar in scalars
        where scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil) {
            squeezed.append(scalar)
        }
        return String(squeezed).lowercased()
    }

    /// Without the escapes that ``Printable`` writes: `\\u{200b}`, `\\n`.
    private static func withoutEscapes(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var (left, index) = ([Unicode.Scalar](), 0)
        while index < scalars.count {
            guard scalars[index] == "\\", index + 1 < scalars.count else {
                left.append(scalars[index])
                index += 1
                continue
            }
            let end = scalars[index + 1] == "u" ? scalars[index...].firstIndex(of: "}") : nil
            index = (end ?? index + 1) + 1
        }
        return left
    }

    private static func withoutTags(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var isInTag = false
        return scalars.filter { scalar in
            if scalar == "<" { isInTag = true }
            defer { if scalar == ">" { isInTag = false } }
            return !isInTag
        }
    }

    /// With `%41`, `&#65;` and `&#x41;` read.
    private static func decoded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var (read, index) = ([Unicode.Scalar](), 0)
        while index < scalars.count {
            if let (scalar, length) = character(scalars[index...]) {
                read.append(scalar)
                index += length
            } else {
                read.append(scalars[index])
                index += 1
            }
        }
        return read
    }

    /// The character at the beginning, if it is written as a number, and how long that is.
    private static func character(_ scalars: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, length: Int)? {
        let head = scalars.prefix(10)
        if head.first == "%" {
            return number(head.dropFirst().prefix(2), radix: 16).map { ($0, 3) }
        }
        guard head.first == "&", head.dropFirst().first == "#", let end = head.firstIndex(of: ";") else { return nil }
        let digits = head[(head.startIndex + 2)..<end]
        let isHex = digits.first == "x" || digits.first == "X"
        return number(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10).map {
            ($0, end - head.startIndex + 1)
        }
    }

    private static func number(_ digits: ArraySlice<Unicode.Scalar>, radix: Int) -> Unicode.Scalar? {
        UInt32(String(String.UnicodeScalarView(digits)), radix: radix).flatMap(Unicode.Scalar.init)
    }
}
