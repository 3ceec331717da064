/// An address that mail can be sent to: a mailbox of RFC 5321 section 4.1.2, with letters of all scripts (RFC 6531).
///
/// No address in ordinary use is refused: apostrophes, plus signs, one-letter parts, new top-level domains and
/// non-ASCII letters are all fine. An address that is legal but probably not meant gets a warning.
public struct EmailAddress: Hashable, Sendable {
    /// The address as written, without white space around it and with ordinary dots in its domain. This is what is
    /// sent.
    public let written: String
    /// The form that is compared: the address in normalisation form C, its local part case-folded and without needless
    /// quotes, its domain in lower case as A-labels (RFC 5890).
    public let key: String

    /// The domain in lower case as A-labels.
    public var domain: String { String(Self.domain(of: key)) }

    /// The text after the last @, since a quoted local part may have an @ as well; the whole text if there is none.
    static func domain(of text: String) -> Substring {
        let at = text.utf8.lastIndex(of: UInt8(ascii: "@")).map(text.utf8.index(after:))
        return text[(at ?? text.startIndex)...]
    }

    /// Whether a domain is one of these, or below one of them; all in lower case as A-labels.
    static func domain(_ domain: String, isWithin domains: Set<String>) -> Bool {
        domains.contains(domain) || domains.contains { domain.hasSuffix("." + $0) }
    }

    /// Something noticed about a text that should be an address. The caller knows its row.
    public struct Problem: Error, Hashable, Sendable {
        /// What was noticed. It decides whether the address can be used.
        public var code: Finding.Code
        /// What is wrong and what to do, for a person. Safe to show.
        public var advice: String

        /// Makes a problem.
        public init(_ code: Finding.Code, _ advice: String) {
            self.code = code
            self.advice = advice
        }

        /// The problem as a finding on a row.
        public func finding(line: Int, column: String?, value: String?) -> Finding {
            Finding(code, line: line, column: column, value: value, advice: advice)
        }
    }

    /// The result of a check.
    public struct Check: Hashable, Sendable {
        /// The address; `nil` if the problem is an error.
        public var address: EmailAddress?
        /// One error, or any number of warnings.
        public var problems: [Problem]
    }

    /// Checks a text that should be one address.
    ///
    /// - Parameter raw: the text as it was written.
    public static func check(_ raw: String) -> Check {
        let text = raw.trimmed()
        var warnings: [Problem] = []
        do throws(Problem) {
            let address = try read(text, &warnings)
            return Check(address: address, problems: warnings)
        } catch {
            return Check(address: nil, problems: [error])
        }
    }

    private static func read(_ text: String, _ warnings: inout [Problem]) throws(Problem) -> EmailAddress {
        let scalars = Array(text.unicodeScalars)
        if scalars.isEmpty {
            throw Problem(.emailMissing, "There is no address. Fill it in, or delete the row.")
        }
        try refuseMoreThanAnAddress(text, scalars)
        try refuseInvisible(scalars)
        let at = try positionOfAt(scalars)
        let sent = withOrdinaryDots(text, scalars, at, &warnings)
        let localPart = try EmailAddressLocalPart(scalars[..<at])
        try refuseTooLong(sent, scalars[..<at])
        if localPart.isQuoted {
            let advice = "The part before the @ is in quotes. That is legal, but many systems refuse it."
            warnings.append(Problem(.emailQuoted, advice))
        }
        let domain = try domainKey(scalars[(at + 1)...], at: at + 1, &warnings)
        warnings += EmailAddressDoubts(scalars, at: at, isQuoted: localPart.isQuoted, domain: domain).problems
        return EmailAddress(written: sent, key: localPart.key + "@" + domain)
    }

    /// The text with ordinary dots instead of the wide ones in its domain (RFC 3490 section 3.1).
    private static func withOrdinaryDots(
        _ text: String, _ scalars: [UnicodeScalar], _ at: Int, _ warnings: inout [Problem]
    ) -> String {
        guard let wide = scalars[at...].firstIndex(where: DoubtfulCharacter.isWideDot) else { return text }
        let domain = scalars[at...].map { DoubtfulCharacter.isWideDot($0) ? "." : $0 }
        let advice = "Character \(wide + 1), \(name(scalars[wide])), is a wide dot. An ordinary one is sent for it."
        warnings.append(Problem(.emailOddLetter, advice))
        return self.text(scalars[..<at] + domain)
    }

    private static func domainKey(
        _ scalars: ArraySlice<UnicodeScalar>, at position: Int, _ warnings: inout [Problem]
    ) throws(Problem) -> String {
        if scalars.first == "[" {
            let literal = try EmailAddressLiteral(scalars)
            let advice = "The address names a computer by its number. That is legal, but rarely meant."
            warnings.append(Problem(.emailLiteral, advice))
            return literal.key
        }
        let domain = try EmailAddressDomain(scalars)
        warnings += domain.warnings
        return domain.key
    }

    /// RFC 5321 sections 4.5.3.1.1 and 4.5.3.1.3: 64 octets before the @, and 256 in all with angle brackets.
    private static func refuseTooLong(_ text: String, _ localPart: ArraySlice<UnicodeScalar>) throws(Problem) {
        let localBytes = localPart.reduce(0) { $0 + UTF8.width($1) }
        if localBytes > 64 {
            let advice = "The part before the @ is \(localBytes) bytes long; at most 64 are possible."
            throw Problem(.emailTooLong, advice)
        }
        if text.utf8.count > 254 {
            let advice = "The address is \(text.utf8.count) bytes long; at most 254 are possible."
            throw Problem(.emailTooLong, advice)
        }
    }
}
