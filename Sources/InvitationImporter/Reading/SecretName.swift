/// Tells by a name whether what it names is a secret: a password or its hash, a seed, a token.
///
/// Names are judged by their words, so that `passport`, `pinned` and `opinion` are none.
enum SecretName {
    /// Whether a name says that its value is a secret. The key in brackets counts as well, which is the same in templates
    /// of all languages: `Anfangskennwort [passwordProfile] Erforderlich`.
    static func isSecret(_ name: String) -> Bool {
        let key = ColumnNames.bracketed(name) == nil ? nil : keyInBrackets(name)
        return isSecretText(name) || key.map(isSecretText) == true
    }

    /// Whether a text that could not be read has the name of a secret anywhere.
    static func isMentioned(in text: String) -> Bool {
        text.split { "\"',;:={}[]()<>&|\\\n\t".contains($0) }.contains { $0.utf8.count <= 100 && isSecret(String($0)) }
    }

    /// Whether a text that is not quite JSON has a secret's name, in quotes, before a colon or an equals sign. A sentence
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

    private static func keyInBrackets(_ name: String) -> String? {
        guard let open = name.lastIndex(of: "["), let close = name[open...].firstIndex(of: "]") else { return nil }
        return String(name[name.index(after: open)..<close])
    }

    private static func isSecretText(_ name: String) -> Bool {
        let words = NameWords.split(name)
        let folded = words.joined()
        if words.allSatisfy(ordinary.contains) { return false }
        if always.contains(where: words.filter { !ordinary.contains($0) }.joined().contains) { return true }
        if folded == "hash" || folded.hasSuffix("salt") { return true }
        let isPassword =
            words.contains { exact.contains($0) || ($0 == "seed" && !factors.isDisjoint(with: words)) }
            || parts.contains(where: words.filter { !ordinary.contains($0) }.joined().contains)
            || (words.last == "pass" && accounts.isSuperset(of: words.dropLast()))
        guard isPassword else { return false }
        return holdsValue(words) || harmless.isDisjoint(with: words)
    }

    /// Whether a word names the very thing, and is not only about it: `hash`, but not `hash type`.
    private static func holdsValue(_ words: [String]) -> Bool {
        words.indices.contains { index in
            guard values.contains(words[index]) else { return false }
            return index + 1 == words.count || !descriptions.contains(words[index + 1])
        }
    }

    /// Secrets wherever these are part of a name.
    private static let always = [
        "secret", "digest", "token", "credential", "apikey", "accesskey", "privatekey", "recoverycode", "backupcode",
        "securityanswer",
    ]
    /// Passwords wherever these are part of a name.
    private static let parts = [
        "password", "passwd", "passwort", "kennwort", "passphrase", "passcode", "pwhash", "motdepasse", "contraseña",
        "contrasena", "wachtwoord", "lösenord", "losenord", "adgangskode", "passord", "salasana", "totp", "bcrypt",
        "пароль", "パスワード", "密码", "密碼", "비밀번호",
    ]
    /// Passwords only as a word of their own.
    private static let exact: Set<String> = [
        "pwd", "pw", "passphrase", "pin", "otp", "hotp", "jwt", "cookie", "cookies", "scrypt", "argon2", "argon2id",
        "pbkdf2", "senha", "hasło", "haslo", "heslo", "şifre", "jelszó", "parola", "userpwd", "unicodepwd", "otpseed",
        "mfaseed",
    ]
    /// With these, a seed is that of a second factor.
    private static let factors: Set<String> = ["mfa", "otp", "hotp", "2fa", "tfa", "factor", "authenticator"]
    /// `pass` alone, or behind these, is a password.
    private static let accounts: Set<String> = [
        "user", "login", "account", "db", "database", "smtp", "ldap", "admin", "initial", "temp", "temporary", "my",
        "email", "mail",
    ]
    /// Words that look like secrets and are none.
    private static let ordinary: Set<String> = [
        "passwordless", "secretary", "secretaries", "secretariat", "secretaria", "secretario", "tokenless",
    ]
    /// What is known about a password without knowing it.
    private static let harmless: Set<String> = [
        "change", "changed", "changes", "function", "hasher", "type", "algorithm", "algo", "expire", "expires",
        "expired", "expiry", "expiration", "enabled", "disabled", "enrolled", "enforced", "strength", "policy",
        "policies", "updated", "set", "age", "never", "count", "time", "date", "days", "attempts", "method", "consent",
        "accepted",
    ]
    private static let values: Set<String> = ["hash", "hashed", "salt", "seed", "encrypted", "value", "plain"]
    private static let descriptions: Set<String> = [
        "function", "type", "algorithm", "algo", "method", "format", "version", "rounds", "cost", "date",
    ]
}
