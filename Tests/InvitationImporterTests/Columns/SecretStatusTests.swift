import InvitationImporter
import Testing

/// Columns that have a secret's name and say who is in.
struct SecretStatusTests {
    @Test(arguments: [
        ("Block credential", "Blocked"), ("Block credential", "gesperrt"), ("credentials_status", "disabled"),
        ("credential_blocked_at", "2024-03-01T10:00:00Z"), ("credential_blocked_at", "3 March 2024"),
        ("Sign-in credential state", "Suspended"), ("Block credential", "until further notice"),
        ("Block credential", "TRUE"),
    ])
    func whoIsOutByThemIsNotMailed(_ column: String, _ word: String) throws {
        let plan = try Planned("email,\(column)\nann@n.example,\(word)\nbob@n.example,\n")
        #expect(plan.rows.filter { !$0.contains(" is ") } == ["bob@n.example"], "\(plan.rows)")
    }

    @Test(arguments: [
        ("credentials_status", "active"), ("credential_status", "enabled"),
    ])
    func whoIsInByThemIsMailed(_ column: String, _ word: String) throws {
        let plan = try Planned("email,\(column)\nann@n.example,\(word)\n")
        #expect(plan.rows == ["ann@n.example"])
        #expect(plan.summary.shapes[0].secrets.isEmpty)
    }

    @Test(arguments: ["x7Gh92kLmQ", "$2b$10$abcdefghijklmnopqrstuv"])
    func aSecretInThemIsTakenOutAndSaysNothing(_ value: String) throws {
        let plan = try Planned("email,credential_status\nann@n.example,\(value)\n")
        #expect(plan.rows == ["ann@n.example"])
        #expect(plan.summary.shapes[0].secrets == ["credential_status"])
    }

    @Test(arguments: [
        ("Blocked (password login)", "yes"), ("Account status [PIN required]", "Suspended"),
        ("Locked (failed PIN)", "yes"), ("Deaktiviert (Passwort abgelaufen)", "ja"), ("Locked [PIN]", "yes"),
    ])
    func aRemarkInBracketsDoesNotEmptyAStatus(_ column: String, _ word: String) throws {
        let plan = try Planned("email,\(column)\na@x.example,\(word)")
        #expect(plan.rows.first?.hasSuffix("is \(word)") == true, "\(plan.rows)")
        #expect(plan.summary.shapes[0].secrets.isEmpty)
    }

    @Test func aRemarkInBracketsEmptiesNothingThatIsUsed() throws {
        for email in ["Email (for password reset)", "E-mail [login token sent here]", "Email [token]"] {
            let plan = try Planned("\(email),Role (secret project)\na@x.example,k0rdent-global-admin") { $0.roles = [] }
            #expect(plan.findings == [[.roleUnknown]] || plan.rows == ["a@x.example"], "\(plan.rows)")
        }
    }

    @Test(arguments: ["password_status", "token_status", "Pass", "account.secret", "credentials.state"])
    func aSecretIsNoStatus(_ column: String) throws {
        let root = column.prefix { $0 != "." }
        for field in [Field.status, .name, .email] {
            let error = #expect(throws: InputError.self) {
                try Planned("email,\(root)\na@x.example,blocked") { $0.reading.mapping[field] = .column(column) }
            }
            #expect(error?.code == "map-column-missing")
            #expect(error?.message.contains("secrets are never used") == true)
        }
    }

    @Test func aStatusOfNothingButSecretsIsNotBlank() throws {
        let text = #"{"email":"a@x.example","status":{"password":"p"}}"#
        #expect(try Planned(text).invitesNobody)
        #expect(try Planned(#"{"email":"a@x.example","deleted_at":{"token":"p"}}"#).invitesNobody)
        let path = #"{"email":"a@x.example","account":{"state":{"token":"p"}}}"#
        #expect(try Planned(path) { $0.reading.mapping[.status] = .column("account.state") }.invitesNobody)
    }
}
