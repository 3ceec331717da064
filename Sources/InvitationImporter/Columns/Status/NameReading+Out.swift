/// What a name says about who is out.
extension NameReading {
    /// What the name says; `nil` if it says nothing about who is in.
    var meaning: ColumnMeaning? {
        if Self.bits.contains(folded) { return .init(question: .bits) }
        if folded == "isgroup" { return .init(question: .answer(true, .shared)) }
        if folded == "shadowexpire" { return .init(question: .lastDay) }
        if folded == "changetype" { return .init(question: .status, isSure: false) }
        if folded.contains("recipienttype") { return .init(question: .mailbox) }
        if tokens.isEmpty { return nil }
        if isChoice { return .init(question: .status) }
        if isOfOther { return reasonOfOther }
        return known ?? doubtful ?? expected
    }

    /// What the name says by words that are known.
    var known: ColumnMeaning? {
        undone ?? optOut ?? login ?? generic ?? outMeaning ?? endMeaning ?? inMeaning ?? kindMeaning ?? noLonger
            ?? wishMeaning
    }

    private static let bits: Set<String> = [
        "useraccountcontrol", "uac", "aduseraccountcontrol", "msdsuseraccountcontrol", "msdsuseraccountcontrolcomputed",
        "sambaacctflags", "acctflags",
    ]

    /// `blocked_by_id` is still about a block.
    private var reasonOfOther: ColumnMeaning? {
        guard hasState, has(.reason), let state, state != .pending, !isDenied else { return nil }
        return .init(question: .reason(state), isSure: false)
    }

    /// `do not contact`, `email stop`, `opt out`.
    private var optOut: ColumnMeaning? {
        guard has(.mail), !hasUnknown, state == nil, being == nil else { return nil }
        let isStopped = has(.stop) || (isDenied && isIn == nil)
        // A `mail stop` is also where an office gets its post. Then only an answer or a time counts.
        return isStopped ? .init(question: .answer(true, .unsubscribed), isSure: folded != "mailstop") : nil
    }

    /// `can log in`, `login allowed`, `no login`, `has access`.
    private var login: ColumnMeaning? {
        guard has(.access), !hasUnknown, state == nil, event == nil, !has(.date), !has(.last), !has(.reason) else {
            return nil
        }
        if isAllowed || has(.allowed) { return .init(question: .answer(isDenied, .blocked)) }
        if has(.stop) { return .init(question: .answer(!isDenied, .blocked)) }
        if isDenied { return .init(question: .answer(true, .blocked)) }
        let asks = tokens.first?.has(.question) == true && tokens.count == 2 && tokens[1].text == "access"
        return asks ? .init(question: .answer(false, .blocked)) : nil
    }

