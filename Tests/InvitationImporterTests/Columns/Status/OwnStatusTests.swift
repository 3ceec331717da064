import InvitationImporter
import Testing

/// Columns of a status that no preset knows: our own `status`, and what many systems call theirs.
struct OwnStatusTests {
    @Test(arguments: [
        "active", "Active", "enabled", "Approved", "confirmed", "verified", "Member", "regular", "Full Member",
        "Primary Owner", "Admin", "employee", "Aktiv", "freigegeben", "Mitglied", "actif", "activée", "Activo",
        "habilitado", "ativo", "attivo", "actief", "aktywny", "активен", "有効", "true", "WAHR", "yes", "1", "", "NULL",
    ])
    func peopleWhoAreInAreInvited(_ word: String) throws {
        #expect(try Planned("email,status\na@x.example,\(word)").rows == ["a@x.example"])
    }

    @Test(arguments: [
        ("Suspended", "status is Suspended"), ("Single-Channel Guest", "guest: status is Single-Channel Guest"),
        ("LOCKED", "blocked: status is LOCKED"), ("Gesperrt", "blocked: status is Gesperrt"),
        ("Active (suspended)", "suspended: status is Active (suspended)"), ("FALSCH", "status is FALSCH"),
        ("désactivé", "deactivated: status is désactivé"), ("pendiente", "pending: status is pendiente"),
        ("On hold", "status is On hold, not known here (--include-status 'On hold')"),
        ("inactive member", "inactive: status is inactive member"),
        ("x", "status is x, not known here (--include-status x)"),
        ("not active", "status is not active, not known here (--include-status 'not active')"),
    ])
    func whoIsNotInOrUnknownIsLeftOut(_ word: String, _ reason: String) throws {
        #expect(try Planned("email,status\na@x.example,\(word)").rows == [reason])
        #expect(try Planned("email,status\na@x.example,\(word)") { $0.includedStatus = [word] }.rows == ["a@x.example"])
    }

    @Test(arguments: [
        ("accountEnabled", "False", "True"), ("enabled", "0", "1"), ("active", "No", "Yes"), ("Is Active", "f", "t"),
        ("blocked", "TRUE", "FALSE"), ("disabled", "yes", "no"), ("suspended", "VRAI", "FAUX"),
        ("deactivated", "1", "0"), ("Block sign in", "Ja", "Nein"), ("Aktiv", "FALSCH", "WAHR"),
        ("Gesperrt", "WAHR", "FALSCH"), ("Désactivé", "Oui", "Non"), ("Activo", "FALSO", "VERDADERO"),
        ("Anmeldung blockieren [accountEnabled]", "Ja", "Nein"), ("locked", "true", ""),
        ("deleted_at", "2026-01-01", ""), ("deletedAt", "1700000000", "null"), ("banned_until", "2099-01-01", "\\N"),
        ("deleted_at", "2026-01-01", "0000-00-00 00:00:00"), ("deleted_at", "yes", "false"),
        ("User status", "Suspended", "Active"), ("Membership status", "pending", "approved"),
        ("Account status", "LOCKED", "enabled"),
    ])
    func columnsThatManySystemsHaveCount(_ column: String, _ bad: String, _ good: String) throws {
        let plan = try Planned("email,\(column)\nin@x.example,\(good)\nout@x.example,\(bad)")
        #expect(plan.rows.first == "in@x.example")
        #expect(plan.rows.last?.contains("\(column) is \(bad)") == true, "\(plan.rows)")
        #expect(plan.summary.ignoredColumns.isEmpty)
        let mapped = try Planned("email,\(column)\nout@x.example,\(bad)") { $0.reading.mapping[.status] = .fixed("") }
        #expect(mapped.rows == ["out@x.example"], "a person may say that nothing is a status")
    }

