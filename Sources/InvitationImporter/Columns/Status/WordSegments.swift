/// Takes compound words apart.
enum WordSegments {
    /// The parts of a word, if all are known; otherwise the word itself. In a script without spaces: the known parts
    /// and the text between them.
    static func parts(of word: String) -> [String] {
        let scalars = Array(word.unicodeScalars)
        if scalars.contains(where: isWithoutSpaces) { return partsBetween(scalars) }
        // A shorter word cannot have two parts.
        guard (5...40).contains(scalars.count) else { return [word] }
        return knownParts(scalars) ?? [word]
    }

    /// The fewest known words that form a word; `nil` unless one of them says something about who is in.
    private static func knownParts(_ scalars: [UnicodeScalar]) -> [String]? {
        var best: [[String]?] = Array(repeating: nil, count: scalars.count + 1)
        best[0] = []
        for end in 1...scalars.count {
            for start in max(0, end - StatusLexicon.shared.longest)..<end {
                guard let before = best[start], before.count < (best[end]?.count ?? .max) - 1 else { continue }
                let part = text(scalars[start..<end])
                let isLast = end == scalars.count
                if mayBePart(part, isInner: start > 0 && !isLast, isLast: isLast) { best[end] = before + [part] }
            }
        }
        guard let parts = best[scalars.count], parts.contains(where: isTelling) || isOfAccount(parts),
            parts.contains(where: isOfColumn)
        else {
            return nil
        }
        return parts
    }

    /// Whether a word names an account of something that is no person: `Dienstkonto`.
    private static func isOfAccount(_ parts: [String]) -> Bool {
        guard let first = parts.first, let last = parts.last, accounts.contains(last) else { return false }
        return first.utf8.count > 3 && StatusLexicon.shared[first].contains(where: \.isThing)
    }

    private static let accounts: Set<String> = [
        "konto", "konten", "account", "accounts", "user", "users", "benutzer", "postfach", "gebruiker", "bruger",
        "bruker",
    ]

    private static func mayBePart(_ part: String, isInner: Bool, isLast: Bool) -> Bool {
        let senses = StatusLexicon.shared[part]
        switch part.utf8.count {
        case 0: return false
        // The letter between the parts of a German compound.
        case 1: return isInner && part == "s"
        case 2, 3: return shortParts.contains(part) || isLast && shortEnds.contains(part)
        default: return !senses.isEmpty && senses != [.usual]
        }
    }

    /// Short words that may be parts of a name. Other short ones would be found in too many words.
    private static let shortParts: Set<String> = [
        "is", "has", "at", "on", "by", "to", "be", "no", "not", "emp", "usr", "acc", "ad", "ns", "end",
    ]
    private static let shortEnds: Set<String> = ["art", "typ", "yn", "am", "bis"]

    /// Whether a part says who is in. A name without such a part stays whole.
    private static func isTelling(_ part: String) -> Bool {
        StatusLexicon.shared[part].contains { sense in
            switch sense {
            case .state, .plainState, .event, .being, .isIn: part.utf8.count > 3
            case .mark(.type): part.utf8.count > 2
            case .mark(.status), .mark(.stop), .mark(.end), .mark(.until): part.utf8.count > 3
            default: false
            }
        }
    }

    /// Whether a part is a common addition in columns' names: `account`, `date`, `is`. Without one, a word stays whole:
    /// `deadlock`.
    private static func isOfColumn(_ part: String) -> Bool {
        if ["flag", "indicator", "kennzeichen"].contains(part) { return true }
        return StatusLexicon.shared[part].contains { sense in
            if case .mark(let mark) = sense {
                columnMarks.contains(mark) && part != "be" && part != "by"
            } else {
                false
            }
        }
    }

    private static let columnMarks: Set<NameMark> = [
        .people, .question, .date, .access, .mail, .reason, .status, .until, .denial,
    ]

    private static let longestWithoutSpaces = 12

    /// The longest known words from the left, and the text between them.
    private static func partsBetween(_ scalars: [UnicodeScalar]) -> [String] {
        var parts: [String] = []
        var unknown = ""
        var start = 0
        // The longest word of these scripts is much shorter than the longest of all.
        let longest = min(StatusLexicon.shared.longest, longestWithoutSpaces)
        while start < scalars.count {
            let ends = stride(from: min(scalars.count, start + longest), to: start, by: -1)
            let end = ends.first { !StatusLexicon.shared[text(scalars[start..<$0])].isEmpty }
            if let end {
                if !unknown.isEmpty { parts.append(unknown) }
                unknown = ""
                parts.append(text(scalars[start..<end]))
                start = end
            } else {
                unknown.unicodeScalars.append(scalars[start])
                start += 1
            }
        }
        return unknown.isEmpty ? parts : parts + [unknown]
    }

    /// Whether a character is Chinese, Japanese or Korean.
    private static func isWithoutSpaces(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9D: true
        default: false
        }
    }

    private static func text(_ scalars: ArraySlice<UnicodeScalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
