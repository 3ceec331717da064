/// What is left of an address in the ways in which servers write it differently. Two addresses with the same of it may
/// name one person; nobody can say for certain.
struct AddressLikeness: Sendable {
    /// The address without dots and a tag before the @, width and accents.
    let mailbox: String
    /// The letters and digits before the @.
    let letters: String
    /// The first letter or digit. Most masks, tenants and relays leave it alone: `l***e@x`, `lee_x#EXT#@y`. `nil` if a
    /// mask leaves no letter before the @: `•••@x`, `xxxxx@x`.
    let initial: Character?
    /// The domain.
    let domain: String
    /// What a server may leave of the letters before the @: those before each sign, and the first thirty of many.
    let parts: Set<String>
    /// The first letter of an address that a server may spell in ASCII, as `joerg` for `jörg`. It is empty for another
    /// alphabet, since then any letter may come first, and `nil` if all of them are ASCII.
    let respelled: String?
    /// Whether it has signs of masks: `l***e@x`, `•••@x`, `xxxxx@x`.
    let isMasked: Bool
    /// Whether it has signs of masks, tenants or relays.
    let isAltered: Bool

    /// Looks at an address.
    init(_ address: EmailAddress) {
        let written = address.key.dropLast(address.domain.count + 1)
        domain = address.domain
        let local = Self.plain(written)
        let untagged = local.prefix { $0 != UInt8(ascii: "+") }
        mailbox =
            String(
                decoding: (untagged.isEmpty ? local[...] : untagged).filter { $0 != UInt8(ascii: ".") }, as: UTF8.self)
            + "@" + address.domain
        let bare = local.filter { $0 >= 0x80 || Self.isLetterOrDigit($0) }
        letters = String(decoding: bare, as: UTF8.self).filter { $0.isASCII || $0.isLetter || $0.isNumber }
        parts = Self.parts(of: local, letters)
        respelled = written.utf8.allSatisfy { $0 < 0x80 } ? nil : String(letters.prefix(1).filter(\.isASCII))
        let isCrossedOut = local.count > 2 && local.allSatisfy { $0 == UInt8(ascii: "x") }
        initial = isCrossedOut ? nil : letters.first
        isMasked = initial == nil || Self.hasSign("*•…", address.key)
        isAltered = isMasked || Self.hasSign("#=%·?", address.key)
    }

    /// Of more letters than these a server may keep only so many.
    static let longest = 30

    private static func parts(of local: [UInt8], _ letters: String) -> Set<String> {
        var parts: Set<String> = []
        for index in local.indices where !isLetterOrDigit(local[index]) && local[index] < 0x80 {
            if local[index] == UInt8(ascii: ".") || local[index] == UInt8(ascii: "_") { continue }
            parts.insert(String(decoding: local[..<index].filter { $0 >= 0x80 || isLetterOrDigit($0) }, as: UTF8.self))
        }
        if letters.count > longest { parts.insert(String(letters.prefix(longest))) }
        return parts.subtracting([""])
    }

    private static func hasSign(_ signs: String, _ key: String) -> Bool {
        let isASCII = key.utf8.allSatisfy { $0 < 0x80 }
        return isASCII
            ? key.utf8.contains { byte in signs.utf8.contains(byte) } : key.contains { signs.contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte.isDigit || (byte | 0x20) &- 0x61 < 26 }

    /// The text without width and accents. Every entry of a list is asked, and nearly all are ASCII.
    private static func plain(_ text: Substring) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
        var scalars = String.UnicodeScalarView()
        for scalar in decomposed(text) where scalar.properties.generalCategory != .nonspacingMark {
            // Turkish writes a capital I in small letters without a dot.
            scalars.append(scalar == "ı" ? "i" : scalar)
        }
        return Array(String(scalars).utf8)
    }

    /// The scalars in normalisation form D, letters apart from their accents, and wide forms of ASCII as ordinary ones.
    private static func decomposed(_ text: Substring) -> [Unicode.Scalar] {
        text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            switch scalar.value {
            // Wide forms of ASCII (U+FF01 to U+FF5E).
            case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { [$0] } ?? [scalar]
            default: Array(String(scalar).decomposed.unicodeScalars)
            }
        }
    }
}
