#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StatusRule {
    /// What a rule thinks of a person.
    enum Verdict: Hashable {
        case invite
        /// Left out; the word for what the person is there.
        case skip(String)
        /// Left out, because nobody here knows what the word means.
        case unknown
    }

    /// The word for a cell that should have one.
    static let blank = "blank"

    /// Judges what a person has in the column, trimmed.
    ///
    /// - Parameter now: What is before this day is over.
    func verdict(on text: String, at now: Date) -> Verdict {
        switch test {
        case .invites(let words):
            if text.saysNothing { return words.contains("") ? .invite : .skip(Self.blank) }
            return words.contains(word(of: text)) ? .invite : .skip(Self.state(of: text))
        case .skipsIf(let answer, let state):
            return text.saysNothing ? .invite : Self.verdict(on: text, leavingOut: answer, as: state)
        case .skipsContaining(let texts, let state):
            let lower = text.lowercased()
            return texts.contains(where: lower.contains) ? .skip(state) : .invite
        case .skipsBeginning(let texts, let state):
            return texts.contains { Self.begins(text, with: $0) } ? .skip(state) : .invite
        case .skipsUnlessBlank(let state): return text.saysNever ? .invite : .skip(state)
        case .skipsUntil(let state): return text.saysNever || ExpiredDate.is(text, at: now) ? .invite : .skip(state)
        case .skipsIfBlank(let state): return text.saysNothing ? .skip(state) : .invite
        case .usualWords:
            if text.saysNothing { return .invite }
            switch PersonStatus(text) {
            case .active: return .invite
            case .inactive: return .skip(Self.state(of: text))
            case nil: return .unknown
            }
        case .inactiveWords:
            if !StatusWord.all(in: text).isEmpty { return .skip(Self.state(of: text)) }
            // `blocked (not paid)` may be anything, but is no part of an address.
            return StatusWord.isMentioned(in: text) ? .unknown : .invite
        }
    }

    /// A column of yes and no may have a status all the same: `disabled` under `accountEnabled`. But `enabled` under
    /// `blocked` may mean either.
    private static func verdict(on text: String, leavingOut answer: Bool, as state: String) -> Verdict {
        if let said = BooleanWord.read(text) { return said == answer ? .skip(state) : .invite }
        switch PersonStatus(text) {
        case .active where !answer: return .invite
        case .inactive: return .skip(state)
        default: return .unknown
        }
    }

    /// The word that is compared.
    func word(of text: String) -> String {
        guard isBehindColon, let colon = text.lastIndex(of: ":") else { return text.foldedWord }
        return String(text[text.index(after: colon)...]).foldedWord
    }

    /// What a status comes to in our words; the status itself if it is none of them.
    private static func state(of text: String) -> String {
        let words = StatusWord.all(in: text)
        return words.isEmpty ? text : words.map(\.rawValue).joined(separator: " ")
    }

    private static func begins(_ text: String, with beginning: String) -> Bool {
        var reduced = ""
        for character in text.lowercased() where !(character.isASCIIDigit && reduced.last == "#") {
            reduced.append(character.isASCIIDigit ? "#" : character)
        }
        guard reduced.hasPrefix(beginning) else { return false }
        return reduced.dropFirst(beginning.count).first?.isLetter != true
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