    /// Whether a word says that something is allowed: `enabled`, but not `current`.
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
        // How somebody logs in is not what they are: `auth_type`.
        if has(.type) && (has(.access) || tokens.contains { $0.text == "auth" }) { return nil }
        if hasOnly(.reason) || has(.date) && !has(.type) || hasOnly(.since) || has(.last) || hasOnly(.until) {
            return nil
        }
        let isOnly = state == nil && event == nil && (isIn == nil || isNoun)
        guard has(.status) else { return isOnly || being != nil ? .init(question: .kind, isSure: false) : nil }
        guard isOnly else { return nil }
        // A state's name is mostly that of a place.
        return .init(
            question: .status, isSure: !hasUnknown && !isLifecycle && !isOfCode && !folded.hasSuffix("statename"),
            isCode: isOfCode && !hasUnknown)
    }

    /// `membership status`: the word for being in only says what the status belongs to.
    var isNoun: Bool { tokens.allSatisfy { $0.senses.allSatisfy { !$0.isIn } || $0.has(.people) } }

    /// `Lifecycle stage` is mostly about a customer.
    private var isLifecycle: Bool {
        tokens.contains { ["lifecycle", "life", "cycle", "stage", "phase"].contains($0.text) }
    }

    /// `deleted_at`, `is blocked`, `termination date`, `banned until`.
    private var outMeaning: ColumnMeaning? {
        guard let found = state ?? (happens ? event : nil) else {
            return has(.leave) ? leave : nil
        }
        if hasUnknown && !hasState { return nil }
        // What somebody may do to others says nothing about them: `can_delete`, `can be deleted`.
        if has(.allowed) && !has(.access) { return nil }
        if has(.leave) || has(.last) && state != nil || isOfMatter(found) { return nil }
        if has(.mail) && ([.pending, .expired].contains(found) || tokens.contains { $0.text == "hidden" }) {
            return nil
        }
        // A block is also a part of a house.
        let isSure = !hasUnknown && folded != "block"
        // `Do not delete` protects somebody.
        if isDenied, state == nil, tokens.contains(where: { ["do", "dont", "donot"].contains($0.text) }) { return nil }
        if isDenied || isIn != nil && !isStatusOf && has(.reason) { return denied(found, isSure) }
        if has(.until) || (has(.end) && found != .expired && !(state == nil && found == .former)) {
            return .init(question: .until(found), isSure: isSure)
        }
        if has(.since) && state == nil { return nil }
        if has(.reason) { return found == .pending ? nil : .init(question: .reason(found), isSure: isSure) }
        if hasDate { return dated(found, isSure) }
        return .init(question: .answer(true, found), isSure: isSure, needsWord: isCount, mayBeToCome: state == nil)
    }

    /// Whether a number in the column would be that of others: `Blocked users`, `Locked fields`.
    private var isCount: Bool {
        guard tokens.count > 1, !tokens[0].has(.question) else { return false }
        return tokens.contains { token in
            token.text.hasSuffix("s") && token.text.count > 4
                && (token.has(.people) || token.has(.small) && token == tokens.last
                    || Self.plurals.contains(token.text))
        }
    }

    /// Whether the name is about the archive of a mailbox, or the day when a sale closes.
    private func isOfMatter(_ found: StatusWord) -> Bool {
        guard state == nil else { return false }
        if found == .archived { return has(.status) || tokens.contains { $0.text == "mailbox" } }
        return found == .revoked && hasDate && !has(.people) && tokens.contains { $0.text == "close" }
    }

    private var isStatusOf: Bool { has(.status) }
    /// Whether an event is what the name is about. A word for being in beside it may only say how sure the event or its
    /// day is, as in `Confirmed Termination Date`; or that it may happen, as in `deletion enabled`.
    private var happens: Bool { hasDate || event == .former && !isOfPermission || !isParticiple }
    /// Whether a word for being in is more than a part of an event's name: `activation`.
    private var isParticiple: Bool {
        isIn != nil && tokens.contains { $0.senses.contains(where: \.isIn) && !$0.has(.people) && !$0.has(.small) }
    }
    private var isOfPermission: Bool { [.disabled, .blocked, .inactive].contains(isIn) }

    private func denied(_ state: StatusWord, _ isSure: Bool) -> ColumnMeaning? {
        if has(.reason) || hasDate { return nil }
        return .init(question: .answer(false, state), isSure: isSure)
    }

    private func dated(_ found: StatusWord, _ isSure: Bool) -> ColumnMeaning? {
        if found == .pending { return nil }
        let hasHappened = state != nil && found != .expired && !isUninflected
        return .init(question: hasHappened ? .time(found) : .end(found), isSure: isSure)
    }

    /// Whether the word for being out has one form for what has happened and what is to come, as in Chinese and
    /// Japanese
    /// (`離職日`), and nothing says that it has happened (`已`, `済`).
    private var isUninflected: Bool {
        tokens.contains { token in
            token.out != nil && token.text.unicodeScalars.allSatisfy { (0x3040...0xD7AF).contains($0.value) }
                && !token.text.hasPrefix("已") && !token.text.hasSuffix("済")
        }
    }

    /// Whether the name is about a time. The `on` of `on hold` is not.
    var hasDate: Bool { tokens.contains { $0.has(.date) } }

    /// `leave date`, but not `leave type`.
    var leave: ColumnMeaning? {
        let isOnly = tokens.allSatisfy { $0.has(.leave) || $0.has(.date) || $0.has(.people) }
        let hasDay = tokens.contains { ["date", "day", "datum"].contains($0.text) }
        return isOnly && hasDay ? .init(question: .end(.former)) : nil
    }
}