    @Test(arguments: [
        "email,password_hash_type,role_slugs,org_id",
        "primary_email_address,password_digest,verified_email_addresses,x",
        "email,E-mail 1 - Value,Given Name,x", "email,User Id,Username,Primary email",
    ])
    func columnsAddedToAnExportCount(_ header: String) throws {
        let cells = header.split(separator: ",").map { $0.lowercased().contains("mail") ? "a@x.example" : "theirs" }
        let row = cells.joined(separator: ",")
        #expect(try Planned("\(header),status\n\(row),suspended\n").invitesNobody)
        #expect(try Planned("\(header),status,disabled\n\(row),active,yes\n").invitesNobody)
        #expect(try Planned("\(header),status,disabled\n\(row),active,no\n").rows == ["a@x.example"])
    }

    @Test(arguments: [
        ("email,x,blocked\na@x.example,yes,TRUE", "blocked", "blocked is TRUE"),
        ("email,x,Konto gesperrt\na@x.example,yes,gesperrt", "Konto gesperrt", "blocked: Konto gesperrt is gesperrt"),
        (#"{"email":"a@x.example","account":{"suspended":true}}"#, "account.suspended", "account.suspended is true"),
        (
            #"{"email":"a@x.example","account":{"state":"closed"}}"#, "account.state",
            "revoked: account.state is closed"
        ),
        ("email,city,state\na@x.example,Reno,NV", "state", "state is NV, not known"),
        ("primaryEmail,name.fullName,suspended\na@x.example,A,1", "suspended", "suspended is 1"),
    ])
    func aColumnThatAPersonNamesIsReadByItsName(_ text: String, _ column: String, _ reason: String) throws {
        let plan = try Planned(text) { $0.reading.mapping[.status] = .column(column) }
        #expect(plan.rows.first?.hasPrefix(reason) == true, "\(plan.rows)")
    }

    @Test func anOrganizationAddedToAnExportCounts() throws {
        let clerk = "primary_email_address,password_digest,organization,status"
        let rows = try Planned("\(clerk)\na@x.example,p,other,active\nb@x.example,p,,suspended\nc@x.example,p,,\n").rows
        #expect(rows == ["a@x.example in other", "status is suspended", "c@x.example"])
        let workOS = "email,password_hash_type,role_slugs,org_id,org_name,organization"
        #expect(try Planned("\(workOS)\na@x.example,b,r,org_01,N,other\n").rows == ["a@x.example in other"])
        let theirs = try Planned("email,password_hash_type,role_slugs,org_id\na@x.example,b,r,org_01\n")
        #expect(theirs.rows == ["a@x.example"])
        #expect(theirs.summary.ignoredColumns.contains("org_id"))
        let okta = try Planned("User Id,Username,Primary email,organization\n1,a,a@x.example,Sales\n")
        #expect(okta.rows == ["a@x.example"], "a field of Okta's own")
        let error = #expect(throws: InputError.self) {
            try Planned("primary_email_address,password_digest,organization,org\na@x.example,p,other,third\n")
        }
        #expect(error?.code == "column-twice")
    }

    @Test func ourWordsIncludePeopleOfEverySystem() throws {
        let slack = """
            userid,billing-active,has-2fa,email,status
            1,1,1,a@x.example,Single-Channel Guest
            2,1,1,b@x.example,Multi-Channel Guest
            3,1,1,c@x.example,Deactivated
            4,1,1,d@x.example,Suspended Guest
            """
        let plan = try Planned(slack) { $0.includedStatus = ["Guest", "gust"] }
        #expect(
            plan.rows == [
                "a@x.example", "b@x.example", "status is Deactivated", "status is Suspended Guest",
            ])
        #expect(plan.summary.shapes[0].unusedStatus == ["gust"])
        #expect(try Planned(slack) { $0.includedStatus = ["multi-channel guest"] }.rows[1] == "b@x.example")
        #expect(try Planned(slack) { $0.includedStatus = ["guest", "suspended"] }.rows[3] == "d@x.example")
        let okta = #"{"status":"DEPROVISIONED","profile":{"login":"a","email":"a@x.example"}}"#
        #expect(try Planned(okta) { $0.includedStatus = ["deactivated"] }.rows == ["a@x.example"])
    }
}
