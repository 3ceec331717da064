import InvitationImporter
import Testing

/// Words and columns of a status that are easily taken for something else.
struct StatusWordsTests {
    /// Who is denied to be blocked is not called blocked: nobody here knows what it means.
    @Test(arguments: [
        "not blocked", "Not blocked", "Never suspended", "not disabled", "nicht gesperrt", "non bloqué", "Not Active",
    ])
    func aDeniedWordIsNotKnown(_ word: String) throws {
        for column in ["status", "User status", "blocked"] {
            let plan = try Planned("email,\(column)\na@x.example,\(word)")
            #expect(plan.rows == ["\(column) is \(word), not known here (--include-status '\(word)')"])
            #expect(plan.findings == [[.statusUnknown]])
        }
    }

    @Test(arguments: ["unlocked", "Unblocked", "entsperrt", "débloqué"]) func whatWasUndoneIsNot(_ word: String) throws
    {
        #expect(try Planned("email,Locked\na@x.example,\(word)").rows == ["a@x.example"])
        let enabled = try Planned("email,Locked\na@x.example,enabled").rows
        #expect(enabled == ["Locked is enabled, not known here (--include-status enabled)"], "it may mean either")
    }

    @Test(arguments: [
        "On leave", "Contractor", "Intern", "Full-time", "part-time", "Vollzeit", "Teilzeit", "hired", "working",
        "Reactivated", "Regular", "N/A", "#N/A", "-", "none",
    ])
    func peopleWhoAreInAreInvited(_ word: String) throws {
        #expect(try Planned("email,status\na@x.example,\(word)").rows == ["a@x.example"])
    }

    /// What is typed as the advice says must not do anything but name the word.
    @Test(arguments: [
        ("a`touch PWNED`", "'a`touch PWNED`'"), ("$(touch x)", "'$(touch x)'"), ("it's", "'it'\\''s'"),
        ("!x", "'!x'"), ("parked", "parked"), (String(repeating: "ab ", count: 60) + "c", nil),
        (String(repeating: "x", count: 201), ""), ("a\u{1B}[31m", ""), ("{\"a\":1}", ""),
    ])
    func adviceIsSafeToPaste(_ word: String, _ typed: String?) throws {
        let cell = "\"" + word.replacing("\"", with: "\"\"") + "\""
        let plan = try Planned("email,status\na@x.example,\(cell)")
        let typed = typed ?? "'\(word)'"
        let row = try #require(plan.rows.first)
        #expect(
            typed.isEmpty ? row.hasSuffix("not known here") : row.hasSuffix("(--include-status \(typed))"), "\(row)")
    }

    @Test func aWordLikeAnOptionIsTypedBehindAnEqualsSign() throws {
        #expect(
            try Planned("email,status\na@x.example,-x").rows == ["status is -x, not known here (--include-status='-x')"]
        )
    }

    @Test func adviceNamesTheWordsOfASystem() throws {
        let slack = "userid,billing-active,has-2fa,email,status\n1,1,1,a@x.example,"
        #expect(try Planned(slack + "Regular").rows == ["status is Regular, not known here (--include-status Regular)"])
        #expect(try Planned(slack + "Org Primary Owner").rows == ["a@x.example"])
        #expect(try Planned(slack + "Workspace Primary Owner").rows == ["a@x.example"])
        let atlassian = "User id,Added to org,email,User status\n1,2026,a@x.example,AKTIV"
        #expect(try Planned(atlassian).rows == ["User status is AKTIV, not known here (--include-status AKTIV)"])
    }

    @Test(arguments: [
        ("Kontostatus", "gesperrt"), ("Benutzerstatus", "Gesperrt"), ("Statut", "suspendu"), ("Estado", "bloqueado"),
        ("Stato", "sospeso"), ("État", "bloqué"), ("Zustand", "gesperrt"), ("stav", "blocked"), ("state", "blocked"),
        ("current status", "Suspended"), ("suspended_until", "2999-01-01"), ("blocked_until", "2999-01-01T00:00:00Z"),
        ("disabled_at", "2026-01-01"), ("disabled_on", "2026-01-01"), ("deactivated_at", "2026-01-01"),
        ("terminated", "yes"), ("removed", "true"), ("user_type", "Guest"), ("userType", "Guest"),
        ("is_external", "true"), ("is_guest", "1"),
    ])
    func moreColumnsCount(_ column: String, _ bad: String) throws {
        let plan = try Planned("email,\(column)\nin@x.example,\nna@x.example,N/A\nout@x.example,\(bad)")
        #expect(plan.rows.count == 3)
        #expect(plan.rows.prefix(2) == ["in@x.example", "na@x.example"])
        #expect(plan.rows.last?.contains("\(column) is \(bad)") == true, "\(plan.rows)")
    }

    @Test func aStateOfAnAddressIsNone() throws {
        let rows = try Planned("email,city,state\na@x.example,Reno,NV\nb@x.example,Reno,blocked (not paid)").rows
        #expect(rows.first == "a@x.example")
        #expect(rows.last?.hasPrefix("state is blocked (not paid), not known") == true)
        #expect(try Planned("email,state\na@x.example,closed").invitesNobody)
    }

    @Test(arguments: [
        "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1970-01-01 00:00:00+00", "N/A", "-", "none", "null", "never",
    ])
    func aTimeThatNeverWasIsNone(_ time: String) throws {
        for column in ["deleted_at", "banned_until", "suspended_at"] {
            #expect(try Planned("email,\(column)\na@x.example,\(time)").rows == ["a@x.example"])
        }
    }

    @Test(arguments: [
        ("2020-01-31", true), ("2020-01-31T10:00:00Z", true), ("2020-01-31 10:00:00+00", true), ("2999-01-01", false),
        ("infinity", false), ("2020-13-01", false), ("20200131", true), ("2020-01-31x", false), ("31.01.2020", true),
        ("1/31/2020 12:00:00 AM", true), ("1580428800", true), ("1580428800000", true), ("32503680000", false),
        ("20200131120000.0Z", true), ("31-Jan-2020", true), ("9999-12-31", false),
        ("9223372036854775807", false), ("30.02.2020", false), ("soon", false),
        ("true", false), ("2020-01-1é", false),
    ])
    func aBanThatIsOverIsNone(_ time: String, _ isInvited: Bool) throws {
        #expect(try Planned("email,banned_until\na@x.example,\(time)").invitesNobody != isInvited)
        #expect(try Planned("email,banned_at\na@x.example,\(time)").invitesNobody)
    }
}
