import InvitationImporter
import Testing

/// Who is left out by what other systems write, in whatever language a spreadsheet has put it.
struct StatusRuleTests {
    private static let yes = [
        "TRUE", "true", "t", "1", "1.0", "yes", "Y", "x", "on", "WAHR", "Ja", "VRAI", "Oui", "VERDADERO", "Sí", "VERO",
        "sì", "VERDADEIRO", "Sim", "WAAR", "PRAWDA", "tak", "SANN", "SAND", "TOSI", "IGAZ", "DOĞRU", "ИСТИНА", "✓",
    ]
    private static let no = [
        "FALSE", "False", "f", "0", "0.0", "no", "N", "off", "FALSCH", "Nein", "FAUX", "Non", "FALSO", "ONWAAR", "nee",
        "FAŁSZ", "nie", "FALSKT", "FALSK", "EPÄTOSI", "HAMIS", "YANLIŞ", "ЛОЖЬ", "✗",
    ]
    private static let neither = ["maybe", "?", "2", "0 days", "TRUE/FALSE", "yes (until May)", "{}x"]

    /// A header and a row with a place for the word, of columns of which a no leaves people out.
    private static let enabled = [
        "userPrincipalName,displayName,accountEnabled\na@x.example,A,%", "accountEnabled,email\n%,a@x.example",
        "username,enabled,emailVerified,email\na,%,true,a@x.example", "email,is_active\na@x.example,%",
        "Username,Attributes,UserStatus,Enabled,email\na,[],CONFIRMED,%,a@x.example",
        "group_name,username,full_name,email,active\ng,a,A,a@x.example,%",
    ]
    /// The same of columns of which a yes does.
    private static let blocked = [
        "Name [displayName] Erforderlich,Benutzername [userPrincipalName] Erforderlich,Anfangskennwort [passwordProfile] "
            + "Erforderlich,Anmeldung blockieren (Ja/Nein) [accountEnabled] Erforderlich\nA,a@x.example,p,%",
        "Name [displayName],User name [userPrincipalName],Block sign in [accountEnabled],[givenName],[surname]\n"
            + "A,a@x.example,%,A,L",
        "primaryEmail,name.fullName,suspended\na@x.example,A,%", "primaryEmail,name.fullName,archived\na@x.example,A,%",
        "user_id,email,email_verified,blocked\n1,a@x.example,true,%",
        "aud,email,email_confirmed_at,is_anonymous\na,a@x.example,2026,%", "email,Disabled\na@x.example,%",
        "primary_email_address,password_digest,banned\na@x.example,p,%",
        "email,password_hash_type,role_slugs,deactivated\na@x.example,b,r,%",
    ]

