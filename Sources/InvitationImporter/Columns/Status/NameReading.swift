/// The name of a column under reading: its words, and what they come to together.
struct NameReading {
    let tokens: [StatusTokens.Term]
    /// Whether a word of the name is not known.
    let hasUnknown: Bool
    private let folded: String

    init(_ name: String, beside prefix: Set<String>) {
        let all = StatusTokens(Self.withoutBrackets(name)).all
        tokens = all.filter { !prefix.contains($0.text) }
        hasUnknown = tokens.contains(where: \.isUnknown)
        folded = all.map(\.text).joined()
    }

    /// What is in brackets is a remark: `Active (Y/N)`; a name that is nothing else is one all the same.
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

    /// How the name says that somebody is out, with the words that say so wherever they stand first.
    var state: StatusWord? {
        for token in tokens { if case .state(let word)? = token.senses.first(where: \.isState) { return word } }
        // What is done to people may be yet to come, even if the word is that for what was done: `sortie`.
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

    /// Whether the words that turn others round leave the name turned.
    var isDenied: Bool { tokens.count { $0.has(.denial) } % 2 == 1 }

    /// Whether the name is about something else than the person, such as a password.
    var isOfOther: Bool {
        tokens.contains { token in
            token.has(.other) && token.senses.allSatisfy { [.mark(.other), .mark(.people), .usual].contains($0) }
        }
    }
}

extension NameReading {
    /// What the name says; `nil` if it says nothing about who is in.
    var meaning: ColumnMeaning? {
        if Self.bits.contains(folded) { return .init(question: .bits) }
        if folded.contains("recipienttype") { return .init(question: .mailbox) }
        if tokens.isEmpty { return nil }
        if isOfOther { return reasonOfOther }
        return optOut ?? login ?? generic ?? outMeaning ?? endMeaning ?? inMeaning ?? kindMeaning ?? wishMeaning
    }

    private static let bits: Set<String> = [
        "useraccountcontrol", "uac", "aduseraccountcontrol", "msdsuseraccountcontrol",
    ]

    /// `blocked_by_id` is about a block all the same.
    private var reasonOfOther: ColumnMeaning? {
        guard hasState, has(.reason), let state, state != .pending, !isDenied else { return nil }
        return .init(question: .reason(state), isSure: false)
    }

    /// `do not contact`, `email stop`, `opt out`.
    private var optOut: ColumnMeaning? {
        guard has(.mail), !hasUnknown, state == nil, being == nil else { return nil }
        let isStopped = has(.stop) || (isDenied && isIn == nil)
        return isStopped ? .init(question: .answer(true, .unsubscribed)) : nil
    }

    /// `can log in`, `login allowed`, `no login`, `has access`.
    private var login: ColumnMeaning? {
        guard has(.access), !hasUnknown, state == nil, event == nil, !has(.date), !has(.last), !has(.reason) else {
            return nil
        }
        if isAllowed || has(.allowed) { return .init(question: .answer(isDenied, .blocked)) }
        if isDenied { return .init(question: .answer(true, .blocked)) }
        let asks = tokens.first?.has(.question) == true && tokens.count == 2 && tokens[1].text == "access"
        return asks ? .init(question: .answer(false, .blocked)) : nil
    }

    /// Whether a word says that something may be done: `enabled`, and not `current`.
    private var isAllowed: Bool {
        tokens.contains { token in
            token.senses.contains { sense in
                if case .isIn(let other) = sense { [.blocked, .disabled, .inactive].contains(other) } else { false }
            }
        }
    }

    /// `status`, `account state`, `user type`.
    private var generic: ColumnMeaning? {
        guard has(.status) || has(.type), !has(.leave) else { return nil }
        if hasOnly(.reason) || has(.date) && !has(.type) || hasOnly(.since) || has(.last) || hasOnly(.until) {
            return nil
        }
        let isOnly = state == nil && event == nil && (isIn == nil || isNoun)
        guard has(.status) else { return isOnly || being != nil ? .init(question: .kind, isSure: false) : nil }
        guard isOnly else { return nil }
        return .init(question: .status, isSure: !hasUnknown && !isLifecycle)
    }

    /// `membership status`: what is in there is what it is the status of.
    private var isNoun: Bool { tokens.allSatisfy { $0.senses.allSatisfy { !$0.isIn } || $0.has(.people) } }

    /// `Lifecycle stage` is about a customer most of the time.
    private var isLifecycle: Bool {
        tokens.contains { ["lifecycle", "life", "cycle", "stage", "phase"].contains($0.text) }
    }

    /// `deleted_at`, `is blocked`, `termination date`, `banned until`.
    private var outMeaning: ColumnMeaning? {
        guard let found = state ?? (isIn == nil || !isParticiple ? event : nil) else {
            return has(.leave) ? leave : nil
        }
        if hasUnknown && !hasState { return nil }
        if has(.leave) || has(.last) && state != nil || isOfMatter(found) { return nil }
        if has(.mail) && [.pending, .expired].contains(found) { return nil }
        let isSure = !hasUnknown
        if isDenied || isIn != nil && !isStatusOf && has(.reason) { return denied(found, isSure) }
        if has(.until) || (has(.end) && found != .expired && !(state == nil && found == .former)) {
            return .init(question: .until(found), isSure: isSure)
        }
        if has(.since) && state == nil { return nil }
        if has(.reason) { return found == .pending ? nil : .init(question: .reason(found), isSure: isSure) }
        if hasDate { return dated(found, isSure) }
        return .init(question: .answer(true, found), isSure: isSure, mayBeToCome: state == nil)
    }

