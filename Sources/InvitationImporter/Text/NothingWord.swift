/// Words that databases, spreadsheets and programs write for nothing: `NULL`, `\N`, `#N/A`, `nan`, `-`, `[]`.
enum NothingWord {
    /// Whether a text is one of these words, or blank.
    ///
    /// - Parameter isName: whether the text is a person's name. Some people are called Null or Nan, so only forms that
    ///   no name has count.
    static func isOne(_ text: String, asName isName: Bool = false) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        let word = text.trimmed()
        if word.isEmpty { return true }
        guard let first = word.utf8.first, first >= 0x80 || "nNuU([{<\\-#".utf8.contains(first) else { return false }
        let lower = word.lowercased()
        guard words.contains(lower) else { return false }
        return !isName || !mayBeNames.contains(lower) || word == lower
            || ["NULL", "NIL", "NaN", "NAN", "NaT"].contains(word)
    }

    /// A person's name, without words for nothing that a program joined to it: `Bob undefined`, `null null`.
    static func withoutThem(_ name: String) -> String {
        guard name.utf8.contains(.space),
            name.holds("ull") || name.holds("ULL") || name.holds("ndef") || name.holds("aN")
        else { return name }
        let joined: Set<Substring> = ["null", "NULL", "undefined", "NaN", "(null)", "<null>"]
        return name.split(separator: " ").filter { !joined.contains($0) }.joined(separator: " ")
    }

    private static let words: Set<String> = [
        "null", "(null)", "<null>", "[null]", "nil", "nan", "nat", "none", "(none)", "<none>", "undefined",
        "[undefined]",
        "\\n", "n/a", "#n/a", "#n/a n/a", "n.a.", "#null!", "#ref!", "#value!", "#name?", "#div/0!", "#num!", "-", "--",
        "---", "–",
        "—", "[]", "{}", "()", "[none]", "[null, null]", "(blank)", "(empty)", "<na>", "[object object]",
    ]

    private static let mayBeNames: Set<String> = ["null", "nil", "nan", "nat"]
}

extension JSONValue {
    /// Whether there is nothing to take from a value: it is blank, or a word for nothing.
    func isNothing(asName isName: Bool = false) -> Bool {
        switch self {
        case .string(let text): NothingWord.isOne(text, asName: isName)
        case .object(let members): members.isEmpty
        default: isBlank
        }
    }
}
