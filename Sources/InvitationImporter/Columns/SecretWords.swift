/// The words by which ``SecretName`` recognises secrets.
enum SecretWords {
    /// A name with one of these anywhere in it is a secret.
    static let always = [
        "secret", "credential", "apikey", "accesskey", "privatekey", "recoverycode", "backupcode", "securityanswer",
        "zugangsdaten", "zugriffsschlüssel", "zugangsschlüssel", "zugangscode", "wiederherstellungscode",
        "sicherheitsantwort", "geheim", "freischaltcode", "aktivierungscode", "registrierungscode", "anmeldecode",
    ]
    /// A secret only as the whole name.
    static let whole: Set<String> = [
        "hash", "authorization", "authorizationheader", "proxyauthorization", "bearer",
    ]
    /// A secret as one word or several in a row.
    static let runs: Set<String> = [
        "passhash", "hashpass", "passhashed", "nthash", "lmhash", "ntlmhash", "ntlm", "userhash", "loginhash",
        "authhash",
        "loginkey", "activationkey", "authkey", "sessionkey", "sessionid", "mfakey", "otpkey", "resetkey", "signingkey",
        "encryptionkey", "recoverykey", "recoveryphrase", "seedphrase", "mnemonic", "magiclink", "magicurl",
        "resetlink",
        "reseturl", "activationlink", "activationurl", "loginlink", "verificationcode", "activationcode",
        "confirmationcode", "recoverycode", "resetcode", "logincode", "authcode", "onetimecode", "smscode", "usersalt",
        "passsalt", "pwsalt", "hashsalt", "puk", "clave", "contraseñas", "mdp", "bestätigungscode", "einmalcode",
        "accountkey", "onetimepassword", "onetimepin", "unlockcode", "pukcode", "sshkey", "sshkeys", "gpgkey", "pgpkey",
        "licensekey",
        "licencekey", "productkey", "secanswer",
        "challengeanswer",
        "recoveryquestion", "securityquestion", "secquestion", "secretquestion", "challengequestion", "recoveryanswer",
        "sicherheitsfrage", "antworthash", "otep", "invitecode", "invitationcode", "joincode", "setupcode",
        "accesscode",
        "registrationcode", "enrollmentcode", "onetimelink", "onetimeurl", "deeplink", "phpsessid", "jsessionid",
        "sessid",
        "persistcode", "rememberme", "doorcode", "gatecode", "alarmcode", "entrycode", "códigodeacceso",
        "codigodeacceso",
        "koddostępu", "koddostepu", "коддоступа", "codeaccès", "codedaccès", "palavrapasse", "tan",
    ]
    /// A link that lets its holder in has one of these directly before one of ``links``.
    static let entries = [
        "invite", "invitation", "setup", "join", "joining", "signup", "signin", "registration", "register",
        "onboarding",
        "activate", "activation", "login", "logon", "magic", "reset", "verify", "verification", "confirm",
        "confirmation",
        "access", "private", "calendar", "webhook", "ical", "password", "einladung", "invitación",
        "invitacion",
        "invito", "convite", "inscription", "connexion", "registro", "uitnodiging", "zaproszenie", "приглашение",
        "davet", "enroll", "enrollment", "enrolment", "auth", "sso", "autologin", "accept", "anmelde", "einladungs",
    ]
    static let links = [
        "link", "links", "url", "urls", "uri", "href", "lien", "liens", "enlace", "collegamento", "odkaz", "ссылка",
        "bağlantı",
    ]
    /// A secret only if the value is one word of letters and digits, since these names are used for other things as
    /// well.
    static let doubtful: Set<String> = [
        "session", "sessions", "seed", "activation", "license", "licence", "serial", "invite", "enrollment", "key",
        "keys",
        "signature", "nonce", "challenge", "fingerprint", "wifi", "wlan", "sid", "auth", "csrf", "xsrf",
        "schlüssel",
        "schluessel", "webhook",
    ]
    /// A name with one of these anywhere in it is a password.
    static let parts = [
        "password", "passwd", "passwort", "kennwort", "passphrase", "passcode", "pwhash", "motdepasse", "contraseña",
        "contrasena", "wachtwoord", "lösenord", "losenord", "adgangskode", "passord", "salasana", "totp", "bcrypt",
        "contrasenia", "暗証番号", "口令", "암호", "пароль", "パスワード", "密码", "密碼", "비밀번호", "รหัสผาน", "كلمةالمرور",
    ]
    /// A password only as a word of its own.
    static let exact: Set<String> = [
        "pwd", "pw", "pswd", "passphrase", "pin", "otp", "hotp", "jwt", "cookie", "cookies", "scrypt", "argon2",
        "argon2id", "argon", "pbkdf2", "senha", "hasło", "haslo", "heslo", "şifre", "şifresi", "sifresi", "parolası",
        "parolasi", "jelszó", "parola", "userpwd",
        "unicodepwd", "jelszo", "sifre", "parool", "slaptazodis", "lozinka", "zaporka", "geslo", "лозинка",
        "slaptažodis", "fjalëkalimi", "fjalekalimi", "pasahitza", "mậtkhẩu", "matkhau",
        "kodeord", "paswoord", "sandi",
        "katasandi", "salasona", "κωδικός", "סיסמה", "otpseed", "mfaseed", "userpass", "mypass", "newpass", "loginpass",
        "dbpass", "adminpass",
        "encryptedpass", "wifipass", "defaultpass",
    ]
    /// Beside one of these, a seed belongs to a second factor.
    static let factors: Set<String> = ["mfa", "otp", "hotp", "2fa", "tfa", "factor", "authenticator"]
    /// `pass` alone, or after one of these, is a password.
    static let accounts: Set<String> = [
        "user", "login", "account", "db", "database", "smtp", "ldap", "admin", "initial", "temp", "temporary", "my",
        "email", "mail", "new", "old", "default", "wifi", "wi", "fi", "wlan", "encrypted", "hashed", "plain", "sha1",
        "sha256", "sha512", "md5", "ftp", "ssh", "vpn", "root", "sql", "mysql", "imap", "pop3", "confirm", "repeat",
        "the", "web", "portal",
    ]
    /// Words that look like secrets and are not.
    static let ordinary: Set<String> = [
        "passwordless", "secretary", "secretaries", "secretariat", "secretaria", "secretario", "tokenless",
    ]
    /// Beside one of these, a digest is something that is mailed.
    static let letters: Set<String> = [
        "email", "emails", "mail", "daily", "weekly", "monthly", "hourly", "frequency", "interval", "newsletter",
        "news",
        "notification", "notifications", "summary", "subscription", "subscribed", "preference", "preferences",
        "activity",
    ]
    /// Beside one of these, tokens are counted.
    static let amounts: Set<String> = [
        "used", "usage", "count", "limit", "quota", "remaining", "balance", "budget", "spent", "consumed",
    ]
    /// Words for facts about a password that do not reveal it.
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
