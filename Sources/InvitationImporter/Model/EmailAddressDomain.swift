/// The part after the `@`: a domain name (RFC 5321 section 4.1.2), whose labels may be U-labels (RFC 5890).
struct EmailAddressDomain {
    /// What is compared: lower case, as A-labels.
    let key: String
    /// What is legal but unlikely to be meant.
    private(set) var warnings: [EmailAddress.Problem] = []

    private typealias Problem = EmailAddress.Problem

    init(_ scalars: ArraySlice<UnicodeScalar>) throws(EmailAddress.Problem) {
        if scalars.isEmpty { throw Problem(.emailSyntax, "There is nothing after the @.") }
        let labels = scalars.split(omittingEmptySubsequences: false, whereSeparator: Self.isDot)
        for (index, label) in labels.enumerated() {
            try Self.check(label, isFirst: index == 0, isLast: index == labels.count - 1)
        }
        let shown: String
        if scalars.allSatisfy(\.isASCII) {
            shown = EmailAddress.text(scalars).lowercased()
            key = shown
            if let label = labels.first(where: { $0.count > 63 }) { throw Self.tooLong(label, label.count) }
        } else {
            let names = try labels.map { label throws(EmailAddress.Problem) in try Self.names(of: label) }
            shown = names.map(\.unicode).joined(separator: ".")
            key = names.map(\.ascii).joined(separator: ".")
            warnings += labels.filter(Self.mixesScripts).map(Self.mixedScripts)
        }
        if key.utf8.count > 253 {
            throw Problem(.emailTooLong, "The domain is \(key.utf8.count) bytes long; at most 253 are possible.")
        }
        if labels.last?.allSatisfy({ ("0"..."9").contains($0) }) == true {
            let advice = "The address ends with a number, which is no domain. A computer's number needs brackets."
            throw Problem(.emailSyntax, advice)
        }
        warnings += Self.doubts(about: shown, isDotless: labels.count == 1)
    }

    private static func doubts(about domain: String, isDotless: Bool) -> [EmailAddress.Problem] {
        if isDotless {
            let advice = "The domain has no dot. Perhaps its ending is missing, such as .com."
            return [Problem(.emailDotless, advice)]
        }
        guard let meant = EmailAddressLookAlike.provider(resembling: domain) else { return [] }
        let written = Printable.escape(domain, limit: 80)
        let advice = "The domain is \(written). Was \(meant) meant? If not, leave it as it is."
        return [Problem(.emailLookAlike, advice)]
    }

    /// The full stop and its three East Asian forms (RFC 3490 section 3.1).
    private static func isDot(_ scalar: UnicodeScalar) -> Bool {
        scalar == "." || scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"
    }

    private static func check(
        _ label: ArraySlice<UnicodeScalar>, isFirst: Bool, isLast: Bool
    ) throws(EmailAddress.Problem) {
        guard let first = label.first else {
            let place = isFirst ? "begins with a dot" : isLast ? "ends with a dot" : "has two dots in a row"
            throw Problem(.emailSyntax, "The domain \(place), at character \(label.startIndex + (isLast ? 0 : 1)).")
        }
        for (index, scalar) in zip(label.indices, label) where !isAllowed(scalar) {
            let what = scalar == "_" ? "an underscore" : EmailAddress.name(scalar)
            throw Problem(.emailSyntax, "Character \(index + 1), \(what), is not allowed in a domain.")
        }
        if first == "-" || label.last == "-" {
            let text = Printable.escape(EmailAddress.text(label), limit: 80)
            throw Problem(.emailSyntax, "A part of the domain must not begin or end with a hyphen: \(text)")
        }
        let text = EmailAddress.text(label).lowercased()
        if text.hasPrefix("xn--"), text.utf8.allSatisfy({ $0 < 0x80 }), Punycode.meaning(of: text) == nil {
            let shown = Printable.escape(text, limit: 80)
            throw Problem(.emailSyntax, "\(shown) stands for no name in another script. Check that part of the domain.")
        }
        if isMark(first) {
            throw Problem(.emailSyntax, "Character \(label.startIndex + 1) is an accent without a letter before it.")
        }
    }

    /// Letters, digits and hyphens of ASCII; letters, marks and digits of other scripts, and the few other characters
    /// that RFC 5892 allows. Not those that are only another form of a letter, such as the wide ones.
    private static func isAllowed(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case 0..<0x80, 0xFB00...0xFB06, 0xFF00...0xFFEF, 0x1D400...0x1D7FF: return false
        case 0xB7, 0x375, 0x5F3, 0x5F4, 0x6FD, 0x6FE, 0xF0B, 0x200C, 0x200D, 0x3007, 0x30FB: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            return true
        default: return isMark(scalar)
        }
    }

    private static func isMark(_ scalar: UnicodeScalar) -> Bool {
        if scalar.value < 0x300 { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// The label in lower case, as people read it and as the domain name system does.
    private static func names(
        of label: ArraySlice<UnicodeScalar>
    ) throws(EmailAddress.Problem) -> (unicode: String, ascii: String) {
        let unicode = EmailAddress.text(label).normalizedNFC().lowercased().normalizedNFC()
        let ascii = Punycode.label(unicode)
        if ascii.utf8.count > 63 { throw tooLong(label, ascii.utf8.count) }
        return (unicode, ascii)
    }

    private static func tooLong(_ label: ArraySlice<UnicodeScalar>, _ bytes: Int) -> EmailAddress.Problem {
        let shown = Printable.escape(EmailAddress.text(label), limit: 80)
        let advice = "A part of the domain is \(bytes) bytes long; at most 63 are possible: \(shown)"
        return Problem(.emailTooLong, advice)
    }

    private static func mixedScripts(_ label: ArraySlice<UnicodeScalar>) -> EmailAddress.Problem {
        let shown = Printable.escape(EmailAddress.text(label), limit: 80)
        let advice = "In the domain, \"\(shown)\" mixes letters of different scripts that look alike. Type it anew."
        return Problem(.emailMixedScripts, advice)
    }

    /// Whether a label has letters of more than one of the scripts that look alike: Latin, Greek and Cyrillic.
    private static func mixesScripts(_ label: ArraySlice<UnicodeScalar>) -> Bool {
        var (latin, greek, cyrillic) = (0, 0, 0)
        for scalar in label {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: latin = 1
            case 0x370...0x3FF, 0x1F00...0x1FFF: greek = 1
            case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: cyrillic = 1
            default: break
            }
        }
        return latin + greek + cyrillic > 1
    }
}
