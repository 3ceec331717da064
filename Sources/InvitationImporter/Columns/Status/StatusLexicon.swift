/// The words of all languages, folded, with their possible meanings.
struct StatusLexicon: Sendable {
    static let shared = StatusLexicon(StatusLanguage.all)

    /// By the word as its language writes it. English `invite` is not French `invité`, a guest.
    private var exact: [String: [WordSense]] = [:]
    /// By the word without accents, for names written that way.
    private var folded: [String: [WordSense]] = [:]
    /// How many scalars the longest word has.
    private(set) var longest = 0

    private init(_ languages: [StatusLanguage]) {
        for language in languages { add(language) }
    }

    /// What a word in lower case may mean; empty for an unknown word.
    ///
    /// A word without its accents may be another word, of another language. It counts only if the name has no unknown
    /// word.
    subscript(word: String) -> [WordSense] {
        if let senses = exact[word] { return senses }
        return folded[WordFolding.fold(word)]?.map { if case .state(let state) = $0 { .plainState(state) } else { $0 } }
            ?? []
    }

    private mutating func add(_ language: StatusLanguage) {
        let endings = language.endings.split(separator: " ").map { $0 == "_" ? "" : String($0) }
        func add(_ texts: [StatusWord: String], _ sense: (StatusWord) -> WordSense) {
            for (state, text) in texts { enter(text, endings, sense(state)) }
        }
        add(language.states) { .state($0) }
        add(language.plainStates) { .plainState($0) }
        add(language.events) { .event($0) }
        add(language.beings) { .being($0) }
        add(language.things) { .thing($0) }
        add(language.ins) { .isIn(else: $0) }
        enter(language.usual, endings, .usual)
        enter(language.wanted, endings, .wish(true))
        enter(language.unwanted, endings, .wish(false))
        for (mark, text) in language.marks { enter(text, endings, .mark(mark)) }
    }

    private mutating func enter(_ text: String, _ endings: [String], _ sense: WordSense) {
        for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
            let forms = word.hasSuffix("~") ? endings.map { String(word.dropLast()) + $0 } : [word]
            for form in forms {
                enter(form, sense)
            }
        }
    }

    /// Thousands of words are entered before the first row can be read. Most are of ASCII and in lower case, as they
    /// are compared.
    private mutating func enter(_ form: String, _ sense: WordSense) {
        if form.utf8.allSatisfy({ $0 < 0x80 }) {
            Self.enter(sense, form, in: &exact)
            return enter(spelling: form, sense)
        }
        let form = form.normalizedNFC()
        Self.enter(sense, form, in: &exact)
        let (spelling, german) = (WordFolding.fold(form), WordFolding.withoutUmlauts(form))
        enter(spelling: spelling, sense)
        if german != form { enter(spelling: WordFolding.fold(german), sense) }
    }

    private mutating func enter(spelling: String, _ sense: WordSense) {
        Self.enter(sense, spelling, in: &folded)
        longest = max(longest, spelling.unicodeScalars.count)
    }

    private static func enter(_ sense: WordSense, _ word: String, in table: inout [String: [WordSense]]) {
        if table[word]?.contains(sense) != true { table[word, default: []].append(sense) }
    }
}
