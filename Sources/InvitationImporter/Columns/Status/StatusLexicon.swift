/// The words of all languages, folded, with their possible meanings.
struct StatusLexicon: Sendable {
    static let shared = StatusLexicon(StatusLanguage.all)

    /// By the word as its language writes it, and by the word without accents. English `invite` is not French `invité`,
    /// a guest.
    private var words = WordTable(expecting: 9_000)
    /// How many scalars the longest word has.
    private(set) var longest = 0

    private init(_ languages: [StatusLanguage]) {
        var spelling = WordSpelling()
        for language in languages { add(language, &spelling) }
    }

    /// What a word in lower case and in NFC may mean; empty for an unknown word.
    ///
    /// A word without its accents may be another word, of another language. It counts only if the name has no unknown
    /// word.
    subscript(word: String) -> [WordSense] {
        let exact = words[.exact, word]
        if !exact.isEmpty { return exact }
        return words[.folded, WordFolding.fold(word)].map { sense in
            if case .state(let state) = sense { .plainState(state) } else { sense }
        }
    }

    private mutating func add(_ language: StatusLanguage, _ spelling: inout WordSpelling) {
        let endings = language.endings.split(separator: " ").map { $0 == "_" ? [] : Array($0.utf8) }
        func add(_ texts: [StatusWord: String], _ sense: (StatusWord) -> WordSense) {
            for state in StatusWord.allCases {
                if let text = texts[state] { enter(text, endings, sense(state), &spelling) }
            }
        }
        add(language.states) { .state($0) }
        add(language.plainStates) { .plainState($0) }
        add(language.events) { .event($0) }
        add(language.beings) { .being($0) }
        add(language.things) { .thing($0) }
        add(language.ins) { .isIn(else: $0) }
        enter(language.usual, endings, .usual, &spelling)
        enter(language.wanted, endings, .wish(true), &spelling)
        enter(language.unwanted, endings, .wish(false), &spelling)
        for (mark, text) in language.marks { enter(text, endings, .mark(mark), &spelling) }
    }

    private mutating func enter(
        _ text: String, _ endings: [[UInt8]], _ sense: WordSense, _ spelling: inout WordSpelling
    ) {
        var text = text
        text.withUTF8 { bytes in
            for word in bytes.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
                let hasEndings = word.last == UInt8(ascii: "~")
                spelling.begin(UnsafeBufferPointer(rebasing: hasEndings ? word.dropLast() : word))
                guard hasEndings else {
                    enter(&spelling, sense)
                    continue
                }
                for ending in endings {
                    ending.withUnsafeBufferPointer { spelling.end($0) }
                    enter(&spelling, sense)
                }
            }
        }
    }

    /// - Parameter spelling: Stays as it is: it is not copied for each word.
    private mutating func enter(_ spelling: inout WordSpelling, _ sense: WordSense) {
        longest = max(longest, spelling.scalars)
        if spelling.isASCII { return add(spelling.exact, [.exact, .folded], sense) }
        add(spelling.exact, .exact, sense)
        add(spelling.folded, .folded, sense)
        if spelling.hasUmlaut { add(spelling.withoutUmlauts, .folded, sense) }
    }

    private mutating func add(_ word: [UInt8], _ writing: WordTable.Writing, _ sense: WordSense) {
        word.withUnsafeBufferPointer { words.add($0, writing, sense) }
    }
}
