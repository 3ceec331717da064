/// The part after the `@`: a domain name (RFC 5321 section 4.1.2), whose labels may be U-labels (RFC 5890).
struct EmailAddressDomain {
    /// The form that is compared: lower case, as A-labels.
    let key: String
    /// What is legal but probably not meant.
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
            warnings += labels.filter(ScriptMix.mixes).map(Self.mixedScripts)
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
        scalar == "." || DoubtfulCharacter.isWideDot(scalar)
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
        if text.hasPrefix("xn--"), !isName(text) {
            let shown = Printable.escape(text, limit: 80)
            throw Problem(.emailSyntax, "\(shown) stands for no name in another script. Check that part of the domain.")
        }
        if isMark(first) {
            throw Problem(.emailSyntax, "Character \(label.startIndex + 1) is an accent without a letter before it.")
        }
    }

    /// Whether an A-label stands for a possible U-label: in lower case, in normalisation form C, and without characters
    /// that RFC 5892 forbids.
    private static func isName(_ label: String) -> Bool {
        guard label.utf8.allSatisfy({ $0 < 0x80 }), let text = Punycode.meaning(of: label) else { return false }
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, !isMark(first), first != "-", scalars.last != "-" else { return false }
        return text == text.normalizedNFC() && !hasPrefixOfOthers(scalars) && DomainLabel.forbidden(in: scalars) == nil
    }

    /// Whether a label has two hyphens where an A-label has them (RFC 5891 section 4.2.3.1).
    private static func hasPrefixOfOthers(_ label: [UnicodeScalar]) -> Bool {
        label.count > 3 && label[2] == "-" && label[3] == "-"
    }

    /// Letters, digits and hyphens of ASCII; letters, marks and digits of other scripts; and the few other characters
    /// that RFC 5892 allows. Characters that are only another form of a letter, such as the wide ones, are not allowed.
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

    /// The label in lower case: as people read it, and as the domain name system reads it.
    private static func names(
        of label: ArraySlice<UnicodeScalar>
    ) throws(EmailAddress.Problem) -> (unicode: String, ascii: String) {
        let unicode = EmailAddress.text(label).normalizedNFC().lowercased().normalizedNFC()
        if !label.allSatisfy(\.isASCII) { try refuseForbidden(unicode, label) }
        let ascii = Punycode.label(unicode)
        if ascii.utf8.count > 63 { throw tooLong(label, ascii.utf8.count) }
        return (unicode, ascii)
    }

    private static func refuseForbidden(
        _ name: String, _ label: ArraySlice<UnicodeScalar>
    ) throws(EmailAddress.Problem) {
        let scalars = Array(name.unicodeScalars)
        if hasPrefixOfOthers(scalars) {
            let shown = Printable.escape(EmailAddress.text(label), limit: 80)
            throw Problem(.emailSyntax, "\(shown) has two hyphens where a name in another script has none.")
        }
        guard let forbidden = DomainLabel.forbidden(in: scalars) else { return }
        let shown = EmailAddress.name(forbidden)
        let index = label.firstIndex(of: forbidden) ?? label.startIndex
        throw Problem(.emailSyntax, "Character \(index + 1), \(shown), is not allowed in this place of a domain.")
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
}

extension EmailAddress {
    /// A domain in its own alphabet; `nil` if it has no A-label that stands for a text.
    ///
    /// - Parameter domain: A domain in lower case as A-labels.
    public static func domainInOwnAlphabet(_ domain: String) -> String? {
        guard domain.holds("xn--") else { return nil }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false).map { label in
            label.hasPrefix("xn--") ? Punycode.meaning(of: String(label)) ?? String(label) : String(label)
        }
        let text = labels.joined(separator: ".")
        return text == domain ? nil : text
    }

    /// A domain, and in brackets what its A-labels stand for: `xn--bcher-kva.example (bücher.example)`.
    public static func readable(domain: String) -> String {
        domainInOwnAlphabet(domain).map { "\(domain) (\($0))" } ?? domain
    }
}
