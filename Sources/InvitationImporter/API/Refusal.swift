/// Finds signs in a success's body that the request was refused or failed all the same.
///
/// A server may answer 200 and say no in the body, in words of its own. So names and words are read by their families,
/// at any depth: an error or an exception that is not empty, a `success` that is false, a status of 400 or more, a
/// state that is over or names a failure, a rehearsal. A text for people has to be ``GoodNews``, whatever its language.
struct Refusal {
    /// The invitation that was asked for; `nil` if it answers a revocation. Then words for being over say yes, and it
    /// has to have found something.
    private let asked: Invitation?
    /// The letters and digits of the invitation's message, which a server may repeat; empty for none.
    private let sent: String

    private var isOfRevocation: Bool { asked == nil }

    /// Looks at the reply to an invitation, or to a revocation.
    init(of asked: Invitation?) {
        self.asked = asked
        sent = Self.letters(of: asked?.message ?? "")
    }

    /// Whether one of the members says no.
    func isIn(_ members: [JSONValue.Member]) -> Bool { isIn(members, depth: 0) }

    private func isIn(_ members: [JSONValue.Member], depth: Int) -> Bool {
        depth <= 6 && members.contains { isIn($0, depth: depth) }
    }

    private func isIn(_ member: JSONValue.Member, depth: Int) -> Bool {
        let (words, value) = (NameWords.split(member.name), member.value)
        // That no mail went out, and a warning, is news about an invitation that is there. The row's reason has it.
        let isNews = words.contains { Self.mail.contains($0) || $0.hasPrefix("warn") }
        if isNews, value.members == nil { return false }
        // Whoever was invited may reject that, by a link.
        if ["url", "uri", "link", "href"].contains(words.last), value.string != nil, words.contains(where: isOfInvitee)
        {
            return false
        }
        if words.contains(where: Self.isTrouble) { return !value.isNothing && !value.isNo }
        if flagSaysNo(words, value) || saysNo(texts(of: value, words), of: words, depth: depth) { return true }
        switch value {
        case .object(let inner):
            let isWrapper = ["data", "invitation", "result", "response"].contains(member.name)
            return isIn(inner, depth: isWrapper && depth == 0 ? 0 : depth + 1)
        case .array(let elements):
            return elements.prefix(100).contains { $0.members.map { isIn($0, depth: depth + 1) } ?? false }
        default: return false
        }
    }

    /// Whether a value that is no text says no: a flag, a time, a number.
    private func flagSaysNo(_ words: [String], _ value: JSONValue) -> Bool {
        // `isNewUser` and `resendAllowed` are about something else.
        let bare = words.filter { !["is", "was", "has", "been", "invitation", "invite"].contains($0) }
        let isSuccess = bare.count == 1 && Self.successes.contains(bare[0])
        // What is deletable is not deleted.
        let isOver = words.contains { word in
            word == "duplicate" || word == "already"
                || word.hasSuffix("ed") && Self.overs.contains(where: word.hasPrefix)
        }
        if isSuccess, value.isNo { return true }
        // Who blocks somebody, and why; and a call whose result is nothing.
        let saysWhy = isOver && ["by", "because"].contains(words.last) && !value.isNothing && !value.isNo
        if saysWhy || words == ["result"] && value == .null { return true }
        if isOfRevocation {
            if value.isNo, isOver || words.contains(where: Self.founds.contains) { return true }
        } else if isOver && (value.isYes || value.isTime) || isSuccess && words.count == 1 && value.isNothing {
            return true
        }
        return words.contains(where: Self.rehearsals.contains) && value.isYes
            || ["code", "status"].contains(words.last) && value.isFailingStatus
            || ["code", "rc", "errno"].contains(words.last) && (value.integer ?? 0) < 0
    }

    /// The texts of a member. Those of an object count only if it is a text in several languages.
    private func texts(of value: JSONValue, _ words: [String]) -> [String] {
        if let members = value.members {
            return words.last.map(Self.texts.contains) ?? false ? members.compactMap(\.value.string) : []
        }
        return value.string.map { [$0] } ?? value.strings ?? []
    }

