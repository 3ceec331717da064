extension Punycode {
    /// The text that an A-label stands for; `nil` if it stands for none: it is not the Punycode of a text that needs
    /// it, or the text has invisible characters.
    ///
    /// - Parameter label: a label in lower case that begins with `xn--`.
    static func meaning(of label: String) -> String? {
        guard let text = decoded(label.utf8.dropFirst(4)), Punycode.label(text) == label else { return nil }
        let joiners: [UnicodeScalar] = ["\u{200C}", "\u{200D}"]
        return text.unicodeScalars.contains { Printable.isInvisible($0) && !joiners.contains($0) } ? nil : text
    }

    /// RFC 3492 section 6.2. O(length²), which the 63 bytes of a label keep small.
    private static func decoded(_ text: Substring.UTF8View) -> String? {
        let basic = text.lastIndex(of: UInt8(ascii: "-"))
        var output = basic.map { text[..<$0].map(UInt32.init) } ?? []
        var rest = basic.map { text[text.index(after: $0)...] } ?? text[...]
        var (code, index, bias): (UInt32, UInt32, UInt32) = (0x80, 0, 72)
        while !rest.isEmpty {
            let start = index
            guard let delta = number(&rest, bias: bias) else { return nil }
            let (sum, isTooLarge) = index.addingReportingOverflow(delta)
            if isTooLarge { return nil }
            let points = UInt32(output.count + 1)
            bias = adapted(sum - start, points: points, isFirst: start == 0)
            code += sum / points
            index = sum % points
            guard code <= 0x10FFFF else { return nil }
            output.insert(code, at: Int(index))
            index += 1
        }
        var scalars = String.UnicodeScalarView()
        for value in output {
            guard let scalar = UnicodeScalar(value) else { return nil }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// Reads a number of variable length (RFC 3492 section 3.3); `nil` if it does not end or is too large.
    private static func number(_ text: inout Substring.UTF8View, bias: UInt32) -> UInt32? {
        var (sum, factor, weight): (UInt32, UInt32, UInt32) = (0, 1, 36)
        while let byte = text.popFirst() {
            guard let digit = value(of: byte) else { return nil }
            let (product, isTooLarge) = digit.multipliedReportingOverflow(by: factor)
            let (total, isTooLargeSum) = sum.addingReportingOverflow(product)
            if isTooLarge || isTooLargeSum { return nil }
            sum = total
            let threshold = weight <= bias ? 1 : min(26, weight - bias)
            if digit < threshold { return sum }
            let (next, isTooLargeFactor) = factor.multipliedReportingOverflow(by: 36 - threshold)
            if isTooLargeFactor { return nil }
            factor = next
            weight += 36
        }
        return nil
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 0x61
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30 + 26
        default: nil
        }
    }
}
