/// What a text says about somebody: that they are in, how they are out, or nothing known.
struct StatusText {
    /// How somebody is out, in the order of ``StatusWord``; empty if the text does not say that they are.
    private(set) var states: [StatusWord] = []
    /// Whether it says that somebody is in, and nothing else.
    private(set) var isIn = false
    /// Whether it has a word that says who is in or out, whatever is said about it.
    private(set) var isMentioned = false
    /// Whether it has a word for something other than a person: `expired passwords`.
    private(set) var isOfOther = false

    private static let longest = 400

    /// Reads a text.
    ///
    /// - Parameter things: Whether words such as `system` and `room`, for what is no person, count.
    init(_ text: String, things: Bool = false) {
        let text = text.withoutWidth()
        // Nobody's status is as long as this, and text without spaces takes long to cut into words.
        guard text.utf8.count <= Self.longest else { return }
        let (plain, hasSigns) = Self.withoutTick(text)
        let tokens = StatusTokens(plain, isName: false).all
        let isDenied = tokens.contains { $0.has(.denial) && !$0.senses.contains { $0.out != nil } }
        var found: Set<StatusWord> = []
        for token in tokens { if let state = Self.state(of: token, things) { found.insert(state) } }
        isOfOther = tokens.contains { $0.has(.other) && !$0.has(.people) && $0.out == nil }
        isMentioned = !found.isEmpty || tokens.contains { $0.senses.contains(where: \.asksMembership) }
        if !isDenied { states = StatusWord.allCases.filter(found.contains) }
        isIn = found.isEmpty && !isDenied && !hasSigns && Self.areIn(tokens)
    }

    /// How a word says that somebody is out.
    private static func state(of token: StatusTokens.Term, _ things: Bool) -> StatusWord? {
        if let out = token.out { return isInByChoice(token) ? nil : out }
        for sense in token.senses {
            switch sense {
            case .event(let state) where !token.senses.contains(where: \.isIn): return state
            case .being(let state): return state
            case .thing(let state) where things: return state
            default: continue
            }
        }
        return nil
    }

    /// Whether a word may mean in as well as out, and so is no reason: Dutch `open` is one, Italian `sospeso` is not.
    private static func isInByChoice(_ token: StatusTokens.Term) -> Bool {
        !token.senses.contains(where: \.isState) && token.senses.contains { $0.isIn || $0 == .usual }
    }

    /// Whether one word says that somebody is in, and no other leaves that open.
    private static func areIn(_ tokens: [StatusTokens.Term]) -> Bool {
        tokens.contains { says($0) } && tokens.allSatisfy { says($0) || mayStandBeside($0) }
    }

    /// Whether a word says that somebody is in. Who is on leave is; but `leave` alone may mean that somebody left.
    private static func says(_ token: StatusTokens.Term) -> Bool {
        token.senses.contains { $0.isIn || $0 == .usual }
            || token.has(.leave) && !["leave", "leaves"].contains(token.text) && !token.isOut
    }

    /// Whether a word changes nothing about what is said. Words that put it into the past or the future do, and so do
    /// unknown ones: `was active`, `should be active`, `active N`.
    private static func mayStandBeside(_ token: StatusTokens.Term) -> Bool {
        let marks: [NameMark] = [.last, .until, .end, .reason, .denial, .other, .stop]
        if token.isUnknown || marks.contains(where: token.has) || unreal.contains(token.text) { return false }
        if token.text.unicodeScalars.count == 1, token.text.utf8.count == 1, !"aeoy".contains(token.text) {
            return false
        }
        return !token.has(.question) || copulas.contains(token.text)
    }

    private static let unreal: Set<String> = [
        "was", "were", "been", "be", "to", "out", "scheduled", "planned", "expected",
    ]
    private static let copulas: Set<String> = [
        "is", "are", "has", "isa", "ist", "hat", "est", "a", "es", "esta", "e", "ha", "sono", "heeft", "jest", "je",
        "есть", "является", "er", "har", "tiene", "tem",
    ]

    /// Whether a text says that somebody is out and nothing else, in words that have no other meaning. This is for
    /// columns whose names do not tell.
    ///
    /// - Parameter isOfPerson: Whether the column is about the person. Then other words for being out count, too, and
    ///   what is to be done with the person: `delete account`.
    static func tells(_ text: String, isOfPerson: Bool = false) -> Bool {
        let text = text.trimmed()
        guard (3...40).contains(text.utf8.count), !text.utf8.contains(UInt8(ascii: "@")), !hasSigns(text) else {
            return text.hasSuffix("/nologin") || text == "/bin/false" || text == "/usr/bin/false"
        }
        if text.hasSuffix("/nologin") || text.hasSuffix("/bin/false") { return true }
        let tokens = StatusTokens(text, isName: false).all
        guard tokens.contains(where: { isOut($0, isOfPerson) }) else { return formerPeople(tokens) }
        if tokens.allSatisfy({ isOut($0, isOfPerson) || $0.has(.people) || $0.has(.small) }) { return true }
        return isOfPerson && isSentence(tokens)
    }

