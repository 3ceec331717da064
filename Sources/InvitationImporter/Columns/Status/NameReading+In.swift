/// What a name says about who is in, what somebody is, and whom the maker of the file wants to invite.
extension NameReading {
    /// `expires`, `valid until`, `end date`, `access until`.
    var endMeaning: ColumnMeaning? {
        guard !hasUnknown, has(.end) || (has(.until) && (isIn != nil || has(.people) || has(.access))), !has(.reason)
        else { return nil }
        if has(.since) || has(.last) || has(.leave) || has(.status) || isOfLicense { return nil }
        let isOf = has(.people) && tokens.first?.has(.end) != true
        let isPlain = tokens.count == 1 && Self.plainEnds.contains(folded)
        let isSure = hasDate || isOf || has(.until) || isIn != nil || !isPlain
        return .init(question: .end(isIn == .inactive ? .former : isIn ?? .expired), isSure: isSure)
    }

    /// Words for an end that may be that of a rope.
    private static let plainEnds: Set<String> = [
        "end", "ends", "exp", "finish", "finishes", "ende", "fin", "fine", "fim", "einde", "koniec", "konec",
    ]

    /// Whether the name is about a licence. Licences are for software and for cars, too.
    private var isOfLicense: Bool {
        tokens.contains { ["license", "licence", "licenses", "licences"].contains($0.text) }
    }

    /// `active`, `is not enabled`, `approved at`.
    var inMeaning: ColumnMeaning? {
        guard let other = isIn, !(other == .former && has(.access)), !hasUnknown, event == nil, !isOfThing, !has(.last),
            !has(.reason), !has(.since), !has(.leave)
        else { return nil }
        if has(.mail) || other == .unsubscribed { return ofMail(other) }
        if isNoun && !isCurrentMember { return member }
        if hasDate { return began(other) }
        let question = ColumnMeaning.Question.answer(isDenied, isDenied ? denial(of: other) : other)
        if other == .disabled && isOfFeature { return .init(question: question, isSure: false, countsIfRare: true) }
        // `Current company` names one; `current employee` is answered.
        return .init(question: question, isSure: other != .former || !isOfCurrentThing)
    }

    /// Whether what is enabled may be a service: `SSO enabled`, but not `account enabled`.
    private var isOfFeature: Bool {
        !tokens.contains { Self.beings.contains($0.text) || $0.has(.question) }
            && tokens.contains { $0.has(.people) && !$0.senses.contains(where: \.isIn) }
    }

    private var isOfCurrentThing: Bool {
        !tokens.contains { $0.has(.question) }
            && tokens.contains { $0.has(.people) && !$0.senses.contains(where: \.isIn) }
    }

    /// `subscribed`, `email opt in`, `email valid`. Most people of a list may not have asked for its mails.
    private func ofMail(_ other: StatusWord) -> ColumnMeaning? {
        guard [.unsubscribed, .expired, .inactive, .disabled].contains(other), !hasDate, !isDenied else { return nil }
        let state = other == .expired ? StatusWord.bounced : other
        return .init(question: .answer(false, state), isSure: false, countsIfRare: true)
    }

    /// Whether the name is about a room or a machine.
    private var isOfThing: Bool {
        tokens.contains { $0.senses.contains(where: \.isThing) && !$0.has(.people) && !$0.has(.small) }
    }

    private func denial(of other: StatusWord) -> StatusWord { other == .pending ? .inactive : other }

    private var isCurrentMember: Bool { tokens.count > 1 && tokens[0].has(.question) }

    /// `member` alone may hold a yes or no, or anything else.
    private var member: ColumnMeaning? {
        let state: StatusWord = isIn == .bot ? .bot : .former
        return tokens.count == 1 ? .init(question: .answer(false, state), isSure: false, needsWord: true) : nil
    }

    private static let beginnings: Set<String> = ["activated", "approved", "accepted", "activation", "approval"]

    private func began(_ other: StatusWord) -> ColumnMeaning? {
        guard tokens.contains(where: { Self.beginnings.contains($0.text) }), !isDenied else { return nil }
        return .init(question: .since(.pending), isSure: false)
    }

    /// `is_bot`, `guest`, `service account`.
    var kindMeaning: ColumnMeaning? {
        guard !hasUnknown, !hasDate, !has(.reason), !has(.since), !has(.last), !has(.mail), !has(.access) else {
            return nil
        }
        let asks = tokens.contains { $0.has(.question) }
        // `Guests` with a number says how many somebody brings.
        let isPlural = tokens.count == 1 && Self.plurals.contains(tokens[0].text)
        if let being { return .init(question: .answer(!isDenied, being), needsWord: isPlural) }
        guard let thing else { return nil }
        let isPlain = tokens.count == 1
        let isOfPerson = tokens.contains {
            $0.has(.people) && !$0.senses.contains(where: \.isThing)
                && (Self.beings.contains($0.text)
                    || Self.beings.contains(String($0.text.dropLast(2))) && $0.text.hasSuffix("es"))
        }
        guard asks || isPlain || isOfPerson else { return nil }
        return .init(question: .answer(!isDenied, thing), isSure: asks || isOfPerson, needsWord: isPlain)
    }

    static let plurals: Set<String> = [
        "guests", "bots", "gaste", "goscie", "ospiti", "invitados", "convidados", "gasten", "hoste", "gjester",
        "gaster",
    ]

    /// Words that make a thing a being: `test user`, but not `system office`.
    private static let beings: Set<String> = [
        "user", "users", "account", "accounts", "acct", "person", "member", "mailbox", "contact", "identity",
        "principal",
        "profile", "employee", "credential", "benutzer", "konto", "compte", "utilisateur", "usuario", "cuenta", "conta",
        "utente", "gebruiker", "uzytkownik", "konta", "uzivatel", "ucet", "пользователь", "аккаунт", "kullanici",
        "hesap",
        "用户", "账户", "账号", "ユーサー", "アカウント", "사용자", "계정",
    ]

    /// `invite`, `exclude`, `migrate?`
    var wishMeaning: ColumnMeaning? {
        guard let wish, !hasUnknown, !has(.allowed), !hasDate, !has(.reason), !has(.status), !has(.type), !has(.since)
        else {
            return nil
        }
        return .init(question: .answer(wish == isDenied, .excluded))
    }
}
