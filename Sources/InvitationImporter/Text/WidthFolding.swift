extension String {
    /// The text with full-width letters and signs as plain ones, and half-width katakana as full ones: `Ａｃｔｉｖｅ` is
    /// `Active`. Japanese and Chinese keyboards write either.
    func withoutWidth() -> String {
        guard utf8.contains(where: { $0 == 0xE3 || $0 == 0xEF }),
            unicodeScalars.contains(where: { $0.value == 0x3000 || (0xFF01...0xFF9F).contains($0.value) })
        else {
            return self
        }
        var plain = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x3000: plain.append(" ")
            case 0xFF01...0xFF5E: plain.append(UnicodeScalar(scalar.value - 0xFEE0) ?? scalar)
            case 0xFF66...0xFF9F: plain.append(WidthFolding.katakana[Int(scalar.value) - 0xFF66])
            default: plain.append(scalar)
            }
        }
        return String(plain).normalizedNFC()
    }
}

/// The full forms of half-width katakana.
private enum WidthFolding {
    /// From U+FF66. The last two are the voicing marks, which join the letter before them.
    static let katakana = Array(
        ("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
            + "\u{3099}\u{309A}").unicodeScalars)
}
