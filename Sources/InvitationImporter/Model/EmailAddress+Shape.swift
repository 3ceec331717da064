/// Checks of the whole text, before its two parts are read.
extension EmailAddress {
    /// Refuses several addresses in one cell, a name around the address, and a link instead of an address.
    static func refuseMoreThanAnAddress(_ text: String, _ scalars: [UnicodeScalar]) throws(Problem) {
        let isSeveral = scalars.count { $0 == "@" } > 1 && !isOneQuoted(scalars)
        let separated = isSeveral ? countAddresses(scalars) : 1
        if separated > 1 {
            let advice = "There are \(separated) addresses in one cell. Write one row for each person."
            throw Problem(.emailSeveral, advice)
        }
        if let inner = addressInBrackets(scalars) {
            throw Problem(.emailSyntax, "Write the address alone: \(Printable.escape(inner, limit: 254))")
        }
        if scalars.contains(":"), text.lowercased().hasPrefix("mailto:") {
            let rest = String(text.dropFirst(7))
            throw Problem(.emailSyntax, "Write the address without mailto: \(Printable.escape(rest, limit: 254))")
        }
        if let last = scalars.last, last == "," || last == ";" {
            throw Problem(.emailSyntax, "Remove the \(last) at the end of the address.")
        }
    }

    /// Whether the text is one address whose part before the @ is a quoted string, whatever is in it.
    private static func isOneQuoted(_ scalars: [UnicodeScalar]) -> Bool {
        guard scalars.first == "\"", let end = try? endOfQuotes(scalars) else { return false }
        let rest = scalars[(end + 1)...]
        return rest.first == "@" && !rest.dropFirst().contains("@")
    }

    /// Counts the parts between separators that have an `@` with text on both sides. Separators in quotes are text.
    private static func countAddresses(_ scalars: [UnicodeScalar]) -> Int {
        var addresses = 0
        var isQuoted = false
        var part: [UnicodeScalar] = []
        func isAddress() -> Bool { part.dropFirst().dropLast().contains("@") }
        for scalar in scalars {
            if scalar == "\"" { isQuoted.toggle() }
            if isQuoted || !isSeparator(scalar) {
                part.append(scalar)
            } else {
                addresses += isAddress() ? 1 : 0
                part.removeAll(keepingCapacity: true)
            }
        }
        return addresses + (isAddress() ? 1 : 0)
    }

    private static func isSeparator(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case ",", ";", "|", "/", "<", ">": true
        default: scalar.isWhiteSpace
        }
    }

    /// The address in `Ann Lee <ann@example.com>`.
    private static func addressInBrackets(_ scalars: [UnicodeScalar]) -> String? {
        guard scalars.last == ">", let open = scalars.lastIndex(of: "<") else { return nil }
        let inner = scalars[(open + 1)..<(scalars.count - 1)]
        guard inner.contains("@") else { return nil }
        return text(inner).trimmed()
    }

    /// Refuses invisible characters, so that two addresses that look the same are the same.
    ///
    /// Joiners belong to some scripts. They are allowed between letters that are not ASCII, and after a virama, which
    /// may end a word.
    static func refuseInvisible(_ scalars: [UnicodeScalar]) throws(Problem) {
        for (index, scalar) in scalars.enumerated() where scalar.value < 0x20 || scalar.value > 0x7E {
            if scalar == "\u{FFFD}" {
                let advice =
                    "Character \(index + 1) was lost when the file was saved in a wrong encoding. "
                    + "Export it again as UTF-8."
                throw Problem(.emailSyntax, advice)
            }
            let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
            if isJoiner && index > 0 {
                if scalars[index - 1].properties.canonicalCombiningClass == .virama { continue }
                let next = index + 1 < scalars.count ? scalars[index + 1].value : 0
                if scalars[index - 1].value > 0x7F && next > 0x7F { continue }
            }
            guard Printable.isInvisible(scalar) || scalar.isWhiteSpace else { continue }
            let advice =
                "Character \(index + 1) is invisible (\(name(scalar))). Delete it, or type the address anew."
            throw Problem(.emailSyntax, advice)
        }
    }

    /// The index of the `@` that divides the address.
    static func positionOfAt(_ scalars: [UnicodeScalar]) throws(Problem) -> Int {
        let first = scalars.first == "\"" ? try endOfQuotes(scalars) : 0
        let ats = scalars.indices[first...].filter { scalars[$0] == "@" }
        guard let at = ats.first else {
            if scalars.contains("\u{FF20}") || scalars.contains("\u{FE6B}") {
                throw Problem(.emailSyntax, "The @ is a wide one. Type the address anew with an ordinary @.")
            }
            throw Problem(.emailSyntax, "There is no @ in the address.")
        }
        if ats.count > 1 {
            throw Problem(
                .emailSyntax, "There is more than one @ in the address, the second as character \(ats[1] + 1).")
        }
        return at
    }

    private static func endOfQuotes(_ scalars: [UnicodeScalar]) throws(Problem) -> Int {
        var index = 1
        while index < scalars.count, scalars[index] != "\"" { index += scalars[index] == "\\" ? 2 : 1 }
        guard index < scalars.count else { throw Problem(.emailSyntax, "The quote at the beginning is never closed.") }
        return index
    }

    static func text(_ scalars: ArraySlice<UnicodeScalar>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count)
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: scalar.utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A character as a message shows it: itself, or its number.
    static func name(_ scalar: UnicodeScalar) -> String {
        if scalar == " " { return "a space" }
        let isShown = !Printable.isInvisible(scalar) && !scalar.isWhiteSpace
        if isShown { return "\(Character(scalar))" }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