    /// The archive of a mailbox, and the day when a sale is closed.
    private func isOfMatter(_ found: StatusWord) -> Bool {
        guard state == nil else { return false }
        if found == .archived { return has(.status) || tokens.contains { $0.text == "mailbox" } }
        return found == .revoked && hasDate && !has(.people) && tokens.contains { $0.text == "close" }
    }

    private var isStatusOf: Bool { has(.status) }
    /// Whether a word for being in is more than a part of what happens: `activation`.
    private var isParticiple: Bool { tokens.contains { $0.senses.contains(where: \.isIn) && !$0.has(.people) } }

    private func denied(_ state: StatusWord, _ isSure: Bool) -> ColumnMeaning? {
        if has(.reason) || hasDate { return nil }
        return .init(question: .answer(false, state), isSure: isSure)
    }

    private func dated(_ found: StatusWord, _ isSure: Bool) -> ColumnMeaning? {
        if found == .pending { return nil }
        let hasHappened = state != nil && found != .expired
        return .init(question: hasHappened ? .time(found) : .end(found), isSure: isSure)
    }

    /// A time, but not the `on` of `on hold`.
    private var hasDate: Bool { tokens.contains { $0.has(.date) } }

    /// `leave date`, and no `leave type`.
    private var leave: ColumnMeaning? {
        let isOnly = tokens.allSatisfy { $0.has(.leave) || $0.has(.date) || $0.has(.people) }
        let hasDay = tokens.contains { ["date", "day", "datum"].contains($0.text) }
        return isOnly && hasDay ? .init(question: .end(.former)) : nil
    }

    /// `expires`, `valid until`, `end date`, `access until`.
    private var endMeaning: ColumnMeaning? {
        guard !hasUnknown, has(.end) || (has(.until) && (isIn != nil || has(.people) || has(.access))), !has(.reason)
        else { return nil }
        if has(.since) || has(.last) || has(.leave) || has(.status) || isOfLicense { return nil }
        let isOf = has(.people) && tokens.first?.has(.end) != true
        let isSure = hasDate || isOf || has(.until) || isIn != nil
        return .init(question: .end(isIn == .inactive ? .former : isIn ?? .expired), isSure: isSure)
    }

    /// Licences are for software and for cars, too.
    private var isOfLicense: Bool {
        tokens.contains { ["license", "licence", "licenses", "licences"].contains($0.text) }
    }

    /// `active`, `is not enabled`, `approved at`.
    private var inMeaning: ColumnMeaning? {
        guard let other = isIn, !(other == .former && has(.access)), !hasUnknown, event == nil, !isOfThing, !has(.last),
            !has(.reason), !has(.since), !has(.mail), !has(.leave)
        else { return nil }
        if isNoun && !isCurrentMember { return member }
        if hasDate { return began(other) }
        return .init(question: .answer(isDenied, isDenied ? denial(of: other) : other))
    }

    /// Whether it is a room, or a machine, that is in.
    private var isOfThing: Bool {
        tokens.contains { $0.senses.contains(where: \.isThing) && !$0.has(.people) && !$0.has(.small) }
    }

    private func denial(of other: StatusWord) -> StatusWord { other == .pending ? .inactive : other }

    private var isCurrentMember: Bool { tokens.count > 1 && tokens[0].has(.question) }

    /// `member` alone has a yes or a no, or who knows what.
    private var member: ColumnMeaning? {
        tokens.count == 1 ? .init(question: .answer(false, .former), isSure: false, needsWord: true) : nil
    }

    private static let beginnings: Set<String> = ["activated", "approved", "accepted", "activation", "approval"]

    private func began(_ other: StatusWord) -> ColumnMeaning? {
        guard tokens.contains(where: { Self.beginnings.contains($0.text) }), !isDenied else { return nil }
        return .init(question: .since(.pending), isSure: false)
    }

    /// `is_bot`, `guest`, `service account`.
    private var kindMeaning: ColumnMeaning? {
        guard !hasUnknown, !hasDate, !has(.reason), !has(.since), !has(.last), !has(.mail), !has(.access) else {
            return nil
        }
        let asks = tokens.contains { $0.has(.question) }
        if let being { return .init(question: .answer(!isDenied, being)) }
        guard let thing else { return nil }
        let isPlain = tokens.count == 1
        let isOfPerson = tokens.contains {
            $0.has(.people) && !$0.senses.contains(where: \.isThing) && Self.beings.contains($0.text)
        }
        guard asks || isPlain || isOfPerson else { return nil }
        return .init(question: .answer(!isDenied, thing), isSure: asks || isOfPerson, needsWord: isPlain)
    }

    /// `test user`, but no `system office`.
    private static let beings: Set<String> = [
        "user", "users", "account", "accounts", "acct", "person", "member", "mailbox", "contact", "identity",
        "principal",
        "profile", "employee", "credential", "benutzer", "konto", "compte", "utilisateur", "usuario", "cuenta", "conta",
        "utente", "gebruiker", "uzytkownik", "konta", "uzivatel", "ucet", "пользователь", "аккаунт", "kullanici",
        "hesap",
        "用户", "账户", "账号", "ユーサー", "アカウント", "사용자", "계정",
    ]

    /// `invite`, `exclude`, `migrate?`
    private var wishMeaning: ColumnMeaning? {
        guard let wish, !hasUnknown, !hasDate, !has(.reason), !has(.status), !has(.type), !has(.since) else {
            return nil
        }
        return .init(question: .answer(wish == isDenied, .excluded), isWish: wish != isDenied)
    }
}

extension WordSense {
    var isState: Bool { if case .state = self { true } else { false } }
    var isEvent: Bool { if case .event = self { true } else { false } }
    var isIn: Bool { if case .isIn = self { true } else { false } }
    var isThing: Bool { if case .thing = self { true } else { false } }
    /// Whether it says who is in, and is no mark.
    var isTelling: Bool { if case .mark = self { false } else { true } }
}