    /// Whether the texts of a member say no.
    private func saysNo(_ said: [String], of words: [String], depth: Int) -> Bool {
        let name = words.last ?? ""
        if name == "code" {
            return said.contains { Self.namesTrouble($0) || words.count > 1 && !GoodNews.isAll($0, for: asked) }
        }
        if words.contains(where: Self.states.contains) { return said.contains(where: isNo) }
        if Self.otherStates.contains(name), !isOfRevocation { return said.contains { !isGood(state: $0) } }
        if Self.modes.contains(name) {
            return said.contains { NameWords.split($0).contains(where: Self.rehearsals.contains) }
        }
        if Self.texts.contains(name) {
            return said.contains {
                !repeatsMessage($0) && (isOfRevocation ? isNo($0) : !GoodNews.isAll($0, for: asked))
            }
        }
        // Another text beside the invitation's members may be a state, or say why not, but for names and the like.
        if depth > 0 || Self.data.contains(name) || isOfRevocation { return false }
        return said.contains { text in
            let words = NameWords.split(text)
            if words.count <= 2 { return words.contains { Self.isPlainlyBad($0) || Self.shortNoes.contains($0) } }
            let isSentence = words.count > 3 && text.contains(" ") && !text.contains("@")
            return isSentence && !repeatsMessage(text) && !GoodNews.isAll(text, for: asked)
        }
    }

    /// Whether a word for a state, under another name than the API's, is one that a new invitation can have.
    private func isGood(state word: String) -> Bool {
        [.waiting, .accepted].contains(InvitationState(word: word)) || GoodNews.isAll(word, for: asked)
            || ["allow", "allowed", "permit", "grant", "create", "invite", "send"].contains(word.lowercased())
    }

    /// Whether a text is the invitation's own message, or the beginning of it. A server may write its white space and
    /// signs in other ways.
    private func repeatsMessage(_ text: String) -> Bool {
        let text = Self.letters(of: text)
        return !text.isEmpty && sent.hasPrefix(text)
    }

