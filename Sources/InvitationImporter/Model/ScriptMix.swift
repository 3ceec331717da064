/// Recognises texts that mix scripts whose letters look alike: Latin, Greek and Cyrillic.
enum ScriptMix {
    /// Whether a text has letters of more than one of these scripts.
    static func mixes(_ scalars: some Sequence<UnicodeScalar>) -> Bool {
        var (latin, greek, cyrillic) = (0, 0, 0)
        for scalar in scalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: latin = 1
            case 0x370...0x3FF, 0x1F00...0x1FFF: greek = 1
            case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: cyrillic = 1
            default: break
            }
        }
        return latin + greek + cyrillic > 1
    }

    /// Whether each letter of a text comes from another script and looks like an ASCII letter, so that the whole looks
    /// like an ASCII word.
    static func looksLikeASCII(_ word: some Collection<UnicodeScalar>) -> Bool {
        !word.isEmpty && word.allSatisfy { !$0.isASCII && Confusables.letters(like: $0) != nil }
    }

    /// The text with each letter of another script replaced by the ASCII letters it looks like.
    static func inASCII(_ scalars: some Sequence<UnicodeScalar>) -> String {
        var text = ""
        for scalar in scalars {
            if !scalar.isASCII, let letters = Confusables.letters(like: scalar) {
                text += letters
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
