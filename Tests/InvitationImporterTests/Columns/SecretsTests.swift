import InvitationImporter
import Testing

/// What is taken out of rows, and what is not.
struct SecretsTests {
    private static let secrets = [
        "password", "Password [Required]", "userPassword", "PASSWORD_HASH", "passwordHash", "password_enabled_hash",
        "encrypted_password", "Anfangskennwort [passwordProfile] Erforderlich",
        "Mot de passe initial [passwordProfile]",
        "pwd", "user_pwd", "unicodePwd", "Kennwort", "Passwort", "Initialpasswort", "Mot de passe", "contraseña",
        "Contrasena", "senha", "SenhaInicial", "wachtwoord", "passphrase", "Pass Phrase", "pass", "user_pass", "pw",
        "PIN", "pin", "userPin", "passcode", "otp", "otp_seed", "otpSeed", "mfa_seed", "MFASeed", "2FA seed", "bcrypt",
        "bcrypt_hash", "jwt", "cookie", "session_cookie", "Security Answer", "securityAnswer2", "totp", "totp_secret",
        "clientSecret", "API key", "api_token", "Credentials", "recovery_codes_recovery_code", "hash", "salt",
        "passwordSalt", "password_digest", "hasło", "Lösenord", "пароль", "パスワード", "password hint",
        "members_pass_hash", "pass_hash", "passhash", "nt_hash", "lm_hash", "ntlmHash", "sha1_pass", "user_hash",
        "pass1",
        "pwd1", "pw2", "pin1", "pswd", "userpass", "mypass", "wifi_pass", "new pass", "default pass", "encryptedPass",
        "loginkey", "user_activation_key", "auth_key", "session_key", "session_id", "mfa_key", "recovery_phrase",
        "recovery_code", "magic_link", "reset_url", "verification_code", "authorization", "Bearer", "mdp",
        "Zugangsdaten", "Zugriffsschlüssel", "Clave", "PUK", "digest", "remember_digest", "access_token", "salt",
        "Password (last changed)", "invite_link", "setup_link", "join url", "inviteUrl", "Login URL", "magic-link 2",
        "signup_url", "invitation link", "ssh_key", "SSH Keys", "sec_answer", "recoveryQuestion", "Security question",
        "license_key", "p@ssword", "pa$$word", "passw0rd", "p\u{430}ssword", "\u{440}\u{430}sswd", "geheim",
        "Geheimwort",
        "jelszo", "otep", "Sicherheitsfrage", "heslo", "รหัสผ่าน", "κωδικός",
    ]
    private static let ordinary = [
        "passport", "passport country", "Passport number", "pinned", "Passed", "passes", "copilot", "opinion",
        "pinboard",
        "Spin", "password last changed", "passwordLastSet", "pwdLastSet", "mfa enabled", "totp_enabled",
        "password_enabled", "Password Hash Function [UPLOAD ONLY]", "password_hash_type", "password_hasher",
        "Change Password at Next Sign-In", "passwordPolicies", "PasswordNeverExpires", "password_updated_at",
        "badPwdCount", "Secretary", "compass", "bypass", "trespass", "Seed round", "seed", "commit_hash", "hashtag",
        "cookie consent", "passwordless login", "Boarding pass", "Name", "Power", "adopted", "laptop", "2sv Enrolled",
        "Cookie preference", "Email digest", "Digest frequency", "Tokens used", "Secret Santa",
        "Passwort zuletzt geändert", "Basalt", "Season pass", "Blocked by (password login)",
        "Note [login token sent here]", "event_hash", "Authorized by", "session", "activation", "license",
        "Key account",
        "profile_url", "link", "avatar_url", "linkedin_url", "Unsubscribe link text", "invited_by", "c0mpany",
        "recovery_email_verified", "questionnaire",
    ]

    private func read(_ text: String) throws -> (values: String, secrets: [String]) {
        var reader = try InputReader(ByteSource(Array(text.utf8), name: "in"))
        var values = ""
        while let record = try reader.next() {
            values += record.values.compactMap { $0?.serialized }.joined(separator: " ") + (record.unread ?? "")
        }
        return (values, reader.secretColumns)
    }

    @Test(arguments: secrets) func aSecretIsKnownByItsName(_ name: String) throws {
        for text in [
            "email,\"\(name)\"\na@x.example,hidden", "{\"email\":\"a@x.example\",\"x\":{\"\(name)\":\"hidden\"}}",
        ] {
            let read = try read(text)
            #expect(!read.values.contains("hidden"), "\(text)")
            #expect(read.secrets == [name])
        }
    }

