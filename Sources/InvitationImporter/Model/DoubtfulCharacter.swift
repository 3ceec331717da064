/// Characters that a program or a keyboard puts into an address instead of an ordinary one.
enum DoubtfulCharacter {
    /// The ordinary characters that were probably meant; `nil` for any other character. Empty if none stands for it.
    static func meant(by scalar: UnicodeScalar) -> String? {
        if scalar.value < 0x80 { return scalar == "`" ? "'" : nil }
        if let meant = table[scalar] { return meant }
        switch scalar.value {
        case 0xFF01...0xFF5E: return UnicodeScalar(scalar.value - 0xFEE0).map { String(Character($0)) }
        case 0x1D400...0x1D7FF: return ""
        default: return isSign(scalar) ? "" : nil
        }
    }

    /// Whether a character is a dot of a wide script. The domain name system reads it as a dot (RFC 3490 section 3.1).
    static func isWideDot(_ scalar: UnicodeScalar) -> Bool {
        scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"
    }

    /// Punctuation and signs that belong to no word in any script. Pictographs do not count.
    private static func isSign(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        // The middle dot of Catalan, the marks of Hebrew and Tibetan, and the dot between names in katakana.
        case 0xB7, 0x5F3, 0x5F4, 0xF0B, 0x30FB: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol:
            return true
        case .otherSymbol: return !scalar.properties.isEmojiPresentation
        default: return false
        }
    }

    private static let table: [UnicodeScalar: String] = {
        let rows: [(meant: String, characters: String)] = [
            ("'", "‘’‛ʹʻʼʽˈˊˋ´′‵＇ꞌ\u{384}\u{1FBD}\u{1FBF}\u{1FEF}\u{1FFD}\u{1FFE}"),
            ("-", "‐‑‒–—―⁃−﹘﹣－˗➖"), (".", "．。｡․﹒‧۔"), ("_", "＿‗"), ("...", "…"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"),
            ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬅﬆ"),
        ]
        var table: [UnicodeScalar: String] = [:]
        for (meant, characters) in rows {
            for scalar in characters.unicodeScalars { table[scalar] = meant }
        }
        return table
    }()
}
