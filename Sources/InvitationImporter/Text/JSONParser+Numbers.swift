/// Numbers (RFC 8259 section 6), kept as they were written.
extension JSONParser {
    mutating func beginNumber(_ byte: UInt8) {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(byte)
        switch byte {
        case UInt8(ascii: "-"): step = .minus
        case UInt8(ascii: "0"): step = .zero
        default: step = .integer
        }
    }

    mutating func readNumber(
        _ bytes: UnsafeBufferPointer<UInt8>, from position: inout Int
    ) throws(JSONError.Fault) {
        while position < bytes.count {
            let byte = bytes[position]
            guard let next = Self.numberStep(after: step, byte) else {
                if step == .zero && byte.isDigit { throw JSONError.Fault("a number must not begin with 0") }
                return try endNumber()
            }
            step = next
            scratch.append(byte)
            position += 1
        }
    }

    /// Completes the number that is being read, if there is one.
    mutating func endNumber() throws(JSONError.Fault) {
        switch step {
        case .zero, .integer, .fraction, .exponentDigits:
            addScalar(.number(String(decoding: scratch, as: UTF8.self)))
        case .minus, .point, .exponent, .exponentSign:
            throw JSONError.Fault("a digit is missing in a number")
        default:
            break
        }
    }

    private static func numberStep(after step: Step, _ byte: UInt8) -> Step? {
        switch (step, byte) {
        case (.minus, UInt8(ascii: "0")): .zero
        case (.minus, _) where byte.isDigit: .integer
        case (.integer, _) where byte.isDigit: .integer
        case (.zero, UInt8(ascii: ".")), (.integer, UInt8(ascii: ".")): .point
        case (.point, _) where byte.isDigit: .fraction
        case (.fraction, _) where byte.isDigit: .fraction
        case (.zero, UInt8(ascii: "e")), (.integer, UInt8(ascii: "e")), (.fraction, UInt8(ascii: "e")): .exponent
        case (.zero, UInt8(ascii: "E")), (.integer, UInt8(ascii: "E")), (.fraction, UInt8(ascii: "E")): .exponent
        case (.exponent, UInt8(ascii: "+")), (.exponent, UInt8(ascii: "-")): .exponentSign
        case (.exponent, _) where byte.isDigit: .exponentDigits
        case (.exponentSign, _) where byte.isDigit: .exponentDigits
        case (.exponentDigits, _) where byte.isDigit: .exponentDigits
        default: nil
        }
    }
}
