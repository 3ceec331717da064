/// Decides by a name whether its value is a secret: a password or its hash, a seed, a token.
///
/// It goes by whole words, so `passport`, `pinned` and `opinion` are not secrets. The words are in ``SecretWords``.
enum SecretName {
    /// Whether a name says that its value is a secret. The key in brackets counts as well, since it is the same in
    /// templates of all languages: `Anfangskennwort [passwordProfile] Erforderlich`.
    static func isSecret(_ name: String) -> Bool {
        isSecretWithoutBrackets(name) || keyInBrackets(name).map(isSecretText) == true
    }

    /// Whether a name says so without the text in brackets, which is mostly a remark: `Blocked (password login)`,
    /// `Locked [failed PIN]`.
    static func isSecretWithoutBrackets(_ name: String) -> Bool {
        isSecretText(withoutBrackets(name))
    }

    private static func withoutBrackets(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }) else { return name }
        var outside = ""
        var depth = 0
        for character in name {
            switch character {
            case "[", "(": depth += 1
            case "]", ")": depth = max(0, depth - 1)
            default:
                // A remark ends a word.
                outside.append(depth == 0 ? character : " ")
            }
        }
        return outside.contains { $0.isLetter || $0.isNumber } ? outside : name
    }

    /// Whether an unreadable text has the name of a secret anywhere.
    static func isMentioned(in text: String) -> Bool {
        text.split { "\"',;:={}[]()<>&|\\\n\t".contains($0) }.contains { $0.utf8.count <= 100 && isSecret(String($0)) }
    }

    /// Whether a text that is almost JSON has a secret's name, in quotes, before a colon or an equals sign. A sentence
    /// about passwords has none.
    static func isKey(in text: String) -> Bool {
        let pieces = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "=" }
        return pieces.dropLast().contains { piece in
            let before = String(piece).trimmed()
            guard let quote = before.last, quote == "\"" || quote == "'" else { return false }
            let name = before.dropLast().split(separator: quote, omittingEmptySubsequences: false).last ?? ""
            return name.utf8.count <= 100 && isSecret(String(name))
        }
    }

    /// The text in square brackets, if it is one word and so may be a key. A phrase there is a remark.
    private static func keyInBrackets(_ name: String) -> String? {
        guard let open = name.lastIndex(of: "["), let close = name[open...].firstIndex(of: "]") else { return nil }
        let key = String(name[name.index(after: open)..<close]).trimmed()
        return key.isEmpty || key.contains(where: \.isWhitespace) ? nil : key
    }

    /// Whether a name says that its value may be a secret. Then the value has to look like one, too.
    static func isDoubtful(_ name: String) -> Bool {
        let words = NameWords.split(name)
        return words.last.map { SecretWords.doubtful.contains(withoutNumber($0)) } ?? false
    }

    private static func isSecretText(_ name: String) -> Bool {
        isSecretInLetters(name.withoutWidth()) || disguised(name).map(isSecretInLetters) == true
    }

    /// The intended name, if it has signs or letters of another script in place of letters: `p@ssword`; else `nil`.
    private static func disguised(_ name: String) -> String? {
        let isPlain = name.utf8.allSatisfy {
            $0 < 0x80 && !"@$01345".utf8.contains($0)
        }
        if isPlain { return nil }
        var meant = ""
        let scalars = Array(name.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "1", "3", "4", "5":
                // Only between letters: `p4ssword`, but not `line1` or `sha512`.
                let isInside =
                    index > 0 && index + 1 < scalars.count && scalars[index - 1].properties.isAlphabetic
                    && scalars[index + 1].properties.isAlphabetic
                meant.unicodeScalars.append(isInside ? Self.digits[scalar] ?? scalar : scalar)
            case "@": meant += "a"
            case "$": meant += "s"
            case "0": meant += "o"
            default: meant += scalar.isASCII ? String(scalar) : ScriptMix.inASCII([scalar])
            }
        }
        return meant == name ? nil : meant
    }

    private static let digits: [UnicodeScalar: UnicodeScalar] = ["1": "i", "3": "e", "4": "a", "5": "s"]

    private static func isSecretInLetters(_ name: String) -> Bool {
        let words = NameWords.split(name)
        let telling = words.filter { !SecretWords.ordinary.contains($0) }
        if telling.isEmpty { return false }
        let joined = telling.joined()
        if SecretWords.whole.contains(joined) { return true }
        if words.last == "salt" { return true }
        if isAlways(joined, telling) { return true }
        let runs = runs(of: telling)
        if !SecretWords.runs.isDisjoint(with: runs) || isEntry(telling) { return true }
        let isPassword =
            telling.contains { $0 == "seed" && !SecretWords.factors.isDisjoint(with: telling) }
            || !SecretWords.exact.isDisjoint(with: runs) || has(joined, anyOf: SecretWords.parts)
            || isPass(telling)
        guard isPassword else { return false }
        return holdsValue(words) || SecretWords.harmless.isDisjoint(with: words)
    }

    /// Whether a name has one of some words anywhere in it.
    private static func has(_ name: String, anyOf words: [String]) -> Bool {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return words.contains(where: name.contains) }
        // Letters of ASCII are what their bytes are, and bytes are compared much faster.
        let bytes = Array(name.utf8)
        return words.contains { word in
            let first = word.utf8.first
            return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: word.utf8) }
        }
    }

    /// Whether a name has a word that always means a secret. A digest may be a newsletter, and tokens may be counted.
    private static func isAlways(_ joined: String, _ words: [String]) -> Bool {
        if has(joined, anyOf: SecretWords.always) {
            return !joined.contains("secretsanta")
        }
        if joined.contains("digest") { return SecretWords.letters.isDisjoint(with: words) }
        guard joined.contains("token") else { return false }
        return !(words.contains("tokens") && !SecretWords.amounts.isDisjoint(with: words))
    }

    /// The words, and each run of two or three of them joined: `pass_hash` and `passhash` are the same. A number at the
    /// end of a word does not matter.
    private static func runs(of words: [String]) -> Set<String> {
        var found: Set<String> = []
        for start in words.indices {
            var run = ""
            for word in words[start...].prefix(3) {
                run += word
                found.insert(run)
                found.insert(withoutNumber(run))
            }
        }
        return found
    }

    private static func withoutNumber(_ word: String) -> String {
        guard word.utf8.last.map({ $0 < 0x3A }) == true else { return word }
        return String(word.reversed().drop { "0123456789".contains($0) }.reversed())
    }

    /// Whether a name is that of a link that lets its holder in: `invite_link`, `Join URL`.
    private static func isEntry(_ words: [String]) -> Bool {
        words.indices.contains { index in
            guard SecretWords.links.contains(withoutNumber(words[index])) else { return false }
            return index > 0 && SecretWords.entries.contains(words[index - 1])
                || index > 1 && SecretWords.entries.contains(words[index - 2] + words[index - 1])
        }
            || words.first.map(SecretWords.links.contains) == true
                && words.dropFirst().contains { SecretWords.entries.contains($0) }
            || words.contains { word in
                SecretWords.links.contains {
                    word.hasSuffix($0) && SecretWords.entries.contains(String(word.dropLast($0.count)))
                }
            }
    }

    /// `pass` alone, or after an account's name, is a password. A `season pass` is not.
    private static func isPass(_ words: [String]) -> Bool {
        var words = words[...]
        while let last = words.last, withoutNumber(last).isEmpty { words.removeLast() }
        guard let last = words.last, withoutNumber(last) == "pass" else { return false }
        return SecretWords.accounts.isSuperset(of: words.dropLast())
    }

    /// Whether a word names the secret itself, and not something about it: `hash`, but not `hash type`.
    private static func holdsValue(_ words: [String]) -> Bool {
        words.indices.contains { index in
            guard SecretWords.values.contains(words[index]) else { return false }
            return index + 1 == words.count || !SecretWords.descriptions.contains(words[index + 1])
        }
    }
}
