/// Strings and their escapes (RFC 8259 section 7).
extension JSONParser {
    mutating func beginString(isName: Bool) {
        self.isName = isName
        scratch.removeAll(keepingCapacity: true)
        textBytes = 0
        step = .string
    }

    mutating func readString(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(JSONError.Fault) {
        let first = position
        var index = first
        while index < bytes.count, bytes[index] >= 0x20, bytes[index] != .quote, bytes[index] != .backslash {
            index += 1
        }
        position = index
        let run = UnsafeBufferPointer(rebasing: bytes[first..<index])
        guard index < bytes.count else { return try keep(run) }
        switch bytes[index] {
        case .quote:
            try endString(run)
        case .backslash:
            try keep(run)
            step = .escape
        default:
            let shown = Self.shown(bytes[index])
            throw JSONError.Fault("a string must not contain \(shown) as it is; write it with a backslash")
        }
        position += 1
    }

    /// Keeps part of a string. Of a skipped string, only the beginning is kept.
    private mutating func keep(_ run: UnsafeBufferPointer<UInt8>) throws(JSONError.Fault) {
        if isName || builder.keeps { return scratch.append(contentsOf: run) }
        textBytes += run.count
        if textBytes > byteLimit {
            throw JSONError.Fault("a text is longer than \(byteLimit) bytes", code: .tooLong)
        }
        scratch.append(contentsOf: run.prefix(max(0, Self.skippedBytes - scratch.count)))
    }

    private mutating func endString(
        _ run: UnsafeBufferPointer<UInt8>
    ) throws(JSONError.Fault) {
        if !isName && !builder.keeps {
            try keep(run)
            stop = unit == .chosen ? .text : nil
            return completeValue()
        }
        let text: String?
        if scratch.isEmpty {
            text = Self.text(run)
        } else {
            scratch.append(contentsOf: run)
            text = scratch.withUnsafeBufferPointer { Self.text($0) }
        }
        guard let text else { throw JSONError.Fault("the string that ends here is not valid UTF-8", code: .notUTF8) }
        if isName {
            builder.addName(text)
            step = .colon
        } else {
            addScalar(.string(text))
        }
    }

    /// Makes a string of valid UTF-8; `nil` for other bytes. Much quicker than `String(validating:as:)`, which is not
    /// specialised.
    private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var check = UTF8Check()
        guard check.firstMalformed(in: bytes) == nil, !check.isInsideCharacter else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func readEscape(_ byte: UInt8, _ position: inout Int) throws(JSONError.Fault) {
        switch step {
        case .escape:
            try readEscapeLetter(byte)
        case .hexDigits:
            guard let digit = Self.hexValue(byte) else {
                throw JSONError.Fault("a \\u escape needs four hexadecimal digits, not \(Self.shown(byte))")
            }
            codeUnit = codeUnit << 4 | digit
            hexDigitsLeft -= 1
            if hexDigitsLeft == 0 { try endCodeUnit() }
        case .lowBackslash where byte == .backslash:
            step = .lowEscape
        case .lowEscape where byte == UInt8(ascii: "u"):
            beginHexDigits()
        default:
            throw Self.loneSurrogate(highSurrogate)
        }
        position += 1
    }

    private mutating func readEscapeLetter(_ byte: UInt8) throws(JSONError.Fault) {
        let meant: UInt8
        switch byte {
        case .quote, .backslash, UInt8(ascii: "/"): meant = byte
        case UInt8(ascii: "b"): meant = 0x08
        case UInt8(ascii: "f"): meant = 0x0C
        case UInt8(ascii: "n"): meant = .lineFeed
        case UInt8(ascii: "r"): meant = .carriageReturn
        case UInt8(ascii: "t"): meant = .tab
        case UInt8(ascii: "u"):
            highSurrogate = 0
            return beginHexDigits()
        default:
            throw JSONError.Fault("a backslash must not stand before \(Self.shown(byte)); write two for a backslash")
        }
        scratch.append(meant)
        step = .string
    }

    private mutating func beginHexDigits() {
        codeUnit = 0
        hexDigitsLeft = 4
        step = .hexDigits
    }

    private mutating func endCodeUnit() throws(JSONError.Fault) {
        var value = codeUnit
        if highSurrogate != 0 {
            guard (0xDC00...0xDFFF).contains(value) else { throw Self.loneSurrogate(highSurrogate) }
            value = 0x10000 + (highSurrogate - 0xD800) << 10 + (value - 0xDC00)
        } else if (0xD800...0xDBFF).contains(value) {
            highSurrogate = value
            step = .lowBackslash
            return
        }
        guard let scalar = UnicodeScalar(value) else { throw Self.loneSurrogate(value) }
        scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        step = .string
    }

    private static func loneSurrogate(_ value: UInt32) -> JSONError.Fault {
        let escape = "\\u" + String(value, radix: 16, uppercase: true)
        return JSONError.Fault("\(escape) is half of a character, and its other half is missing", code: .loneSurrogate)
    }

    private static func hexValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
        default: nil
        }
    }
}
