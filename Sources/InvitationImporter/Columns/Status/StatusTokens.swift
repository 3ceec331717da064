/// A text cut into words, each with its possible meanings.
///
/// Words that belong together are one (`opt out`, `no longer`). A word is cut into parts if all the parts are known
/// (`nsaccountlock`, `kontogesperrt`). In scripts without spaces, it is cut as far as the parts are known (`账户状态`).
struct StatusTokens {
    /// One word.
    struct Term: Hashable {
        /// The word, folded.
        var text: String
        /// Its possible meanings; empty for an unknown word.
        var senses: [WordSense]

        func has(_ mark: NameMark) -> Bool { senses.contains(.mark(mark)) }
        /// Whether it has this mark and is not also a small word of another language, as `do` is in Portuguese.
        func hasOnly(_ mark: NameMark) -> Bool { has(mark) && !has(.small) }
        /// The first meaning that says how somebody is out; `nil` if there is none.
        var out: StatusWord? { senses.lazy.compactMap(\.out).first }
        var isOut: Bool { out != nil || senses.contains(where: \.isEvent) }
        var isUnknown: Bool { senses.isEmpty }
    }

    private(set) var all: [Term] = []

    /// The most words that can be one together.
    private static let runLimit = 5

    /// Cuts a text.
    ///
    /// - Parameter isName: Whether it is a column's name, where a number at the end of a word means nothing.
    init(_ text: String, isName: Bool = true) {
        let words = NameWords.split(text).map { isName ? Self.withoutNumber($0.normalizedNFC()) : $0.normalizedNFC() }
        var index = 0
        while index < words.count {
            let (count, token) = Self.longestRun(of: words[index...])
            if let token {
                all.append(token)
            } else {
                all += Self.parts(of: words[index])
            }
            index += count
        }
    }

    /// The word without a number at its end: `status2`.
    private static func withoutNumber(_ word: String) -> String {
        guard word.utf8.last.map({ (0x30...0x39).contains($0) }) == true else { return word }
        if !StatusLexicon.shared[word].isEmpty { return word }
        let letters = String(word.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
        return letters.isEmpty ? word : letters
    }

    private static func longestRun(of words: ArraySlice<String>) -> (count: Int, Term?) {
        for count in stride(from: min(runLimit, words.count), to: 0, by: -1) {
            // The words of a run are in NFC; together they need not be.
            if Self.isApart(words.prefix(count), before: words.dropFirst(count).first) { continue }
            let run = words.prefix(count).joined().normalizedNFC()
            let senses = StatusLexicon.shared[run]
            if !senses.isEmpty { return (count, Term(text: WordFolding.fold(run), senses: senses)) }
        }
        return (1, nil)
    }

    /// Whether two words are no word together, though their letters are: French `de blocage` is no `déblocage`, and who
    /// is `in active service` is not inactive.
    private static func isApart(_ words: ArraySlice<String>, before next: String?) -> Bool {
        guard words.count == 2, let first = words.first, let second = words.last else { return false }
        let senses = StatusLexicon.shared[second]
        switch first {
        case "de": return senses.contains { $0.out != nil || $0.isEvent }
        case "in": return senses.contains(where: \.isIn) && next.map(services.contains) == true
        default: return false
        }
    }

    private static let services: Set<String> = ["service", "duty", "use", "employment", "directory"]

    private static func parts(of word: String) -> [Term] {
        WordSegments.parts(of: word).map { Term(text: WordFolding.fold($0), senses: StatusLexicon.shared[$0]) }
    }
}
