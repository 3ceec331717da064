#if canImport(Darwin)
    import Foundation
#else
    @_spi(_Unicode) import Swift
#endif

extension String {
    /// The text in normalisation form C (Unicode Standard Annex 15).
    ///
    /// Off Apple platforms it comes from the standard library, so that the tool need not carry Foundation.
    func normalizedNFC() -> String {
        #if canImport(Darwin)
            return precomposedStringWithCanonicalMapping
        #else
            var scalars = UnicodeScalarView()
            scalars.append(contentsOf: _nfc)
            return String(scalars)
        #endif
    }
}
