/// Writes labels of domain names in ASCII (RFC 3492, with the parameters of its section 5).
enum Punycode {
    /// The A-label of a label in lower case and normalisation form C. An ASCII label stays as it is.
    static func label(_ label: String) -> String {
        label.utf8.allSatisfy { $0 < 0x80 } ? label : "xn--" + encoded(label)
    }

    /// RFC 3492 section 6.3. O(length²), which the 63 bytes of a label keep small.
    private static func encoded(_ label: String) -> String {
        let scalars = label.unicodeScalars.map(\.value)
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = output.count
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (code, delta, bias, handled): (UInt32, UInt32, UInt32, Int) = (0x80, 0, 72, basic)
        while handled < scalars.count {
            let next = scalars.lazy.filter { $0 >= code }.min() ?? code
            let (product, isTooLarge) = (next - code).multipliedReportingOverflow(by: UInt32(handled + 1))
            let (sum, isTooLargeSum) = delta.addingReportingOverflow(product)
            // Only a text of thousands of characters gets here, and it is too long for a label anyway.
            if isTooLarge || isTooLargeSum { return label }
            (delta, code) = (sum, next)
            for scalar in scalars {
                if scalar < code { delta += 1 }
                guard scalar == code else { continue }
                append(delta, bias: bias, to: &output)
                bias = adapted(delta, points: UInt32(handled + 1), isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Writes a number of variable length (RFC 3492 section 3.3).
    private static func append(_ delta: UInt32, bias: UInt32, to output: inout [UInt8]) {
        var rest = delta
        var weight: UInt32 = 36
        while true {
            let threshold = weight <= bias ? 1 : min(26, weight - bias)
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            weight += 36
        }
        output.append(digit(rest))
    }

    /// RFC 3492 section 6.1.
    static func adapted(_ delta: UInt32, points: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / points
        var weight: UInt32 = 0
        while delta > 455 {
            delta /= 35
            weight += 36
        }
        return weight + 36 * delta / (delta + 38)
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value + 0x16)
    }
}