    /// The letters and digits of a text, whatever a page makes of it.
    private static func letters(of text: String) -> String {
        let plain = WebText.decoded(WebText.withoutTags(Array(text.utf8)))
        return String(String(decoding: plain, as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Whether a word or a sentence says no.
    static func isNo(_ text: String) -> Bool {
        NameWords.split(text).contains { isNo(word: $0, isOfRevocation: false) }
    }

    private func isNo(_ text: String) -> Bool {
        NameWords.split(text).contains { Self.isNo(word: $0, isOfRevocation: isOfRevocation) }
    }

    private static func isNo(word: String, isOfRevocation: Bool) -> Bool {
        negations.contains(word) || isBad(word: word, isOfRevocation: isOfRevocation)
    }

    /// Whether a word by itself names a failure or an end: `rejected`, and not `blockchain`.
    private static func isPlainlyBad(_ word: String) -> Bool {
        isTrouble(word) || word == "already" || rehearsals.contains(word) && word != "test"
            || word.hasSuffix("ed") && overs.contains(where: word.hasPrefix)
    }

    /// Whether a word names a failure or an end.
    private static func isBad(word: String, isOfRevocation: Bool) -> Bool {
        isTrouble(word)
            || !isOfRevocation
                && (word == "already" || overs.contains(where: word.hasPrefix))
    }

    /// Whether a code has a word for trouble. A word in letters alone, of which nobody knows the meaning, says nothing
    /// good; what has digits may be the code to join with.
    private static func namesTrouble(_ code: String) -> Bool {
        let words = NameWords.split(code)
        return words.contains(where: isTrouble)
            || words.count > 1 && code.allSatisfy { $0.isLetter || $0 == "_" } && !GoodNews.isAll(code, for: nil)
    }

    /// Whether a word names what the invited person may do instead of accepting.
    private func isOfInvitee(_ word: String) -> Bool {
        ["reject", "refus", "declin", "deny"].contains(where: word.hasPrefix)
    }

    private static func isTrouble(_ word: String) -> Bool {
        // What was issued is no issue.
        troubles.contains(where: word.hasPrefix) || ["err", "issue", "issues", "obstacle", "obstacles"].contains(word)
    }

    private static let troubles = [
        "error", "exception", "fail", "fault", "violation", "invalid", "problem", "denied", "deny", "reject", "refus",
        "conflict", "forbid", "unauthor", "unprocess", "erreur", "fehler", "fallo", "erro", "ошибк", "błąd", "blad",
        "chyb",
        "fout", "hata", "错误", "錯誤", "エラー", "오류",
    ]
    private static let overs = [
        "cancel", "declin", "revok", "expir", "delet", "abort", "block", "bounc", "skip", "exceed", "suppress", "drop",
        "disabl", "discard", "withdraw", "ignor", "void", "terminat", "remov",
    ]
    /// How much a revocation found.
    private static let founds: Set<String> = ["affected", "count", "found", "matched", "modified"]
    /// A `t` of its own is what is left of "can't" and its kin.
    private static let negations: Set<String> = [
        "no", "not", "never", "none", "cannot", "t", "without", "unable", "impossible", "quota", "limit", "missing",
        "unknown", "unsupported", "unsent", "undelivered", "noop",
    ]
    private static let successes: Set<String> = [
        "success", "successful", "succeeded", "ok", "valid", "created", "invited", "persisted", "saved", "stored",
        "processed", "allowed", "applied", "added", "done", "new", "approved", "granted", "written", "committed",
        "queued", "changed", "acknowledged", "received", "handled", "executed", "performed", "honored", "honoured",
        "recorded", "submitted", "dispatched", "enqueued", "scheduled", "issued", "generated", "inserted", "upserted",
        "admitted", "authorized", "permitted", "livemode", "live",
    ]
    private static let mail: Set<String> = ["mail", "email", "delivery", "notification", "sent"]
    private static let rehearsals: Set<String> = [
        "dry", "simulate", "simulated", "simulation", "rehearsal", "preview", "test", "sandbox", "sandboxed",
        "validate",
    ]
    /// Names of what says whether it is a rehearsal.
    private static let modes: Set<String> = ["mode", "environment", "env"]
    private static let shortNoes: Set<String> = ["no", "not", "never", "noop", "cannot", "kein", "keine", "nicht"]
    private static let states: Set<String> = ["status", "state", "result", "outcome", "phase", "decision"]
    /// Names for a state that are not this API's.
    private static let otherStates: Set<String> = [
        "verdict", "disposition", "resolution", "effect", "action", "estado", "zustand", "statut", "stato", "статус",
        "durum", "stan", "stav", "状态", "狀態", "状態", "상태",
    ]
    /// Names of texts for people.
    private static let texts: Set<String> = [
        "message", "messages", "msg", "detail", "details", "reason", "text", "note", "notice", "info", "summary",
        "comment", "comments", "explanation",
    ]
    /// Names of texts that may have any words.
    private static let data: Set<String> = [
        "id", "uid", "name", "email", "mail", "address", "link", "url", "uri", "href", "role", "roles", "group",
        "groups", "organization", "org", "locale", "language", "timezone", "zone", "token", "slug", "by", "at", "notes",
    ]
}

extension JSONValue {
    /// Whether it says no: `false`, 0, or such a word.
    fileprivate var isNo: Bool {
        switch self {
        case .bool(let isTrue): !isTrue
        case .number: integer == 0
        case .string(let text): ["false", "no", "none", "null", "0"].contains(text.lowercased())
        default: false
        }
    }

    /// Whether it is a time, by its shape.
    var isTime: Bool {
        string.map { ISOTime.parseLoosely($0) != nil && !$0.hasPrefix("000") } ?? integer.map { $0 > 1_000_000_000 }
            ?? false
    }

    /// Whether it says yes: `true`, 1, or such a word.
    fileprivate var isYes: Bool {
        switch self {
        case .bool(let isTrue): isTrue
        case .number: integer == 1
        case .string(let text): ["true", "yes", "1"].contains(text.lowercased())
        default: false
        }
    }

    /// Whether it is an HTTP status of 400 or more, as a number or at the beginning of a text.
    fileprivate var isFailingStatus: Bool {
        let number = integer ?? string.flatMap { Int($0.prefix { $0.isNumber }) }
        return number.map { (400..<600).contains($0) } ?? false
    }
}
