/// A text cut into words, with what each may mean.
///
/// Words that belong together are one (`opt out`, `no longer`), and what is written as one word is taken apart if all of
/// its parts are known (`nsaccountlock`, `kontogesperrt`), or, in scripts that put no spaces, as far as they are (`账户状态`).
struct StatusTokens {
    /// One word.
    struct Term: Hashable {
        /// Folded.
        var text: String
        /// What it may mean; nothing for an unknown word.
        var senses: [WordSense]

        func has(_ mark: NameMark) -> Bool { senses.contains(.mark(mark)) }
        /// Whether it does that, and is no small word of another language besides, as `do` is in Portuguese.
        func hasOnly(_ mark: NameMark) -> Bool { has(mark) && !has(.small) }
        /// The first of its meanings that says how somebody is out.
        var out: StatusWord? { senses.lazy.compactMap(\.out).first }
        var isUnknown: Bool { senses.isEmpty }
    }

    private(set) var all: [Term] = []

    /// Words that are one together, at most.
    private static let runLimit = 5

    /// Cuts a text.
    ///
    /// - Parameter isName: Whether it is the name of a column, in which a number at the end of a word means nothing.
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
            let run = words.prefix(count).joined()
            let senses = StatusLexicon.shared[run]
            if !senses.isEmpty { return (count, Term(text: WordFolding.fold(run), senses: senses)) }
        }
        return (1, nil)
    }

    private static func parts(of word: String) -> [Term] {
        WordSegments.parts(of: word).map { Term(text: WordFolding.fold($0), senses: StatusLexicon.shared[$0]) }
    }
}
