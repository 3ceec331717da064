/// The bits of Active Directory's `userAccountControl`, as a number or in the words that PowerShell writes.
///
/// Source: Microsoft, "UserAccountControl property flags".
enum AccountBits {
    private static let disabled = 0x2
    /// Accounts of machines and of trusts between domains.
    private static let machines = 0x800 | 0x1000 | 0x2000

    static func verdict(on text: String) -> StatusRule.Verdict {
        if text.saysNothing { return .invite }
        let isHex = text.lowercased().hasPrefix("0x")
        if let bits = isHex ? Int(text.dropFirst(2), radix: 16) : Int(text), bits >= 0 {
            if bits & disabled != 0 { return .skip(StatusWord.disabled.rawValue) }
            return bits & machines != 0 ? .skip(StatusWord.bot.rawValue) : .invite
        }
        let words = text.split { !$0.isLetter && $0 != "_" }.map { $0.lowercased().replacing("_", with: "") }
        if words.contains(where: { $0.contains("disable") }) { return .skip(StatusWord.disabled.rawValue) }
        if words.contains(where: { $0.hasSuffix("trustaccount") }) { return .skip(StatusWord.bot.rawValue) }
        return words.contains { $0.contains("normalaccount") } ? .invite : .unknown
    }
}
