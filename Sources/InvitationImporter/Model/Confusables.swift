/// Letters that people take for each other, after Unicode Technical Standard 39. Two texts with the same skeleton look
/// the same.
///
/// It has only what a domain in lower case may hold and what looks like ASCII letters: Cyrillic, Greek, Armenian, and
/// Latin letters beyond ASCII without marks that stand out. The standard's own table has thousands of rows, almost all
/// for characters that no domain may have. In addition, `vv` counts as `w`.
enum Confusables {
    /// The text with each letter replaced by the letters it looks like.
    ///
    /// - Parameter text: a domain in lower case.
    static func skeleton(of text: String) -> String {
        var skeleton = ""
        for scalar in text.unicodeScalars {
            if let prototype = prototypes[scalar] {
                skeleton += prototype
            } else {
                skeleton.unicodeScalars.append(scalar)
            }
        }
        return skeleton
    }

    /// Whether a text in lower case is its own skeleton but for `m` and `w`. Then it can look like no other text.
    static func isPlain(_ text: [UnicodeScalar]) -> Bool {
        var last: UnicodeScalar = " "
        for scalar in text {
            switch scalar {
            case "0", "1", "\u{80}"...: return false
            case "n" where last == "r", "v" where last == "v": return false
            default: last = scalar
            }
        }
        return true
    }

    /// The ASCII letters that a letter of another script looks like, in its own case; `nil` if there are none.
    static func letters(like scalar: UnicodeScalar) -> String? {
        if let letters = prototypes[scalar] { return letters }
        let lower = scalar.properties.lowercaseMapping
        guard lower.unicodeScalars.count == 1, let small = lower.unicodeScalars.first, small != scalar else {
            return nil
        }
        return prototypes[small]?.uppercased()
    }

    private static let prototypes: [UnicodeScalar: String] = {
        var table: [UnicodeScalar: String] = ["m": "rn", "w": "vv", "0": "o", "1": "l"]
        for (prototype, others) in rows {
            for scalar in others.unicodeScalars { table[scalar] = prototype }
        }
        return table
    }()

    private static let rows: [(String, String)] = [
        ("a", "а\u{0251}\u{03B1}"), ("b", "Ь\u{0184}ь"), ("c", "с\u{03F2}\u{1D04}"), ("d", "ԁ\u{0501}"),
        ("e", "еҽ"), ("f", "\u{0192}\u{1E9D}"), ("g", "\u{0261}ց"), ("h", "һհ"), ("i", "іı\u{0269}\u{03B9}"),
        ("j", "ј\u{03F3}"), ("k", "к\u{03BA}"), ("l", "ӏ\u{0196}\u{01C0}"), ("rn", "м"), ("n", "ո\u{0578}п"),
        ("o", "оօ\u{03BF}\u{03C3}"), ("p", "р\u{03C1}"), ("q", "ԛգ"), ("r", "г\u{1D26}"), ("s", "ѕ\u{A731}"),
        ("t", "т\u{03C4}"), ("u", "ս\u{03C5}\u{028B}"), ("v", "ѵ\u{03BD}"), ("vv", "ԝա\u{0461}"), ("x", "х\u{03C7}"),
        ("y", "у\u{03B3}ү\u{0263}"), ("z", "\u{1D22}"),
    ]
}
