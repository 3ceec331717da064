/// Reads the name of a column: its words, and what they mean together.
struct NameReading {
    let tokens: [StatusTokens.Term]
    /// Whether the name has an unknown word.
    let hasUnknown: Bool
    let folded: String

    init(_ name: String, beside prefix: Set<String>) {
        let all = StatusTokens(Self.withoutBrackets(name)).all
        tokens = all.filter { !prefix.contains($0.text) }
        hasUnknown = tokens.contains(where: \.isUnknown)
        folded = all.map(\.text).joined()
    }

    /// The name without text in brackets, which is a remark: `Active (Y/N)`. A name that is nothing else stays.
    private static func withoutBrackets(_ name: String) -> String {
        var outside = ""
        var depth = 0
        for character in name {
            switch character {
            case "[", "(", "（": depth += 1
            case "]", ")", "）": depth = max(0, depth - 1)
            default: outside.append(depth == 0 ? character : " ")
            }
        }
        return outside.contains { $0.isLetter || $0.isNumber } ? outside : name
    }

    func hasOnly(_ mark: NameMark) -> Bool { tokens.contains { $0.hasOnly(mark) } }
    func has(_ mark: NameMark) -> Bool { tokens.contains { $0.has(mark) } }

    /// How the name says that somebody is out. Words that always say so come first, wherever they stand.
    var state: StatusWord? {
        for token in tokens { if case .state(let word)? = token.senses.first(where: \.isState) { return word } }
        // An event may be yet to come, even if its word also means that it has happened: `sortie`.
        return tokens.lazy.filter { token in !token.senses.contains(where: \.isEvent) }.compactMap(\.out).first
    }

    var hasState: Bool { tokens.contains { $0.senses.contains(where: \.isState) } }
    var event: StatusWord? { first { if case .event(let word) = $0 { word } else { nil } } }
    var being: StatusWord? { first { if case .being(let word) = $0 { word } else { nil } } }
    var thing: StatusWord? { first { if case .thing(let word) = $0 { word } else { nil } } }
    var isIn: StatusWord? { first { if case .isIn(let word) = $0 { word } else { nil } } }
    var wish: Bool? { first { if case .wish(let wish) = $0 { wish } else { nil } } }

    private func first<Value>(_ value: (WordSense) -> Value?) -> Value? {
        tokens.lazy.flatMap(\.senses).compactMap(value).first
    }

    /// Whether the words that negate others leave the name negated.
    var isDenied: Bool { tokens.count { $0.has(.denial) } % 2 == 1 }

    /// Whether the name is about something other than the person, such as a password.
    var isOfOther: Bool {
        tokens.contains { token in
            token.has(.other) && token.senses.allSatisfy { [.mark(.other), .mark(.people), .usual].contains($0) }
        }
    }
}

extension WordSense {
    var isState: Bool { if case .state = self { true } else { false } }
    var isEvent: Bool { if case .event = self { true } else { false } }
    var isIn: Bool { if case .isIn = self { true } else { false } }
    var isThing: Bool { if case .thing = self { true } else { false } }
    /// Whether it says who is in, and is not just a mark.
    var isTelling: Bool { if case .mark = self { false } else { true } }
}
