/// Decides by a value alone, whatever its column's name, whether it is a secret: a password hash, a token or a key in
/// the usual forms of systems, or a link with one in it.
enum SecretValue {
    /// Whether a text is a secret under any name.
    static func isSecret(_ text: String) -> Bool {
        let length = text.utf8.count
        guard length >= 12, length <= 1 << 16, mayOpen(text) else { return false }
        if hashes.contains(where: text.hasPrefix) { return !text.contains(" ") || text.hasPrefix("-----BEGIN") }
        if tokens.contains(where: { text.hasPrefix($0.prefix) && length >= $0.length }) {
            return !text.contains(" ") || text.hasPrefix("ssh-")
        }
        return isToken(text) || isDatabaseHash(text) || isTellingLink(text)
    }

    /// Whether a text has a secret in it under any name: a password in a URL, a header that authorizes, or a secret's
    /// name with a word behind it.
    static func holdsSecret(_ text: String) -> Bool {
        let length = text.utf8.count
        guard length >= 8, length <= 1 << 16 else { return false }
        if text.holds(UInt8(ascii: "/")), text.holds("://"), isOpenLink(text) { return true }
        if isAuthorization(text) || areCodes(text) { return true }
        if text.holds(UInt8(ascii: "=")), hasSecretSetting(text) { return true }
        return text.holds(UInt8(ascii: ":")) && (namesSecret(text) || isBotToken(text))
    }