    @Test(arguments: ordinary) func anOrdinaryColumnStays(_ name: String) throws {
        let read = try read("email,\"\(name)\"\na@x.example,shown")
        #expect(read.values.contains("shown"))
        #expect(read.secrets.isEmpty)
    }

    @Test(arguments: [
        (#"{"plan":"team","password":"hidden"}"#, #"{"plan":"team"}"#, "password"),
        (#" {"a":[{"mfa_seed":"hidden"}],"b":1} "#, #"{"a":[{}],"b":1}"#, "mfa_seed"),
        (#"[{"apiToken":"hidden"}]"#, "[{}]", "apiToken"),
        (#""{\"password\":\"hidden\"}""#, #""{}""#, "password"),
        (#"{"inner":"{\"pwd\":\"hidden\"}"}"#, #"{"inner":"{}"}"#, "pwd"),
        (#"{"password":"hidden""#, "(left out, as it holds secrets)", "a cell that is almost JSON"),
        (#"{'password': 'hidden'}"#, "(left out, as it holds secrets)", "a cell that is almost JSON"),
        (#"{"a":1,"a":2,"password":"hidden","password":"too"}"#, #"{"a":1,"a":2}"#, "password"),
    ])
    func jsonInsideOfACellIsLookedInto(_ cell: String, _ kept: String, _ secret: String) throws {
        let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
        let string = JSONValue.string(cell).serialized
        for text in ["email,meta\na@x.example,\(quoted)", "{\"email\":\"a@x.example\",\"meta\":\(string)}"] {
            let read = try read(text)
            #expect(read.values == "\"a@x.example\" " + JSONValue.string(kept).serialized)
            #expect(read.secrets == [secret])
        }
        let plan = try Planned("email,app_metadata\na@x.example,\(quoted)")
        #expect(plan.summary.shapes[0].secrets == [secret])
    }

    @Test func jsonInsideOfJSONIsNotReadWithoutEnd() throws {
        var text = #"{"pwd":"hidden"}"#
        for _ in 0..<8 { text = JSONValue.array([.string(text)]).serialized }
        let read = try read("{\"email\":\"a@x.example\",\"meta\":\(JSONValue.string(text).serialized)}")
        #expect(!read.values.contains("hidden"))
        var deep = #"{"pwd":"hidden"}"#
        for _ in 0..<10 {
            let brackets = String(repeating: "[", count: 400)
            deep = brackets + JSONValue.string(deep).serialized + String(repeating: "]", count: 400)
        }
        let value = JSONValue.string(deep).serialized
        #expect(try !self.read("{\"email\":\"a@x.example\",\"meta\":\(value)}").values.contains("hidden"))
    }

    @Test(arguments: [
        #"{"plan" : "team"}"#, "[x] your password: see the wiki", #""Hello", said the password: it is"#, "{name}",
        "[1, 2 ]",
        "{password}", "[ticket] password = reset",
    ])
    func aCellWithoutSecretsStaysAsItIsWritten(_ cell: String) throws {
        let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
        #expect(
            try read("email,note\na@x.example,\(quoted)").values
                == "\"a@x.example\" \(JSONValue.string(cell).serialized)")
    }

    @Test func aLineThatCannotBeReadKeepsNoSecret() throws {
        for line in [#"{"email":"a","pwd":"hidden""#, #"{"email":"a","Kennwort":"hidden","email":"b"}"#] {
            let read = try read("{\"email\":\"b@x.example\"}\n\(line)\n")
            #expect(!read.values.contains("hidden"))
            #expect(read.secrets.contains("line 2"))
        }
    }

    @Test func aPlainAnswerIsNoSecret() throws {
        let read = try read(#"{"username":"a","email":"a@x.example","totp":false,"in":{"totp":true}}"#)
        #expect(read.values.contains("false") && read.values.contains("true"))
        #expect(read.secrets.isEmpty)
    }

    @Test func aMessageSaysThatASecretIsNeverUsed() throws {
        for text in ["email,Kennwort\na@x.example,p", #"{"email":"a@x.example","Kennwort":"p"}"#] {
            let error = #expect(throws: InputError.self) {
                try Planned(text) { $0.message = try MessageTemplate("Hi {Kennwort}") }
            }
            #expect(error?.code == "placeholder-unknown")
            #expect(error?.message.contains("secrets are never used") == true)
        }
        let error = #expect(throws: InputError.self) {
            try Planned("email\na@x.example") { $0.message = try MessageTemplate("Hi {password}") }
        }
        #expect(error?.message.contains("There is no column \"password\"") == true)
    }

    /// Names that say little, with a value that only a secret looks like, and names that say nothing at all.
    @Test(arguments: [
        ("session", "a8f3c9d1e2"), ("seed", "JBSWY3DPEHPK3PXP"), ("activation", "Zx81kq9"),
        ("license", "AB12-CD34-EF56"),
        ("x", "$2b$10$abcdefghijklmnopqrstuv"), ("x", "{SSHA}W6ph5Mm5Pz8G"), ("x", "pbkdf2_sha256$1$a$b"),
        ("x", "$P$BabcdefghijK"),
        ("x", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.s1gnature"), ("x", "ghp_abcdefghijklmnopqrstuvwxyz0123"),
        ("x", "otpauth://totp/n?secret=ABC"), ("x", "https://n.example/i?token=abcdef12"),
        ("x", "https://n.example/#code=abcdef12"),
        ("x", "-----BEGIN PRIVATE KEY----- MIIE"), ("x", "*6BB4837EB74329105EE4568DDA7DC67ED2CA2AD9"),
    ])
    func aValueThatOnlyASecretLooksLikeIsTakenOut(_ name: String, _ value: String) throws {
        for text in [
            "email,\(name)\na@x.example,\(value)", "{\"email\":\"a@x.example\",\"in\":{\"\(name)\":\"\(value)\"}}",
        ] {
            let read = try read(text)
            #expect(!read.values.contains(value), "\(text)")
            #expect(read.secrets == [name])
        }
    }

    @Test(arguments: [
        ("session", "Morning"), ("seed", "round A"), ("activation", "pending"), ("activation", "2026-03-04"),
        ("license", "Enterprise"),
        ("x", "https://n.example/a.png?size=200"), ("x", "$5 for lunch, thanks"), ("x", "507f1f77bcf86cd799439011"),
        ("x", "sk-learn"),
    ])
    func anOrdinaryValueStays(_ name: String, _ value: String) throws {
        let read = try read("email,\(name)\na@x.example,\"\(value)\"")
        #expect(read.values.contains(value) && read.secrets.isEmpty)
    }

    @Test(arguments: ["yes", "No", "1", "0", "ja", "FALSCH", "true", "x"]) func aPlainYesOrNoIsNoneWhateverItsName(
        _ word: String
    ) throws {
        for name in ["password_set", "Block credential", "totp", "MFA secret"] {
            let read = try read("email,\(name)\na@x.example,\(word)")
            #expect(read.values.contains("\"\(word)\"") && read.secrets.isEmpty)
        }
        let text = "email,Sign-in credential blocked\na@x.example,yes\nb@x.example,no\n"
        let plan = try Planned(text) { $0.reading.mapping[.status] = .column("Sign-in credential blocked") }
        #expect(plan.rows.count == 2 && plan.summary.shapes[0].secrets.isEmpty)
    }

    @Test func whatIsMailedIsNotEmptied() throws {
        let link = "https://n.example/start?code=abcdef12"
        let plan = try Planned("email,roles,message\na@x.example,viewer,\(link)\n")
        #expect(plan.summary.messages == ["column message": 1] && plan.summary.shapes[0].secrets.isEmpty)
    }

    @Test(arguments: [
        #"[{"name":"password","value":"hidden"},{"name":"city","value":"Rome"}]"#,
        #"[{"key":"api_token","val":"hidden"}]"#,
        #"{"attribute":"userPassword","values":["hidden"]}"#, #"[{"field":{"x":1},"label":"PIN","content":"hidden"}]"#,
    ])
    func aSecretNamedInOneMemberIsTakenOutOfTheOther(_ list: String) throws {
        let quoted = "\"" + list.replacing("\"", with: "\"\"") + "\""
        for text in ["{\"email\":\"a@x.example\",\"attributes\":\(list)}", "email,attributes\na@x.example,\(quoted)"] {
            let read = try read(text)
            #expect(!read.values.contains("hidden"))
            #expect(read.secrets.count == 1)
            #expect(list.contains("Rome") == read.values.contains("Rome"))
        }
    }

    @Test func allThatWereTakenOutAreNamed() throws {
        let names = (0..<60).map { "password\($0)" }
        let plan = try Planned(
            "email,\(names.joined(separator: ","))\na@x.example,\(names.map { _ in "p" }.joined(separator: ","))\n")
        #expect(plan.summary.shapes[0].secrets == names)
        #expect(plan.summary.ignoredColumns == [])
    }
}