    /// Whether a text names a group of people who are out: `Former employees`, `Disabled users`.
    private static func formerPeople(_ tokens: [StatusTokens.Term]) -> Bool {
        func isPast(_ token: StatusTokens.Term) -> Bool {
            let past: [StatusWord?] = [.former, .deactivated, .disabled, .deleted, .blocked, .inactive]
            return past.contains(token.out) && !isInByChoice(token)
        }
        return tokens.contains(where: isPast) && tokens.contains { $0.has(.people) && !isPast($0) }
            && tokens.allSatisfy { isPast($0) || $0.has(.people) || $0.has(.small) }
    }

    /// Whether a remark says that somebody left a company, or lost an account: `Left the company in May`. A call that
    /// was left unanswered is something else.
    private static func isSentence(_ tokens: [StatusTokens.Term]) -> Bool {
        let gone: [StatusWord?] = [.former, .deactivated, .disabled, .deleted]
        return tokens.contains { gone.contains($0.out) && !isInByChoice($0) }
            && tokens.contains { $0.has(.people) && !$0.isOut }
            && !tokens.contains { $0.has(.other) && !$0.has(.people) || $0.has(.denial) && !$0.isOut }
    }

    /// Whether a text says nothing but that somebody, or their account, is active: `Active`, `enabled`, `valid`.
    static func saysActive(_ text: String) -> Bool {
        let text = text.trimmed()
        guard (3...40).contains(text.utf8.count), !hasSigns(text) else { return false }
        let tokens = StatusTokens(text, isName: false).all
        return tokens.contains(where: isActive)
            && tokens.allSatisfy { isActive($0) || $0.has(.people) || $0.has(.small) }
    }

    private static func isActive(_ token: StatusTokens.Term) -> Bool {
        token.senses.contains { sense in
            if case .isIn(let other) = sense { [.inactive, .disabled, .expired].contains(other) } else { false }
        } && !token.isOut
    }

    private static func isOut(_ token: StatusTokens.Term, _ isOfPerson: Bool) -> Bool {
        if strangers.contains(token.text) { return true }
        return token.senses.contains { sense in
            switch sense {
            case .state: true
            case .plainState(let word): isOfPerson || word == .disabled
            case .event, .wish(false): isOfPerson
            default: false
            }
        } && !isInByChoice(token)
    }

    /// Words for who is no member, that mean nothing else.
    private static let strangers: Set<String> = [
        "guest", "guests", "guestuser", "bot", "bots", "nonmember", "leaver", "leavers", "exemployee", "exmember",
        "noaccess", "gast", "gaste", "invitado", "invitada", "ospite",
        "convidado", "convidada", "gosc", "гость", "misafir", "访客", "来宾", "ケスト", "ゲスト", "게스트", "gjest",
    ]

    /// Whether a text has signs that no status has. Then it is not the word that its letters spell.
    static func hasSigns(_ text: String) -> Bool { withoutTick(text).hasSigns }

    /// The text after a tick in front, and whether it has signs that no status has: `!active`, `active?`, `-1`.
    private static func withoutTick(_ text: String) -> (String, hasSigns: Bool) {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, ticks.contains(first) || first == " " || first == "\u{FE0F}" {
            scalars.removeFirst()
        }
        let hasSigns =
            scalars.first == "-"
            || !scalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil || plain.contains(scalar)
                    || scalar.properties.canonicalCombiningClass != .notReordered
            }
        return (String(scalars), hasSigns)
    }

    /// Whether a text says that somebody is no longer out: `unlocked`.
    static func isUndone(_ text: String) -> Bool { undone.contains(WordFolding.fold(text.foldedWord)) }

    private static let undone: Set<String> = [
        "unlocked", "unblocked", "unbanned", "unsuspended", "undeleted", "unarchived", "restored", "reinstated",
        "reactivated", "entsperrt", "reaktiviert", "debloque", "debloquee", "desbloqueado", "desbloqueada",
        "sbloccato", "sbloccata", "gedeblokkeerd", "odblokowany", "odblokowana", "odblokovan", "разблокирован",
    ]

    private static let ticks: Set<UnicodeScalar> = ["✓", "✔", "☑", "✅", "🟢"]
    private static let plain: Set<UnicodeScalar> = [
        " ", "-", "_", ".", ",", ":", ";", "/", "&", "(", ")", "[", "]", "'", "’", "\"", "|", "‐", "‑", "–", "—",
        "\u{A0}",
    ]
}

extension String {
    /// The part of a status that is compared: its letters and digits, or all of it if it has signs, since `-1` is not
    /// `1`.
    var statusKey: String { StatusText.hasSigns(self) ? lowercased() : foldedWord }
}
