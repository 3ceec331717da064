/// The ways in which people write a word, in UTF-8.
///
/// Thousands of words are spelled before the first row can be read. So each letter is folded once, by ``WordFolding``,
/// and not once for each word.
struct WordSpelling {
    /// As its language writes it. It must be in lower case and in NFC.
    private(set) var exact: [UInt8] = []
    /// Without accents. Only a word with letters beyond ASCII has this way and the next.
    private(set) var folded: [UInt8] = []
    /// Without accents, with the umlauts spelled as `ae`, `oe` and `ue`.
    private(set) var withoutUmlauts: [UInt8] = []
    /// Whether ``withoutUmlauts`` differs from ``folded``.
    private(set) var hasUmlaut = false
    /// Whether all ways are the same.
    private(set) var isASCII = true
    /// How many scalars the longest way without accents has.
    private(set) var scalars = 0

    private var letters: [UnicodeScalar: Letter] = [:]
    private var stem = Stem()

    /// What is spelled once for all endings.
    private struct Stem {
        var exact = 0
        var folded = 0
        var withoutUmlauts = 0
        var scalars = 0
        var isASCII = true
        var hasUmlaut = false
    }

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

    /// Spells the stem of a word, which ``end(_:)`` then ends, perhaps in several ways.
    ///
    /// - Parameter stem: Bytes of UTF-8.
    mutating func begin(_ stem: UnsafeBufferPointer<UInt8>) {
        self.stem = Stem()
        end(stem)
        self.stem = Stem(
            exact: exact.count, folded: folded.count, withoutUmlauts: withoutUmlauts.count, scalars: scalars,
            isASCII: isASCII, hasUmlaut: hasUmlaut)
    }

    /// Spells the stem with an ending.
    ///
    /// - Parameter ending: Bytes of UTF-8.
    mutating func end(_ ending: UnsafeBufferPointer<UInt8>) {
        exact.removeLast(exact.count - stem.exact)
        exact.append(contentsOf: ending)
        let endsInASCII = ending.allSatisfy { $0 < 0x80 }
        isASCII = stem.isASCII && endsInASCII
        hasUmlaut = stem.hasUmlaut
        guard !isASCII else {
            scalars = exact.count
            return
        }
        if stem.isASCII {
            folded.replaceSubrange(0..., with: exact[..<stem.exact])
            withoutUmlauts.replaceSubrange(0..., with: exact[..<stem.exact])
        } else {
            folded.removeLast(folded.count - stem.folded)
            withoutUmlauts.removeLast(withoutUmlauts.count - stem.withoutUmlauts)
        }
        scalars = stem.scalars
        if endsInASCII {
            folded.append(contentsOf: ending)
            withoutUmlauts.append(contentsOf: ending)
            scalars += ending.count
        } else {
            for scalar in String(decoding: ending, as: UTF8.self).unicodeScalars { append(scalar) }
        }
    }

    private mutating func append(_ scalar: UnicodeScalar) {
        guard !Self.standsForItself(scalar) else {
            for byte in UTF8.encode(scalar).unsafelyUnwrapped {
                folded.append(byte)
                withoutUmlauts.append(byte)
            }
            scalars += 1
            return
        }
        let letter = letters[scalar] ?? learn(scalar)
        folded += letter.folded
        withoutUmlauts += letter.german ?? letter.folded
        hasUmlaut = hasUmlaut || letter.german != nil
        scalars += letter.scalars
    }

    /// Whether a letter in lower case has one form only, as nearly all letters of the words have: ASCII, Russian, the
    /// characters of Chinese, Japanese and Korean.
    private static func standsForItself(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case ..<0x80, 0x430...0x438, 0x43A...0x44F, 0x3041...0x3096, 0x30A1...0x30FC, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
            true
        default: false
        }
    }

    private mutating func learn(_ scalar: UnicodeScalar) -> Letter {
        let letter = Letter(scalar)
        letters[scalar] = letter
        return letter
    }
}
