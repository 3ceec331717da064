/// The bits of Active Directory's `userAccountControl`, as a number or in the words that PowerShell writes.
///
/// Source: Microsoft, "UserAccountControl property flags".
enum AccountBits {
    private static let disabled = 0x2
    private static let lockedOut = 0x10
    /// Accounts of machines and of trusts between domains.
    private static let machines = 0x800 | 0x1000 | 0x2000

    static func verdict(on text: String) -> StatusRule.Verdict {
        if text.saysNothing { return .invite }
        let isHex = text.lowercased().hasPrefix("0x")
        if let bits = isHex ? Int(text.dropFirst(2), radix: 16) : Int(text), bits >= 0 {
            if bits & disabled != 0 { return .skip(StatusWord.disabled.rawValue) }
            if bits & lockedOut != 0 { return .skip(StatusWord.blocked.rawValue) }
            return bits & machines != 0 ? .skip(StatusWord.bot.rawValue) : .invite
        }
        if let letters = letters(of: text) { return verdict(onLetters: letters) }
        let words = text.split { !$0.isLetter && $0 != "_" }.map { $0.lowercased().replacing("_", with: "") }
        if words.contains(where: { $0.contains("disable") }) { return .skip(StatusWord.disabled.rawValue) }
        if words.contains(where: { $0.hasSuffix("trustaccount") }) { return .skip(StatusWord.bot.rawValue) }
        return words.contains { $0.contains("normalaccount") } ? .invite : .unknown
    }

    /// The letters of Samba's flags, which stand in brackets: `[UD         ]`.
    private static func letters(of text: String) -> String? {
        guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
        let letters = text.dropFirst().dropLast().filter { $0 != " " }
        return letters.allSatisfy { $0.isASCII && $0.isUppercase } ? String(letters) : nil
    }

    /// `D` is disabled, `L` locked, `W`, `S` and `I` are machines, `U` is a user.
    private static func verdict(onLetters letters: String) -> StatusRule.Verdict {
        if letters.contains("D") { return .skip(StatusWord.disabled.rawValue) }
        if letters.contains("L") { return .skip(StatusWord.blocked.rawValue) }
        if letters.contains(where: { "WSI".contains($0) }) { return .skip(StatusWord.bot.rawValue) }
        return letters.contains("U") ? .invite : .unknown
    }
}
