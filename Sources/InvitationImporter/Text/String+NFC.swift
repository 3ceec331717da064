#if canImport(Darwin)
    import Foundation
#else
    @_spi(_Unicode) import Swift
#endif

extension String {
    /// The text in normalisation form C (Unicode Standard Annex 15).
    ///
    /// Elsewhere than on Apple platforms it comes from the standard library, so that the tool need not carry
    /// Foundation.
    func normalizedNFC() -> String {
        #if canImport(Darwin)
            return precomposedStringWithCanonicalMapping
        #else
            if utf8.allSatisfy({ $0 < 0x80 }) { return self }
            var scalars = UnicodeScalarView()
            scalars.append(contentsOf: _nfc)
            return String(scalars)
        #endif
    }

    /// The text in normalisation form D: letters apart from their accents.
    var decomposed: String {
        #if canImport(Darwin)
            return decomposedStringWithCanonicalMapping
        #else
            var scalars = UnicodeScalarView()
            scalars.append(contentsOf: _nfd)
            return String(scalars)
        #endif
    }

    /// The text with full case folding (Unicode Standard, section 3.13), for comparing.
    ///
    /// The standard library has no table for it. The lower case of the upper case is the same for every letter that
    /// folding changes, except Cherokee letters, which fold to upper case.
    var caseFolded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var folded = ""
        for scalar in unicodeScalars {
            guard scalar.properties.changesWhenCaseFolded else {
                folded.unicodeScalars.append(scalar)
                continue
            }
            let upper = scalar.properties.uppercaseMapping
            let lower = upper.unicodeScalars.map(\.properties.lowercaseMapping).joined()
            folded += lower == String(scalar) ? upper : lower
        }
        return folded
    }
}
