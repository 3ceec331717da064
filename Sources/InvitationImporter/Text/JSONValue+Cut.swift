extension JSONValue {
    /// Reads what came of a document that was cut anywhere: a text goes as far as it came, and a number, a name or a
    /// word that is not whole is left out.
    ///
    /// - Returns: `nil` if what came is no beginning of a document with one value for each name, or if nothing came.
    init?(cut bytes: [UInt8]) {
        var open: [UInt8] = []
        var (inText, isEscaped) = (false, false)
        // Where the document could end, with nothing but closing signs after it.
        var (end, endOpen) = (0, open)
        var textBegan = 0
        for (index, byte) in bytes.enumerated() {
            if inText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): (inText, textBegan) = (true, index)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                (end, endOpen) = (index + 1, open)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() == byte else { return nil }
                (end, endOpen) = (index + 1, open)
            case UInt8(ascii: ","): (end, endOpen) = (index, open)
            default: break
            }
        }
        let closing = endOpen.reversed()
        // The last text may be a name, which stands for nothing without its value.
        let ends: [[UInt8]] = [
            bytes + (inText ? [UInt8(ascii: "\"")] : []) + open.reversed(),
            Array(bytes.prefix(textBegan)) + Self.cutText(bytes[textBegan...]) + open.reversed(),
            Array(bytes.prefix(end)) + closing,
        ]
        guard let value = ends.lazy.compactMap({ JSONValue.unambiguous($0) }).first else { return nil }
        self = value
    }

    /// A text that was cut in an escape or a character, up to that place.
    private static func cutText(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let whole = text.prefix { $0 != UInt8(ascii: "\\") && $0 < 0x80 }
        return whole.isEmpty ? [] : whole + [UInt8(ascii: "\"")]
    }
}
