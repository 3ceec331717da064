/// Writes JSON (RFC 8259) in one form: no white space, members in their order, the same bytes for the same value.
/// Reading the bytes gives the value again.
///
/// Strings are escaped no more than needed. But every program must take the text for one line, and a terminal must take
/// no command from it. So all control characters (C0, DEL, C1), U+2028 and U+2029 are escaped.
public enum JSONWriter {
    /// Appends a value.
    public static func write(_ value: JSONValue, into bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text): write(text, into: &bytes)
        case .array(let elements):
            bytes.append(.openBracket)
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(.comma) }
                write(element, into: &bytes)
            }
            bytes.append(.closeBracket)
        case .object(let members):
            bytes.append(.openBrace)
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(.comma) }
                write(member.name, into: &bytes)
                bytes.append(.colon)
                write(member.value, into: &bytes)
            }
            bytes.append(.closeBrace)
        }
    }

    /// Appends a string with its quotes.
    public static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(.quote)
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { escape($0, into: &bytes) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { escape($0, into: &bytes) } }
        bytes.append(.quote)
    }

    /// Appends a number.
    public static func write(_ number: Int, into bytes: inout [UInt8]) {
        guard number >= 0 else { return bytes.append(contentsOf: String(number).utf8) }
        let start = bytes.count
        var rest = number
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Appends a list of strings.
    public static func write(_ texts: [String], into bytes: inout [UInt8]) {
        bytes.append(.openBracket)
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(.comma) }
            write(text, into: &bytes)
        }
        bytes.append(.closeBracket)
    }

    private static func escape(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        var first = 0
        var index = 0
        while index < text.count {
            let length = lengthToEscape(text, at: index)
            if length == 0 {
                index += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[first..<index]))
            appendEscape(of: UnsafeBufferPointer(rebasing: text[index..<(index + length)]), into: &bytes)
            index += length
            first = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[first...]))
    }

    /// The length of the character at an index if it must be escaped, else 0. The text is valid UTF-8.
    @inline(__always)
    private static func lengthToEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = text[index]
        if byte < 0x80 { return byte < 0x20 || byte == .quote || byte == .backslash || byte == 0x7F ? 1 : 0 }
        if byte == 0xC2 { return text[index + 1] < 0xA0 ? 2 : 0 }
        if byte == 0xE2 { return text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8 ? 3 : 0 }
        return 0
    }

    private static func appendEscape(of character: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        bytes.append(.backslash)
        switch character[0] {
        case .quote: bytes.append(.quote)
        case .backslash: bytes.append(.backslash)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case .tab: bytes.append(UInt8(ascii: "t"))
        case .lineFeed: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case .carriageReturn: bytes.append(UInt8(ascii: "r"))
        case 0xE2: bytes.append(contentsOf: character[2] == 0xA8 ? "u2028".utf8 : "u2029".utf8)
        default:
            let code = character.count == 1 ? character[0] : character[1]
            let digits = String(code, radix: 16)
            bytes.append(contentsOf: (digits.count == 1 ? "u000" : "u00").utf8)
            bytes.append(contentsOf: digits.utf8)
        }
    }
}

extension JSONValue {
    /// Appends the value as compact JSON; see ``JSONWriter``.
    public func write(into bytes: inout [UInt8]) {
        JSONWriter.write(self, into: &bytes)
    }

    /// The value as compact JSON; see ``JSONWriter``.
    public var serialized: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
