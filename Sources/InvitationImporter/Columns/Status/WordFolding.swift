#if canImport(Darwin)
    import Foundation
#else
    @_spi(_Unicode) import Swift
#endif

/// Makes words comparable whether or not people write their accents.
enum WordFolding {
    /// A word in lower case and without accents: `Désactivé` and `desactive` are the same, and so are `Ł` and `l`.
    static func fold(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in decomposed(word.lowercased()) where !(0x300...0x36F).contains(scalar.value) {
            if let letters = letters[scalar] {
                folded.append(contentsOf: letters.unicodeScalars)
            } else {
                folded.append(scalar)
            }
        }
        return String(folded).normalizedNFC()
    }

    /// A German word as people spell it without umlauts.
    static func withoutUmlauts(_ word: String) -> String {
        guard word.utf8.contains(where: { $0 >= 0x80 }) else { return word }
        var spelled = String.UnicodeScalarView()
        for scalar in word.normalizedNFC().unicodeScalars {
            if let letters = umlauts[scalar] {
                spelled.append(contentsOf: letters.unicodeScalars)
            } else {
                spelled.append(scalar)
            }
        }
        return String(spelled)
    }

    private static let umlauts: [UnicodeScalar: String] = ["ä": "ae", "ö": "oe", "ü": "ue"]

    /// Letters that Unicode does not decompose, and the final form of a Greek one.
    private static let letters: [UnicodeScalar: String] = [
        "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ",
        "ё": "е", "ґ": "г", "أ": "ا", "إ": "ا", "آ": "ا", "’": "'",
    ]

    private static func decomposed(_ text: String) -> [UnicodeScalar] {
        #if canImport(Darwin)
            Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
        #else
            Array(text._nfd)
        #endif
    }
}
