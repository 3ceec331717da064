/// The words by which ``SecretName`` tells secrets.
enum SecretWords {
    /// Secrets wherever these are part of a name.
    static let always = [
        "secret", "credential", "apikey", "accesskey", "privatekey", "recoverycode", "backupcode", "securityanswer",
        "zugangsdaten", "zugriffsschlüssel", "zugangsschlüssel", "zugangscode", "wiederherstellungscode",
        "sicherheitsantwort", "geheim",
    ]
    /// Secrets as the whole name only.
    static let whole: Set<String> = [
        "hash", "authorization", "authorizationheader", "proxyauthorization", "bearer", "auth",
    ]
    /// Secrets as one word or several that follow each other.
    static let runs: Set<String> = [
        "passhash", "hashpass", "passhashed", "nthash", "lmhash", "ntlmhash", "ntlm", "userhash", "loginhash",
        "authhash",
        "loginkey", "activationkey", "authkey", "sessionkey", "sessionid", "mfakey", "otpkey", "resetkey", "signingkey",
        "encryptionkey", "recoverykey", "recoveryphrase", "seedphrase", "mnemonic", "magiclink", "magicurl",
        "resetlink",
        "reseturl", "activationlink", "activationurl", "loginlink", "verificationcode", "activationcode",
        "confirmationcode", "recoverycode", "resetcode", "logincode", "authcode", "onetimecode", "smscode", "usersalt",
        "passsalt", "pwsalt", "hashsalt", "puk", "clave", "contraseñas", "mdp", "bestätigungscode", "einmalcode",
        "sshkey", "sshkeys", "gpgkey", "pgpkey", "licensekey", "licencekey", "productkey", "secanswer",
        "challengeanswer",
        "recoveryquestion", "securityquestion", "secquestion", "secretquestion", "challengequestion", "recoveryanswer",
        "sicherheitsfrage", "antworthash", "otep", "invitecode", "invitationcode", "joincode", "setupcode",
        "accesscode",
        "registrationcode", "enrollmentcode", "onetimelink", "onetimeurl", "deeplink",
    ]
    /// Links that let in whoever has them: one of the first right before one of the second.
    static let entries = [
        "invite", "invitation", "setup", "join", "joining", "signup", "signin", "registration", "register",
        "onboarding",
        "activate", "activation", "login", "logon", "magic", "reset", "verify", "verification", "confirm",
        "confirmation",
        "access", "enroll", "enrollment", "enrolment", "auth", "sso", "autologin", "accept", "anmelde", "einladungs",
    ]
    static let links = ["link", "links", "url", "urls", "uri", "href"]
    /// Secrets only where the value is one word of letters and digits, as these names are used for other things as well.
    static let doubtful: Set<String> = [
        "session", "sessions", "seed", "activation", "license", "licence", "serial", "invite", "enrollment", "key",
        "keys",
        "signature", "nonce", "challenge", "fingerprint",
    ]
    /// Passwords wherever these are part of a name.
    static let parts = [
        "password", "passwd", "passwort", "kennwort", "passphrase", "passcode", "pwhash", "motdepasse", "contraseña",
        "contrasena", "wachtwoord", "lösenord", "losenord", "adgangskode", "passord", "salasana", "totp", "bcrypt",
        "пароль", "パスワード", "密码", "密碼", "비밀번호", "รหัสผาน", "كلمةالمرور",
    ]
    /// Passwords only as words of their own.
    static let exact: Set<String> = [
        "pwd", "pw", "pswd", "passphrase", "pin", "otp", "hotp", "jwt", "cookie", "cookies", "scrypt", "argon2",
        "argon2id", "argon", "pbkdf2", "senha", "hasło", "haslo", "heslo", "şifre", "jelszó", "parola", "userpwd",
        "unicodepwd", "jelszo", "sifre", "parool", "slaptazodis", "lozinka", "zaporka", "kodeord", "paswoord", "sandi",
        "katasandi", "salasona", "κωδικός", "סיסמה", "otpseed", "mfaseed", "userpass", "mypass", "newpass", "loginpass",
        "dbpass", "adminpass",
        "encryptedpass", "wifipass", "defaultpass",
    ]
    /// With these, a seed is that of a second factor.
    static let factors: Set<String> = ["mfa", "otp", "hotp", "2fa", "tfa", "factor", "authenticator"]
    /// `pass` alone, or behind these, is a password.
    static let accounts: Set<String> = [
        "user", "login", "account", "db", "database", "smtp", "ldap", "admin", "initial", "temp", "temporary", "my",
        "email", "mail", "new", "old", "default", "wifi", "wi", "fi", "wlan", "encrypted", "hashed", "plain", "sha1",
        "sha256", "sha512", "md5", "ftp", "ssh", "vpn", "root", "sql", "mysql", "imap", "pop3", "confirm", "repeat",
        "the", "web", "portal",
    ]
    /// Words that look like secrets and are none.
    static let ordinary: Set<String> = [
        "passwordless", "secretary", "secretaries", "secretariat", "secretaria", "secretario", "tokenless",
    ]
    /// With these, a digest is something that is mailed.
    static let letters: Set<String> = [
        "email", "emails", "mail", "daily", "weekly", "monthly", "hourly", "frequency", "interval", "newsletter",
        "news",
        "notification", "notifications", "summary", "subscription", "subscribed", "preference", "preferences",
        "activity",
    ]
    /// With these, tokens are counted.
    static let amounts: Set<String> = [
        "used", "usage", "count", "limit", "quota", "remaining", "balance", "budget", "spent", "consumed",
    ]
    /// What is known about a password without knowing it.
    static let harmless: Set<String> = [
        "change", "changed", "changes", "function", "hasher", "type", "algorithm", "algo", "expire", "expires",
        "expired", "expiry", "expiration", "enabled", "disabled", "enrolled", "enforced", "strength", "policy",
        "policies", "updated", "set", "age", "never", "count", "time", "date", "days", "attempts", "method", "consent",
        "accepted", "preference", "preferences", "geändert", "geaendert", "änderung", "ändern", "ablauf", "abgelaufen",
        "ablaufdatum", "richtlinie",
    ]
    static let values: Set<String> = ["hash", "hashed", "salt", "seed", "encrypted", "value", "plain"]
    static let descriptions: Set<String> = [
        "function", "type", "algorithm", "algo", "method", "format", "version", "rounds", "cost", "date",
    ]
}
