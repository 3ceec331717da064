/// Words for nothing: those that databases, spreadsheets and programs write (`NULL`, `\N`, `#N/A`, `nan`, `-`, `[]`),
/// and those that people write in their language (`keine`, `s/o`, `не указано`, `なし`).
enum NothingWord {
    /// The most bytes of such a word.
    static let longest = 24

    /// Whether a text is one of these words, or blank.
    ///
    /// - Parameter isName: whether the text is a person's name. Some people are called Null or Nan, so only forms that
    ///   no name has count.
    static func isOne(_ text: String, asName isName: Bool = false) -> Bool {
        guard let lower = folded(text) else { return false }
        if lower.isEmpty { return true }
        if isName, strangers.contains(lower) { return true }
        guard words.contains(lower) || said.contains(lower) || isPlaceholder(lower) else { return false }
        guard isName, mayBeNames.contains(lower) else { return true }
        let word = text.trimmed()
        return word == lower || ["NULL", "NIL", "NaN", "NAN", "NaT", "NA"].contains(word)
    }

    /// Whether a text is a word that a program writes, or blank. Where a column asks a question, a word of people is an
    /// answer: `нет`.
    static func isWritten(_ text: String) -> Bool {
        guard let lower = folded(text) else { return false }
        return lower.isEmpty || words.contains(lower)
    }

    /// The text as it is compared; `nil` if no word is like it.
    private static func folded(_ text: String) -> String? {
        guard text.utf8.count <= longest else { return nil }
        let word = text.trimmed()
        guard let first = word.utf8.first else { return "" }
        let second = word.utf8.dropFirst().first ?? UInt8.space
        return openings[Int(first) | Int(second) << 8] ? word.lowercased() : nil
    }

    /// Whether a text has nothing but signs that stand for something left out: `…`, `?`, `/`.
    private static func isPlaceholder(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { signs.contains($0) }
    }

    /// A person's name, without words for nothing that a program joined to it: `Bob undefined`, `null null`.
    static func withoutThem(_ name: String) -> String {
        guard name.utf8.contains(.space),
            name.holds("ull") || name.holds("ULL") || name.holds("ndef") || name.holds("aN")
        else { return name }
        let joined: Set<Substring> = ["null", "NULL", "undefined", "NaN", "(null)", "<null>"]
        return name.split(separator: " ").filter { !joined.contains($0) }.joined(separator: " ")
    }

    /// For each first byte of a text, and 256 times its second, whether it may be one of these words. A space stands
    /// for
    /// no second byte.
    static let openings: [Bool] = {
        var openings = [Bool](repeating: false, count: 1 << 16)
        for word in words.union(said).union(strangers).flatMap({ [$0, $0.uppercased(), capitalized($0)] }) {
            let bytes = Array(word.utf8) + [UInt8.space]
            openings[Int(bytes[0]) | Int(bytes[1]) << 8] = true
        }
        for first in signs {
            for second in signs.map({ String($0) }) + [" "] {
                let bytes = Array((String(first) + second).utf8)
                openings[Int(bytes[0]) | Int(bytes[1]) << 8] = true
            }
        }
        return openings
    }()

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    private static let signs = Set("…-–—_?/*".unicodeScalars)

    /// In English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Russian, Turkish, Chinese,
    /// Japanese, Korean, Danish, Norwegian, Swedish, Finnish and Hungarian.
    private static let said: Set<String> = [
        "na", "n. a.", "n/v", "...", "not set", "(not set)", "not applicable", "not available", "not specified",
        "not provided",
        "not given", "nothing", "no value", "no data", "empty", "blank", "tbd", "tba", "unset", "unassigned",
        "keine", "keiner", "keines", "kein", "keine angabe", "k. a.", "k.a.", "k.a", "entfällt", "ohne", "leer",
        "(leer)",
        "nichts", "nicht angegeben", "nicht vorhanden", "#nv", "#bezug!", "#wert!",
        "aucun", "aucune", "néant", "vide", "(vide)", "s/o", "s.o.", "sans objet", "non renseigné", "non défini",
        "ninguno", "ninguna", "ningún", "vacío", "(vacío)", "vacio", "sin datos", "sin valor", "no aplica", "no consta",
        "n/d", "n.d.", "nessuno", "nessuna", "niente", "vuoto", "(vuoto)", "non applicabile", "non disponibile",
        "nenhum", "nenhuma", "vazio", "(vazio)", "não aplicável", "não informado", "sem dados",
        "geen", "leeg", "(leeg)", "n.v.t.", "nvt", "niet van toepassing", "niet ingevuld",
        "brak", "nie dotyczy", "puste", "(puste)", "żaden", "žádné", "žádný", "žádná", "prázdné", "(prázdné)", "není",
        "neuvedeno", "нет", "нет данных", "не указано", "не указан", "не задано", "пусто", "(пусто)", "н/д",
        "отсутствует",
        "yok", "boş", "(boş)", "belirtilmemiş", "无", "無", "没有", "沒有", "空", "(空白)", "空白", "未设置", "未填写", "未設定", "不适用",
        "なし", "無し", "ナシ", "未記入", "未入力", "該当なし", "없음", "해당 없음", "해당없음", "미지정", "미설정",
        "ingen", "inget", "ei mitään", "tyhjä", "nincs", "üres",
    ]

    private static let words: Set<String> = [
        "null", "(null)", "<null>", "[null]", "nil", "nan", "nat", "none", "(none)", "<none>", "undefined",
        "[undefined]",
        "\\n", "n/a", "#n/a", "#n/a n/a", "n.a.", "#null!", "#ref!", "#value!", "#name?", "#div/0!", "#num!", "-", "--",
        "---", "–",
        "—", "[]", "{}", "()", "[none]", "[null, null]", "(blank)", "(empty)", "<na>", "[object object]",
    ]

    /// Words for somebody whose name nobody knows.
    private static let strangers: Set<String> = [
        "unknown", "unnamed", "no name", "noname", "unbekannt", "inconnu", "inconnue", "desconocido", "desconocida",
        "sconosciuto", "desconhecido", "onbekend", "nieznany", "neznámý", "неизвестно", "неизвестный", "bilinmiyor",
        "未知",
        "不明", "불명",
    ]

    private static let mayBeNames: Set<String> = [
        "null", "nil", "nan", "nat", "na", "brak", "yok", "ohne", "kein", "leer", "tba", "tbd",
    ]
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
