/// Reads the address of an entry in one of the server's lists.
///
/// Servers show addresses in other forms than they were sent: `Ann Lee <ann@x.example>`, `mailto:`, a dot at the end,
/// capitals. They are compared by the same key as everywhere.
enum ListedAddress {
    /// The address; `nil` if the text names none.
    static func read(_ text: String) -> EmailAddress? {
        let text = text.trimmed()
        if let address = EmailAddress.check(text).address { return address }
        var inner = Substring(text)
        if let open = inner.lastIndex(of: "<"), let close = inner[open...].firstIndex(of: ">") {
            inner = inner[inner.index(after: open)..<close]
        }
        if inner.lowercased().hasPrefix("mailto:") { inner = inner.dropFirst(7) }
        while inner.last == "." { inner = inner.dropLast() }
        return EmailAddress.check(String(inner)).address ?? AddressesInText.only(in: text)
    }

    /// Whether an address has signs that stand for hidden letters: `l***e@x`, `•••@x`, `xxxxx@x`.
    static func isMasked(_ address: EmailAddress) -> Bool {
        address.key.contains { "*•…".contains($0) } || initial(of: address) == nil
    }

    /// An address without what servers leave out or change: dots and a tag before the @, width and accents. Two
    /// addresses with the same result may name one mailbox; nobody can say for certain.
    static func similarity(of address: EmailAddress) -> String {
        let local = address.key.dropLast(address.domain.count + 1)
        let untagged = local.prefix { $0 != "+" }
        return plain(untagged.isEmpty ? local : untagged).filter { $0 != "." } + "@" + address.domain
    }

    /// The first letter or digit of an address. Most masks, tenants and relays leave it alone: `l***e@x`,
    /// `lee_x#EXT#@y`. `nil` if a mask leaves no letter before the @: `•••@x`, `xxxxx@x`.
    static func initial(of address: EmailAddress) -> Character? {
        let local = address.key.prefix { $0 != "@" }
        if local.count > 2, local.allSatisfy({ $0 == "x" }) { return nil }
        if let first = local.first, first.isASCII, first.isLetter || first.isNumber { return first }
        return plain(local).first { $0.isLetter || $0.isNumber }
    }

    /// Whether an entry's address may be another one as a mask, a tenant, a relay or an alias of the domain writes it:
    /// it has their signs, or the same letters and digits before the @.
    static func isAltered(_ address: EmailAddress, from key: String) -> Bool {
        if isMasked(address) || address.key.contains(where: { "#=%·?".contains($0) }) { return true }
        return bare(address.key) == bare(key)
    }

    /// The letters and digits before the @.
    private static func bare(_ key: String) -> String {
        plain(key.prefix { $0 != "@" }).filter { $0.isLetter || $0.isNumber }
    }

    /// The letters without width and accents.
    private static func plain(_ text: Substring) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.decomposedCompatibly where scalar.properties.generalCategory != .nonspacingMark {
            scalars.append(scalar)
        }
        return String(scalars)
    }
}

extension Substring {
    /// The scalars in normalisation form D, letters apart from their accents, and wide forms of ASCII as ordinary ones.
    fileprivate var decomposedCompatibly: [Unicode.Scalar] {
        unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            switch scalar.value {
            // Wide forms of ASCII (U+FF01 to U+FF5E).
            case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { [$0] } ?? [scalar]
            default: Array(String(scalar).decomposed.unicodeScalars)
            }
        }
    }
}
