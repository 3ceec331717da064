/// Finds signs in a success's body that the request was refused or failed all the same.
///
/// A server may answer 200 and say no in the body, in words of its own. So names and words are read by their families,
/// at any depth: an error or an exception that is not empty, a `success` that is false, a status of 400 or more, a
/// state that is over or names a failure, a text that refuses, a rehearsal.
struct Refusal {
    /// The letters and digits of the invitation's message, which a server may repeat; empty for none.
    private let sent: [UInt8]
    /// Whether it answers a revocation. Then words for being over say yes, and it has to have found something.
    private let isOfRevocation: Bool

    init(sent message: String?, isOfRevocation: Bool = false) {
        sent = SqueezedText.squeezed(Array((message ?? "").utf8))
        self.isOfRevocation = isOfRevocation
    }

    /// Whether one of the members says no.
    func isIn(_ members: [JSONValue.Member]) -> Bool { isIn(members, depth: 0) }

    private func isIn(_ members: [JSONValue.Member], depth: Int) -> Bool {
        depth <= 6 && members.contains { isIn($0, depth: depth) }
    }

    private func isIn(_ member: JSONValue.Member, depth: Int) -> Bool {
        let words = NameWords.split(member.name)
        let value = member.value
        // That no mail went out is news about an invitation that is there.
        if words.contains(where: Self.mail.contains), value.members == nil { return false }
        if words.contains(where: Self.isTrouble) { return !value.isNothing && !value.isNo }
        if words.contains(where: Self.successes.contains), value.isNo { return true }
        // What is deletable is not deleted.
        let isOver = words.contains { word in
            word == "duplicate" || word.hasSuffix("ed") && Self.overs.contains(where: word.hasPrefix)
        }
        if isOfRevocation {
            if value.isNo, isOver || words.contains(where: Self.founds.contains) { return true }
        } else if isOver, value == .bool(true) {
            return true
        }
        if words.contains(where: Self.rehearsals.contains), value.isYes { return true }
        if ["code", "status"].contains(words.last), value.isFailingStatus { return true }
        let said = value.string.map { [$0] } ?? value.strings ?? []
        if ["code", "type"].contains(words.last), said.contains(where: Self.namesTrouble) { return true }
        if Self.states.contains(words.last ?? ""), said.contains(where: isNo) { return true }
        if Self.texts.contains(words.last ?? ""), said.contains(where: { isNo($0) && !repeatsMessage($0) }) {
            return true
        }
        switch value {
        case .object(let inner):
            // A state may be an object: {"status":{"code":"REJECTED"}}.
            let isState = Self.states.contains(words.last ?? "")
            if isState, inner.contains(where: { $0.value.string.map(isNo) ?? false }) { return true }
            return isIn(inner, depth: depth + 1)
        case .array(let elements):
            return elements.prefix(100).contains { $0.members.map { isIn($0, depth: depth + 1) } ?? false }
        default: return false
        }
    }

    /// Whether a text is the invitation's own message, or the beginning of it. A server may write its white space and
    /// signs in other ways.
    private func repeatsMessage(_ text: String) -> Bool {
        let text = SqueezedText.squeezed(Array(text.utf8))
        return !text.isEmpty && sent.starts(with: text)
    }

    /// Whether a word or a sentence says no.
    static func isNo(_ text: String) -> Bool { Refusal(sent: nil).isNo(text) }

    private func isNo(_ text: String) -> Bool {
        NameWords.split(text).contains { word in
            Self.negations.contains(word) || Self.isTrouble(word)
                || !isOfRevocation && (word == "already" || Self.overs.contains(where: word.hasPrefix))
        }
    }

    /// Whether a code, which may have any letters, has a word for trouble.
    private static func namesTrouble(_ code: String) -> Bool { NameWords.split(code).contains(where: isTrouble) }

    private static func isTrouble(_ word: String) -> Bool { troubles.contains(where: word.hasPrefix) || word == "err" }

    private static let troubles = [
        "error", "exception", "fail", "fault", "violation", "invalid", "problem", "denied", "deny", "reject", "refus",
        "conflict", "forbid", "unauthor", "unprocess",
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
        "unknown", "unsupported", "unsent", "undelivered",
    ]
    private static let successes: Set<String> = [
        "success", "successful", "succeeded", "ok", "valid", "created", "invited", "persisted", "saved", "stored",
        "processed",
    ]
    private static let mail: Set<String> = ["mail", "email", "delivery", "notification", "sent"]
    private static let rehearsals: Set<String> = ["dry", "simulated", "simulation", "rehearsal", "preview"]
    private static let states: Set<String> = ["status", "state", "result", "outcome", "phase", "decision"]
    private static let texts: Set<String> = [
        "message", "msg", "detail", "details", "reason", "title", "description", "text", "note", "notice", "info",
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
