/// Reads the name of a column: its words, and what they mean together.
struct NameReading {
    let tokens: [StatusTokens.Term]
    /// Whether the name has an unknown word.
    let hasUnknown: Bool
    let folded: String
    /// Whether the name has both answers: `Active/Inactive`.
    let isChoice: Bool
    /// The words of the last member of a path, if it has several: `isActive` of `x.y.isActive`.
    private(set) var lastMember: [StatusTokens.Term] = []

    init(_ name: String, beside prefix: Set<String>) {
        // The envelope of an answer is no date, though the word is one in other languages.
        let inner = name.hasPrefix("data.") ? String(name.dropFirst(5)) : name
        let asked = Self.withoutAnswers(Self.withoutBrackets(inner))
        let all = StatusTokens(asked).all
        // The `on` of `on waitlist` is no day.
        let isOn = all.count > 1 && all[0].text == "on" && all[1].isOut
        tokens = all.dropFirst(isOn ? 1 : 0).filter { !prefix.contains($0.text) }
        hasUnknown = tokens.contains(where: \.isUnknown)
        folded = all.map(\.text).joined()
        isChoice = Self.isChoice(asked)
        if let dot = name.lastIndex(of: "."), hasUnknown {
            lastMember = StatusTokens(Self.withoutBrackets(String(name[name.index(after: dot)...]))).all
        }
    }

    /// Some of a name's words, read as if there were no others.
    init(of tokens: [StatusTokens.Term]) {
        self.tokens = tokens
        hasUnknown = tokens.contains(where: \.isUnknown)
        folded = ""
        isChoice = false
    }

    private static func isChoice(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        guard parts.count == 2 else { return false }
        let (first, second) = (StatusText(String(parts[0])), StatusText(String(parts[1])))
        return first.isIn && isOpposite(second) || second.isIn && isOpposite(first)
    }

