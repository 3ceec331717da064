/// The part before the `@`: a dot-string or a quoted string (RFC 5321 section 4.1.2, RFC 6531 section 3.3).
struct EmailAddressLocalPart {
    /// The form that is compared: normalisation form C, case-folded, in that form again, without needless quotes.
    let key: String
    /// Whether it is a quoted string.
    let isQuoted: Bool

    private typealias Problem = EmailAddress.Problem

    init(_ scalars: ArraySlice<UnicodeScalar>) throws(EmailAddress.Problem) {
        isQuoted = scalars.first == "\""
        guard isQuoted else {
            try Self.checkDotString(scalars)
            key = Self.compared(scalars)
            return
        }
        let content = try Self.unquoted(scalars)
        if (try? Self.checkDotString(content)) != nil {
            key = Self.compared(content)
        } else {
            let escaped = content.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
            key = "\"" + Self.compared(escaped[...]) + "\""
        }
    }

    private static func checkDotString(_ scalars: ArraySlice<UnicodeScalar>) throws(EmailAddress.Problem) {
        guard let last = scalars.last else {
            throw Problem(.emailSyntax, "There is nothing before the @.")
        }
        var previous: UnicodeScalar = "."
        for (index, scalar) in zip(scalars.indices, scalars) {
            if scalar == "." && previous == "." {
                let place = index == scalars.startIndex ? "begins with a dot" : "has two dots in a row"
                throw Problem(.emailSyntax, "The part before the @ \(place), at character \(index + 1).")
            }
            guard scalar == "." || isAtomText(scalar) else {
                let shown = EmailAddress.name(scalar)
                throw Problem(.emailSyntax, "Character \(index + 1), \(shown), is not allowed before the @.")
            }
            previous = scalar
        }
        if last == "." {
            throw Problem(.emailSyntax, "The part before the @ ends with a dot, at character \(scalars.endIndex).")
        }
    }

    /// `atext` of RFC 5322 section 3.2.3, and everything that is not ASCII.
    private static func isAtomText(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`", "{", "|", "}", "~": true
        default: scalar.value > 0x7F
        }
    }

    /// The text inside a quoted string.
    private static func unquoted(
        _ scalars: ArraySlice<UnicodeScalar>
    ) throws(EmailAddress.Problem) -> ArraySlice<UnicodeScalar> {
        var content: [UnicodeScalar] = []
        var index = scalars.startIndex + 1
        while index < scalars.endIndex, scalars[index] != "\"" {
            if scalars[index] == "\\" { index += 1 }
            guard index < scalars.endIndex else { break }
            content.append(scalars[index])
            index += 1
        }
        guard index == scalars.endIndex - 1 else {
            let advice = "The closing quote must stand right before the @, but it is character \(index + 1)."
            throw Problem(.emailSyntax, advice)
        }
        return content[...]
    }

    private static func compared(_ scalars: ArraySlice<UnicodeScalar>) -> String {
        let text = EmailAddress.text(scalars)
        return scalars.allSatisfy(\.isASCII) ? text.caseFolded : text.normalizedNFC().caseFolded.normalizedNFC()
    }
}