    @Test(arguments: enabled.map { ($0, true) } + blocked.map { ($0, false) })
    func anAnswerIsReadInManyLanguages(_ file: String, _ invitesIf: Bool) throws {
        func rows(_ word: String) throws -> [String] { try Planned(file.replacing("%", with: word)).rows }
        for word in invitesIf ? Self.yes : Self.no { #expect(try rows(word) == ["a@x.example"], "\(word)") }
        #expect(try rows("") == ["a@x.example"], "a blank cell is the default")
        for word in ["NULL", "\\N"] { #expect(try rows(word) == ["a@x.example"], "\(word)") }
        for word in invitesIf ? Self.no : Self.yes { #expect(try rows(word) != ["a@x.example"], "\(word)") }
        for word in Self.neither {
            let plan = try Planned(file.replacing("%", with: word))
            #expect(plan.rows.allSatisfy { $0.contains("is \(word), not known here") }, "\(word): \(plan.rows)")
            #expect(plan.findings == [[.statusUnknown]])
            let included = try Planned(file.replacing("%", with: word)) { $0.includedStatus = [word] }
            #expect(included.rows == ["a@x.example"])
        }
    }

    @Test func aStatusInAColumnOfYesAndNoIsUnderstood() throws {
        let rows = try Planned("email,accountEnabled\na@x.example,disabled\nb@x.example,Enabled\nc@x.example,Inaktiv")
            .rows
        #expect(rows == ["accountEnabled is disabled", "b@x.example", "disabled: accountEnabled is Inaktiv"])
        let blocked = try Planned("email,blocked\na@x.example,blocked\nb@x.example,enabled").rows
        #expect(blocked == ["blocked is blocked", "blocked is enabled, not known here (--include-status enabled)"])
    }

    @Test(
        arguments: [
            (
                "Membership status", "approved",
                [
                    "pending approval", "Pending owner approval", "Awaiting approval", "Access requested",
                    "not approved",
                    "blocked_pending_approval", "ausstehend", "", "on hold",
                ]
            ),
            (
                "GitHub com enterprise roles", "Member, Owner",
                [
                    "\"Member, Suspended\"", "\"Outside collaborator, Pending invitation\"", "Unaffiliated",
                    "Guest collaborator", "Suspended",
                ]
            ),
            (
                "GitHub com member roles", "\"northwind:Owner, west:Member\"",
                [
                    "northwind:Outside collaborator", "\"northwind:Member, west:Suspended\"",
                ]
            ),
            ("GitHub com orgs with pending invites", "", ["northwind", "n", "\"no, off\""]),
            ("userType", "Member", ["Gast", "Guest", "x"]),
            ("status", "Member", ["", "Invited", "Single-Channel Guest"]),
            ("User status", "Active", ["", "Suspended"]),
            ("Status", "", ["Suspended"]), ("New Status [UPLOAD ONLY]", "Active", ["Suspended", "Archived"]),
        ] as [(String, String, [String])]) func onlyKnownWordsOfAnExportInvite(
            column: String, good: String, bad: [String]
        ) throws
    {
        let others = [
            "Membership status": ("Username,Path,Access granted,Email", "a,g,2026,a@x.example"),
            "userType": ("userPrincipalName,displayName", "a@x.example,A"),
            "status": ("email,userid,billing-active,has-2fa", "a@x.example,U,1,1"),
            "User status": ("email,User id,Added to org", "a@x.example,1,2026"),
            "Status": ("Email Address,Org Unit Path,Last Sign In", "a@x.example,/,2026"),
            "New Status [UPLOAD ONLY]": ("Email Address,Org Unit Path,Last Sign In,Status", "a@x.example,/,2026,"),
        ]
        let gitHub = ("GitHub com login,License type,GitHub com verified domain emails", "a,E,a@x.example")
        let (header, row) = others[column] ?? gitHub
        func rows(_ word: String) throws -> [String] { try Planned("\(header),\(column)\n\(row),\(word)\n").rows }
        #expect(try rows(good.contains(",") && !good.hasPrefix("\"") ? "\"\(good)\"" : good) == ["a@x.example"])
        for word in bad { #expect(try !rows(word).contains("a@x.example"), "\(word)") }
    }

    @Test func aRowWithoutTheCellIsLeftOutWhereAWordIsNeeded() throws {
        let header = "userid,billing-active,has-2fa,email,status"
        #expect(try Planned("\(header)\nU,1,1,a@x.example\n").rows == ["status is blank"])
        let included = try Planned("\(header)\nU,1,1,a@x.example,\n") { $0.includedStatus = ["blank"] }
        #expect(included.rows == ["a@x.example"])
    }

    @Test(
        arguments: [
            (#"{"status":{"name":"SUSPENDED"},"profile":{"login":"a","email":"a@x.example"}}"#, false),
            (#"{"status":["SUSPENDED"],"profile":{"login":"a","email":"a@x.example"}}"#, false),
            (#"{"status":["ACTIVE","SUSPENDED"],"profile":{"login":"a","email":"a@x.example"}}"#, false),
            (#"{"status":{"name":"ACTIVE"},"profile":{"login":"a","email":"a@x.example"}}"#, false),
            (#"{"status":["ACTIVE"],"profile":{"login":"a","email":"a@x.example"}}"#, true),
            (#"{"username":"a","enabled":0,"emailVerified":true,"email":"a@x.example"}"#, false),
            (#"{"username":"a","enabled":1,"emailVerified":true,"email":"a@x.example"}"#, true),
            (#"{"username":"a","enabled":{"x":true},"emailVerified":true,"email":"a@x.example"}"#, false),
            (#"{"value":[{"mail":"a@x.example","accountEnabled":false}]}"#, false),
            (#"{"value":[{"mail":"a@x.example","accountEnabled":true}]}"#, true),
            (#"{"email":"a@x.example","status":{"state":"active"}}"#, false),
            (#"{"email":"a@x.example","status":{"code":5}}"#, false),
            (#"{"email":"a@x.example","status":{"active":true,"locked":false}}"#, true),
            (#"{"email":"a@x.example","status":null,"deleted_at":{}}"#, true),
            (#"{"email":"a@x.example","deleted_at":{"_seconds":1}}"#, false),
        ]) func whatIsNoWordInvitesNobody(_ json: String, _ isInvited: Bool) throws
    {
        let rows = try Planned(json).rows
        #expect((rows == ["a@x.example"]) == isInvited, "\(rows)")
    }

    /// PowerShell's `Get-MgUser | Export-Csv` has the names that the template for creating users has in brackets.
    @Test func usersOfPowerShellAreNoTemplate() throws {
        let header = "UserPrincipalName,DisplayName,PasswordProfile,AccountEnabled"
        let rows = try Planned("\(header)\nin@x.example,A,,True\nout@x.example,B,,False\n").rows
        #expect(rows == ["in@x.example", "disabled: accountEnabled is False"])
    }
}