    private static func isOpposite(_ text: StatusText) -> Bool {
        !text.states.isEmpty || text.isMentioned && !text.isIn
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
    var wish: Bool? { first { if case .wish(let wish) = $0 { wish } else { nil } } }

    /// The state of those who are not in, if a word of the name says who is in. A word for people, such as `internal`
    /// or `human`, says so only in a name that asks for nothing else.
    var isIn: StatusWord? {
        let all: [StatusWord] = tokens.flatMap(\.senses).compactMap {
            if case .isIn(let word) = $0 { word } else { nil }
        }
        let marks: [NameMark] = [.small, .question, .denial, .people, .mail]
        let asksNothingElse = tokens.allSatisfy { token in
            token.senses.contains(where: \.isIn) || marks.contains(where: token.has)
        }
        return all.first { WordSense.isIn(else: $0).asksMembership } ?? (asksNothingElse ? all.first : nil)
    }

    private func first<Value>(_ value: (WordSense) -> Value?) -> Value? {
        tokens.lazy.flatMap(\.senses).compactMap(value).first
    }

    /// Whether the words that negate others leave the name negated. Two that are one in their language do: `n'est
    /// plus`.
    var isDenied: Bool {
        let denials = tokens.filter { $0.has(.denial) }
        let single = denials.filter { !Self.reinforcing.contains($0.text) }
        return (single.isEmpty ? min(1, denials.count) : single.count) % 2 == 1
    }

    /// Words that stand beside another denial and are none of their own there: ne … plus, non più, ya no, больше не.
    private static let reinforcing: Set<String> = [
        "ne", "plus", "piu", "più", "uz", "už", "больше", "ya", "mai", "nikdy", "nigdy", "никогда", "jamas", "jamás",
        "nunca", "jamais",
    ]

    /// Whether the name is about a subscription, which may be that to the mails.
    var isOfList: Bool { tokens.contains { ["subscription", "subscriptions"].contains($0.text) } }

    /// Whether what stands in the column is said of the person: it is about them, is a remark or something to be done,
    /// or the name says nothing: `Unnamed: 3`.
    var isSaidOfPerson: Bool {
        tokens.allSatisfy { token in
            let marks: [NameMark] = [.people, .small, .reason, .access, .allowed]
            return marks.contains(where: token.has) || Self.matters.contains(token.text)
                || token.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    private static let matters: Set<String> = [
        "action", "actions", "decision", "todo", "do", "next", "step", "event", "change", "unnamed", "column",
        "permission", "permissions", "aktion", "massnahme", "entscheidung", "accion", "decisione", "azione", "acao",
        "kommentar", "kommentare", "bemerkungen", "notiz", "notizen", "anmerkung", "anmerkungen", "commentaire",
        "commentaires", "remarque", "remarques", "observation", "observations", "comentario", "comentarios",
        "observacion", "observaciones", "observacoes", "nota", "notas", "note", "commento", "commenti", "osservazioni",
        "opmerking", "opmerkingen", "uwagi", "uwaga", "komentarz", "poznamka", "poznamky", "комментарии", "комментарий",
        "примечание", "примечания", "not", "aciklama", "备注", "備註", "说明", "備考", "비고",
    ]

    private static let codes: Set<String> = ["code", "codes", "cd", "id", "ids", "num", "nr", "name"]

    /// Whether the name is about the code of a status, which need not be a word.
    var isOfCode: Bool { has(.status) && tokens.contains { Self.codes.contains($0.text) } }

    /// Whether the name is about something other than the person, such as a password.
    var isOfOther: Bool {
        if isOfCollective { return true }
        // `status_code` and `state_id` are about what they are the code of.
        if has(.status), tokens.allSatisfy({ !$0.has(.other) || Self.codes.contains($0.text) || $0.text == "list" }) {
            return false
        }
        // Somebody checked the day of a `Verified Termination Date`.
        let isVerified = event == .former && hasDate
        let asks = has(.status) || state != nil
        return tokens.contains { token in
            token.has(.other) && !(isVerified && token.text == "verified")
                && token.senses.allSatisfy {
                    [.mark(.other), .mark(.people), .usual].contains($0) || asks && $0.isThing
                }
        }
    }

    /// Whether the name is about what several people have together: `company_status`, `team_archived`. Somebody leaves
    /// a
    /// company, and it is closed.
    private var isOfCollective: Bool {
        guard let index = tokens.firstIndex(where: { Self.collectives.contains($0.text) }), index + 1 < tokens.count,
            state != .former, event != .former
        else { return false }
        let (before, after) = (tokens.prefix(index), tokens.dropFirst(index + 1))
        return after.contains { $0.has(.status) || $0.isOut || $0.senses.contains(where: \.isIn) }
            && !(before + after).contains { $0.has(.people) && !Self.collectives.contains($0.text) }
            && !isDenied && !has(.reason)
    }

    private static let collectives: Set<String> = [
        "company", "organization", "organisation", "org", "team", "group", "department", "site", "workspace", "tenant",
        "store", "branch", "location", "household", "customer", "client", "vendor", "partner", "parent", "firma",
        "unternehmen", "standort", "filiale", "abteilung", "equipe", "groupe", "entreprise", "societe", "magasin",
        "empresa",
        "equipo", "grupo", "departamento", "azienda", "squadra", "gruppo", "negozio", "bedrijf", "groep", "vestiging",
        "zespol", "grupa", "oddzial", "tym", "skupina", "pobocka", "компания", "компании", "команда", "команды",
        "группа",
        "группы", "отдел", "отдела", "филиал", "sirket", "takim", "grup", "sube", "公司", "团队", "部门", "门店", "会社", "チーム",
        "部署",
        "店舗", "회사", "팀", "부서", "매장",
    ]
}

extension WordSense {
    var isState: Bool { if case .state = self { true } else { false } }
    var isEvent: Bool { if case .event = self { true } else { false } }
    var isIn: Bool { if case .isIn = self { true } else { false } }
    /// Whether it says that somebody is in, as opposed to no guest, no bot or not on a list.
    var asksMembership: Bool {
        if case .isIn(let other) = self { ![.guest, .bot, .unsubscribed].contains(other) } else { false }
    }
    var isThing: Bool { if case .thing = self { true } else { false } }
    /// Whether it says who is in, and is not just a mark.
    var isTelling: Bool { if case .mark = self { false } else { true } }
}
