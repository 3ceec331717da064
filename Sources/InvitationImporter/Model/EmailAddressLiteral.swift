/// An IP address instead of a domain: `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 section 4.1.3).
struct EmailAddressLiteral {
    /// The form that is compared: the literal in lower case.
    let key: String

    init(_ scalars: ArraySlice<UnicodeScalar>) throws(EmailAddress.Problem) {
        let text = EmailAddress.text(scalars).lowercased()
        let inner = text.dropFirst().dropLast()
        let isNumber = inner.hasPrefix("ipv6:") ? Self.isIPv6(inner.dropFirst(5)) : Self.isIPv4(inner)
        guard text.hasSuffix("]"), isNumber else {
            let shown = Printable.escape(EmailAddress.text(scalars), limit: 80)
            throw EmailAddress.Problem(.emailSyntax, "\(shown) is no number of a computer, such as [192.0.2.1].")
        }
        key = text
    }

    private static func isIPv4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.utf8.allSatisfy(\.isDigit) && UInt8(part) != nil
            }
    }

    /// RFC 4291 section 2.2.
    private static func isIPv6(_ text: Substring) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        if halves.count == 1 { return groups(text, mayEndInIPv4: true) == 8 }
        guard halves.count == 2,
            let before = halves[0].isEmpty ? 0 : groups(halves[0], mayEndInIPv4: false),
            let after = halves[1].isEmpty ? 0 : groups(halves[1], mayEndInIPv4: true)
        else { return false }
        return before + after <= 7
    }

    /// How many groups of 16 bits a text has; `nil` if it is malformed.
    private static func groups(_ text: Substring, mayEndInIPv4: Bool) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var count = 0
        for (index, part) in parts.enumerated() {
            if mayEndInIPv4 && index == parts.count - 1 && isIPv4(part) {
                count += 2
            } else if (1...4).contains(part.utf8.count) && part.utf8.allSatisfy(isHexDigit) {
                count += 1
            } else {
                return nil
            }
        }
        return count
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