    /// Whether ``holdsSecret(_:)`` may be true for a text of these bytes for another reason than a setting in it.
    static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 8, let first = bytes.first else { return false }
        if "bBtT".utf8.contains(first), bytes.contains(.space) { return true }
        if bytes.count >= 32, bytes.contains(where: \.isDigit), bytes.contains(where: isGap) { return true }
        // Mostly a day with a time.
        let isNumber = first.isDigit && bytes.count < 38 && !bytes.contains(UInt8(ascii: "/"))
        return !isNumber && bytes.contains(.colon)
    }

    /// Whether a text has a link with a password in it, or to a private calendar or hook that needs none.
    private static func isOpenLink(_ text: String) -> Bool {
        if text.contains("hooks.slack.com/services/") || text.contains("/private-") && text.contains(".ics") {
            return true
        }
        return text.split(whereSeparator: \.isWhitespace).contains { word in
            guard let scheme = word.firstRange(of: "://") else { return false }
            if lets(word[scheme.upperBound...]) { return true }
            let authority = word[scheme.upperBound...].prefix { !"/?#".contains($0) }
            guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
                return false
            }
            return authority.index(after: colon) < at
        }
    }

    /// Whether a link without its scheme leads in by what stands in its path: a hook, an invitation, a bot.
    private static func lets(_ link: Substring) -> Bool {
        let steps = link.prefix { !"?#".contains($0) }.split(separator: "/").map(String.init)
        guard let host = steps.first, steps.count > 1 else { return false }
        let isHook = host.hasPrefix("hooks.") || steps.contains { $0.lowercased().contains("webhook") || $0 == "hooks" }
        return steps.indices.dropFirst().contains { index in
            if steps[index].hasPrefix("bot"), isBotToken(String(steps[index].dropFirst(3))) { return true }
            let isEntry = isHook || SecretWords.entries.contains(steps[index - 1].lowercased())
            return isEntry && steps[index].utf8.count >= 16 && looksRandom(steps[index])
        }
    }

    /// A token of Telegram: the number of a bot, and 35 letters behind a colon.
    private static func isBotToken(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && (8...11).contains(parts[0].utf8.count) && parts[0].utf8.allSatisfy(\.isDigit)
            && parts[1].utf8.count >= 30 && looksRandom(String(parts[1]))
    }

    /// The signs after which another setting begins, besides white space.
    static let settingEnds = ";&?,|"
    /// The most bytes of a setting's name.
    static let longestSetting = 30

    /// Whether a text has a setting with a secret's name: `Server=db;Password=X`, `user=ann password=X`.
    private static func hasSecretSetting(_ text: String) -> Bool {
        text.split { settingEnds.contains($0) || $0.isWhitespace }.contains { piece in
            guard let sign = piece.firstIndex(of: "="), sign != piece.startIndex else { return false }
            let value = String(piece[piece.index(after: sign)...])
            guard value.utf8.count >= 4, piece[..<sign].utf8.count <= longestSetting else { return false }
            return SecretName.isSecret(String(piece[..<sign])) && isValue(value)
        }
    }

    /// Whether a text is more than an answer and more than a word for nothing.
    private static func isValue(_ text: String) -> Bool {
        BooleanWord.read(text) == nil && !NothingWord.isOne(text)
    }

    /// Whether a text is a list of codes for recovery: four or more words of one length with letters and digits.
    private static func areCodes(_ text: String) -> Bool {
        guard text.utf8.count >= 32 else { return false }
        var text = text
        return text.withUTF8 { bytes in
            var (rest, count, length) = (bytes[...], 0, 0)
            while let start = rest.firstIndex(where: { !isGap($0) }) {
                let word = rest[start...].prefix { !isGap($0) }
                // The first word of most texts is none.
                guard isCode(word), count == 0 || word.count == length else { return false }
                (rest, count, length) = (rest[word.endIndex...], count + 1, word.count)
            }
            return count >= 4
        }
    }

    /// Whether a byte stands between codes: blanks, ends of lines, commas, and letters beyond ASCII.
    private static func isGap(_ byte: UInt8) -> Bool {
        byte <= .space || byte >= 0x7F || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
    }

    private static func isCode(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        (8...24).contains(word.count) && word.contains(where: \.isDigit) && word.contains(where: isLetter)
            && word.allSatisfy { $0.isDigit || isLetter($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func isAuthorization(_ text: String) -> Bool {
        // Most texts are none. This is asked of every cell.
        guard let first = text.utf8.first, "bBtT".utf8.contains(first), text.utf8.contains(.space) else { return false }
        let words = text.split(separator: " ", maxSplits: 2)
        guard words.count == 2, ["bearer", "basic", "token"].contains(words[0].lowercased()) else { return false }
        return words[1].utf8.count >= 8 && looksRandom(String(words[1]))
    }

    /// `password: X`, at the beginning of a line or behind a comma. A sentence about passwords has no word there.
    private static func namesSecret(_ text: String) -> Bool {
        // Not a day with a time, and not JSON, whose members are looked at one by one.
        guard let first = text.utf8.first, !first.isDigit, !"{[\"'".utf8.contains(first) else { return false }
        return text.split { $0.isNewline || ",;|".contains($0) }.contains { (line: Substring) in
            guard let colon = line.firstIndex(of: ":") else { return false }
            let name = String(line[..<colon]).trimmed()
            let value = String(line[line.index(after: colon)...]).trimmed()
            guard name.utf8.count <= 30, value.utf8.count >= 4, !value.hasPrefix("//"),
                !value.contains(where: \.isWhitespace)
            else {
                return false
            }
            return SecretName.isSecret(name) && isValue(value)
        }
    }

    /// Whether a text looks random: one word of letters and digits, or a long one.
    static func looksRandom(_ text: String) -> Bool {
        let word = text.trimmed()
        guard word.utf8.count >= 6, !word.contains(where: \.isWhitespace), !word.contains("@") else { return false }
        let isPlain = word.utf8.allSatisfy { byte in
            byte.isDigit || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || "-_=+/.:".utf8.contains(byte)
        }
        guard isPlain else { return false }
        let digits = word.utf8.count(where: \.isDigit)
        let letters = word.utf8.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        // Days, times and versions have digits and few letters.
        return letters >= 3 && digits >= 1 || letters >= 16 && word == word.uppercased() || letters >= 24
    }

    private static let hashes = [
        "$2a$", "$2b$", "$2y$", "$1$", "$5$", "$6$", "$y$", "$7$", "$argon2", "$scrypt", "$pbkdf2", "$P$", "$H$", "$S$",
        "$apr1$",
        "pbkdf2_sha", "pbkdf2:", "scrypt:", "bcrypt$", "bcrypt_sha", "argon2$", "sha1$", "sha256$", "sha512$", "md5$",
        "{SSHA",
        "{SHA", "{MD5", "{SMD5", "{CRYPT}", "{PBKDF2", "{BCRYPT}", "{ARGON2", "{bcrypt}", "{noop}", "otpauth://",
        "-----BEGIN",
    ]

    private static let tokens: [(prefix: String, length: Int)] = [
        ("ghp_", 30), ("gho_", 30), ("ghu_", 30), ("ghs_", 30), ("ghr_", 30), ("github_pat_", 40), ("glpat-", 20),
        ("xoxb-", 20),
        ("xoxp-", 20), ("xoxa-", 20), ("xoxe-", 20), ("xapp-", 20), ("sk_live_", 20), ("sk_test_", 20),
        ("rk_live_", 20),
        ("whsec_", 20), ("AKIA", 20), ("ASIA", 20), ("AIza", 35), ("ya29.", 20), ("SG.", 40), ("npm_", 30),
        ("dop_v1_", 40),
        ("shpat_", 30), ("hf_", 30), ("pypi-", 40), ("1//0", 30), ("hvs.", 24), ("hvb.", 24), ("sk-", 40),
        ("AGE-SECRET-KEY-", 40),
        ("ssh-rsa ", 100), ("ssh-ed25519 ", 60), ("eyJ", 60),
    ]

    /// Whether a text of two bytes or more begins as a secret may.
    private static func mayOpen(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { openings[Int($0[0]) | Int($0[1]) << 8] } ?? true
    }

    /// For each first byte of a text, and 256 times its second, whether ``isSecret(_:)`` may be true.
    static let openings: [Bool] = {
        var openings = [Bool](repeating: false, count: 1 << 16)
        for prefix in hashes + tokens.map(\.prefix) + ["ht", "hT", "Ht", "HT"] {
            let bytes = Array(prefix.utf8)
            openings[Int(bytes[0]) | Int(bytes[1]) << 8] = true
        }
        for second in 0..<256 { openings[Int(UInt8(ascii: "*")) | second << 8] = true }
        return openings
    }()

    /// A JSON Web Token: three parts of Base64 with dots between them.
    private static func isToken(_ text: String) -> Bool {
        guard text.hasPrefix("eyJ") else { return false }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[1].hasPrefix("eyJ")
    }

    /// MySQL's password hash: a star and forty hexadecimal digits.
    private static func isDatabaseHash(_ text: String) -> Bool {
        text.utf8.count == 41 && text.hasPrefix("*") && text.dropFirst().allSatisfy(\.isHexDigit)
    }

    /// A link with a secret in its query, by the name of a parameter.
    private static func isTellingLink(_ text: String) -> Bool {
        guard text.lowercased().hasPrefix("http"), let query = text.firstIndex(where: { $0 == "?" || $0 == "#" }) else {
            return false
        }
        let parts = text[query...].dropFirst().split { "&;?#".contains($0) }
        return parts.contains { part in
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[1].utf8.count >= 6 else { return false }
            let name = pair[0].lowercased()
            return SecretName.isSecret(name)
                || ["code", "sig", "signature", "otp", "ticket", "invite", "key", "t"].contains(name)
        }
    }
}
