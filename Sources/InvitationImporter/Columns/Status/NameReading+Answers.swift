/// Answers in a name, which only say how the column is filled in: `Active yes/no`, `Locked or not`. The no in them
/// denies nothing.
extension NameReading {
    /// The name without them.
    ///
    /// A yes and a no count only together, and in one language: Spanish `ya no` is no pair, though `ya` is a yes in
    /// Indonesian.
    static func withoutAnswers(_ name: String) -> String {
        let words = NameWords.split(name).map { $0.normalizedNFC() }
        var kept: [String] = []
        var index = 0
        while index < words.count {
            let count = answers(words[index...])
            if count == 0 { kept.append(words[index]) }
            index += max(1, count)
        }
        return kept.isEmpty || kept.count == words.count ? name : kept.joined(separator: " ")
    }

    /// How many words the answers have that begin here; 0 if none do.
    private static func answers(_ words: ArraySlice<String>) -> Int {
        if let first = words.first, let next = words.dropFirst().first, denials[first]?.contains(next) == true {
            return 2
        }
        // `1 yes 0 no`, `oui ou non`
        let run = words.prefix { $0 == "1" || $0 == "0" || members.contains($0) || denials[$0] != nil }
        let found = Set(run)
        guard pairs.contains(where: { found.contains($0.yes) && found.contains($0.no) }) else { return 0 }
        return run.count
    }

    private static let pairs: [(yes: String, no: String)] = [
        ("yes", "no"), ("y", "n"), ("true", "false"), ("t", "f"), ("1", "0"), ("on", "off"), ("ja", "nein"),
        ("j", "n"), ("wahr", "falsch"), ("ja", "nee"), ("ja", "nej"), ("ja", "nei"), ("oui", "non"), ("o", "n"),
        ("vrai", "faux"), ("si", "no"), ("sí", "no"), ("sì", "no"), ("s", "n"), ("verdadero", "falso"),
        ("vero", "falso"),
        ("sim", "não"), ("sim", "nao"), ("verdadeiro", "falso"), ("tak", "nie"), ("prawda", "fałsz"), ("ano", "ne"),
        ("áno", "nie"), ("pravda", "nepravda"), ("да", "нет"), ("истина", "ложь"), ("так", "ні"), ("evet", "hayır"),
        ("evet", "hayir"), ("doğru", "yanlış"), ("igen", "nem"), ("da", "nu"), ("da", "ne"), ("ναι", "όχι"), ("是", "否"),
        ("はい", "いいえ"), ("예", "아니요"), ("예", "아니오"), ("네", "아니요"),
    ]
    private static let members = Set(pairs.flatMap { [$0.yes, $0.no] })

    /// Words for `or`, each with the words for `not` that may follow.
    private static let denials: [String: Set<String>] = [
        "or": ["not", "no"], "oder": ["nicht", "nein"], "ou": ["non", "pas", "não", "nao"], "o": ["no"],
        "oppure": ["no"], "of": ["niet", "nee"], "lub": ["nie"], "albo": ["nie"], "czy": ["nie"], "nebo": ["ne"],
        "или": ["нет", "не"], "veya": ["değil", "hayır"], "eller": ["ikke", "inte", "ej", "nej", "nei"],
    ]
}
