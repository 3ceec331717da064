/// Reads what pages and links make of a text: tags, percent-encoding, character references.
enum WebText {
    /// The text without its tags. A `<` that no `>` follows begins none.
    static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "<")) else { return bytes }
        var (left, rest) = ([UInt8](), bytes[...])
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
                rest = rest[(end + 1)...]
            } else {
                left.append(byte)
            }
        }
        return left
    }

    /// With `%41`, `&#65;`, `&#x41;` and `&amp;` read.
    static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var (read, index) = ([UInt8](), 0)
        while index < bytes.count {
            if let (character, length) = character(bytes[index...]) {
                read += character
                index += length
            } else {
                read.append(bytes[index])
                index += 1
            }
        }
        return read
    }

    /// The character at the beginning, if it is written as a number or a name, and how long that is.
    private static func character(_ bytes: ArraySlice<UInt8>) -> ([UInt8], length: Int)? {
        let head = bytes.prefix(10)
        if head.first == UInt8(ascii: "%") {
            let digits = head.dropFirst().prefix(2)
            guard digits.count == 2 else { return nil }
            return number(digits, radix: 16).flatMap { UInt8(exactly: $0) }.map { ([$0], 3) }
        }
        guard head.first == UInt8(ascii: "&"), let end = head.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = head[(head.startIndex + 1)..<end]
        let length = end - head.startIndex + 1
        guard name.first == UInt8(ascii: "#") else {
            return names[String(decoding: name, as: UTF8.self)].map { ([$0], length) }
        }
        let digits = name.dropFirst()
        let isHex = digits.first.map(SecretForms.folded) == UInt8(ascii: "x")
        return number(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10).flatMap(UnicodeScalar.init)
            .map { (Array(String(Character($0)).utf8), length) }
    }

    private static func number(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt32? {
        UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
    }

    private static let names: [String: UInt8] = [
        "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""),
        "apos": UInt8(ascii: "'"), "commat": UInt8(ascii: "@"), "nbsp": .space,
    ]
}
