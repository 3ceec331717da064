/// The ways in which people write a word, in UTF-8.
///
/// Thousands of words are spelled before the first row can be read. So each letter is folded once, by ``WordFolding``,
/// and not once for each word.
struct WordSpelling {
    /// As its language writes it. It must be in lower case and in NFC.
    private(set) var exact: [UInt8] = []
    /// Without accents.
    var folded: [UInt8] { isASCII ? exact : plain }
    /// Without accents, with the umlauts spelled as `ae`, `oe` and `ue`.
    var withoutUmlauts: [UInt8] { isASCII ? exact : german }
    /// Whether ``withoutUmlauts`` differs from ``folded``.
    private(set) var hasUmlaut = false
    /// Whether all ways are the same.
    private(set) var isASCII = true
    /// How many scalars the longest way without accents has.
    private(set) var scalars = 0

    private var plain: [UInt8] = []
    private var german: [UInt8] = []
    private var letters: [UnicodeScalar: Letter] = [:]

    /// A letter beyond ASCII.
    private struct Letter {
        let folded: [UInt8]
        /// As German spells it; `nil` for no umlaut.
        let german: [UInt8]?
        let scalars: Int

        init(_ scalar: UnicodeScalar) {
            let folded = WordFolding.fold(String(scalar))
            let german = WordFolding.withoutUmlauts(String(scalar))
            self.folded = Array(folded.utf8)
            self.german = german == String(scalar) ? nil : Array(german.utf8)
            scalars = self.german?.count ?? folded.unicodeScalars.count
        }
    }

    /// Spells a word of two parts.
    mutating func spell(_ stem: Substring, _ ending: Substring) {
        exact.removeAll(keepingCapacity: true)
        exact.append(contentsOf: stem.utf8)
        exact.append(contentsOf: ending.utf8)
        isASCII = exact.allSatisfy { $0 < 0x80 }
        hasUmlaut = false
        scalars = exact.count
        if !isASCII { fold(stem, ending) }
    }

    private mutating func fold(_ stem: Substring, _ ending: Substring) {
        plain.removeAll(keepingCapacity: true)
        german.removeAll(keepingCapacity: true)
        scalars = 0
        for part in [stem, ending] {
            for scalar in part.unicodeScalars { append(scalar) }
        }
    }

    private mutating func append(_ scalar: UnicodeScalar) {
        guard !scalar.isASCII else {
            plain.append(UInt8(truncatingIfNeeded: scalar.value))
            german.append(UInt8(truncatingIfNeeded: scalar.value))
            scalars += 1
            return
        }
        let letter = letters[scalar] ?? learn(scalar)
        plain += letter.folded
        german += letter.german ?? letter.folded
        hasUmlaut = hasUmlaut || letter.german != nil
        scalars += letter.scalars
    }

    private mutating func learn(_ scalar: UnicodeScalar) -> Letter {
        let letter = Letter(scalar)
        letters[scalar] = letter
        return letter
    }
}
