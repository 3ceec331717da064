#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StatusRule {
    /// A rule's verdict on a person.
    enum Verdict: Hashable {
        case invite
        /// Left out. The text says what the person is in the other system.
        case skip(String)
        /// Left out, because the value is not understood.
        case unknown
    }

    /// The word for a blank cell that should have a value.
    static let blank = "blank"

    /// Judges a person's trimmed value in the column.
    ///
    /// - Parameters:
    ///   - usual: What the column's other values say.
    ///   - now: The current time. Days before it are over.
    func verdict(on text: String, _ usual: UsualValues = UsualValues(), at now: Date) -> Verdict {
        let text = text.withoutWidth().withoutZeroFraction()
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

    /// Whether the time until which somebody is left out never was, or is over.
    private static func isOver(_ text: String, _ today: Int) -> Bool {
        guard !text.saysNever else { return true }
        guard text != "-1", let time = CellTime(text) else { return false }
        return time == .never || time.isPast(today)
    }

    /// A column of yes and no may hold a status: `disabled` under `accountEnabled`. But `enabled` under `blocked` may
    /// mean either.
    private static func verdict(on text: String, leavingOut answer: Bool, as state: String) -> Verdict {
        if let said = BooleanWord.read(text) { return said == answer ? .skip(state) : .invite }
        let words = StatusText(text, things: true)
        if !words.states.isEmpty { return .skip(state) }
        return words.isIn && (!answer || StatusText.isUndone(text)) ? .invite : .unknown
    }

    /// The word of a text that is compared.
    func word(of text: String) -> String {
        guard isBehindColon, let colon = text.lastIndex(of: ":") else { return text.foldedWord }
        return String(text[text.index(after: colon)...]).foldedWord
    }

    /// A status in this program's words; the status itself if it is none of them.
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
