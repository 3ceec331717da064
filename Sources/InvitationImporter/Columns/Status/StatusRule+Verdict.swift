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
    /// - Parameters:
    ///   - usual: What the column's other values say.
    ///   - now: What is before this day is over.
    func verdict(on text: String, _ usual: UsualValues = UsualValues(), at now: Date) -> Verdict {
        switch test {
        case .invites(let words):
            if text.saysNothing { return words.contains("") ? .invite : .skip(Self.blank) }
            return words.contains(word(of: text)) && !StatusText.hasSigns(text) ? .invite : .skip(Self.state(of: text))
        case .skipsIf(let answer, let state):
            return text.saysNothing ? .invite : Self.verdict(on: text, leavingOut: answer, as: state)
        case .skipsContaining(let texts, let state):
            let lower = text.lowercased()
            return texts.contains(where: lower.contains) ? .skip(state) : .invite
        case .skipsBeginning(let texts, let state):
            return texts.contains { Self.begins(text, with: $0) } ? .skip(state) : .invite
        case .skipsUnlessBlank(let state): return text.saysNever ? .invite : .skip(state)
        case .skipsUntil(let state): return Self.isOver(text, now.dayNumber) ? .invite : .skip(state)
        case .skipsIfBlank(let state): return text.saysNothing ? .skip(state) : .invite
        case .byName(let meaning): return meaning.verdict(on: text, usual, today: now.dayNumber)
        }
    }

    /// Whether a time until which somebody is left out never was, or is over.
    private static func isOver(_ text: String, _ today: Int) -> Bool {
        guard !text.saysNever else { return true }
        guard text != "-1", let time = CellTime(text) else { return false }
        return time == .never || time.isPast(today)
    }

    /// A column of yes and no may have a status all the same: `disabled` under `accountEnabled`. But `enabled` under
    /// `blocked` may mean either.
    private static func verdict(on text: String, leavingOut answer: Bool, as state: String) -> Verdict {
        if let said = BooleanWord.read(text) { return said == answer ? .skip(state) : .invite }
        let words = StatusText(text, things: true)
        if !words.states.isEmpty { return .skip(state) }
        return words.isIn && (!answer || StatusText.isUndone(text)) ? .invite : .unknown
    }

    /// The word that is compared.
    func word(of text: String) -> String {
        guard isBehindColon, let colon = text.lastIndex(of: ":") else { return text.foldedWord }
        return String(text[text.index(after: colon)...]).foldedWord
    }

    /// What a status comes to in our words; the status itself if it is none of them.
    private static func state(of text: String) -> String {
        let words = StatusText(text, things: true).states
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
