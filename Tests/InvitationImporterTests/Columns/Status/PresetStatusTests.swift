import InvitationImporter
import Testing

/// Who is in, by what single systems write.
struct PresetStatusTests {
    @Test(arguments: [
        ("g_p.example#EXT#@t.example,G,True,,g@p.example", "guest: userPrincipalName is"),
        ("g_p.example#EXT#@t.example,G,True,Guest,g@p.example", "userType is Guest"),
        ("g_p.example#ext#@t.example,G,True,Member,g@p.example", "g@p.example"),
        ("a@t.example,A,True,,a@t.example", "a@t.example"),
    ])
    func aGuestsPrincipalNameIsAGuest(_ row: String, _ result: String) throws {
        let header = "userPrincipalName,displayName,accountEnabled,userType,mail"
        let rows = try Planned("\(header)\n\(row)").rows
        #expect(rows.first?.hasPrefix(result) == true, "\(rows)")
        let included = try Planned("\(header)\n\(row)") { $0.includedStatus = ["guest"] }
        #expect(included.rows == [row.split(separator: ",").last.map(String.init) ?? ""])
    }

    @Test func guestsAreKnownWithoutAType() throws {
        let name = "g_p.example#EXT#@t.example"
        #expect(try Planned("email,userPrincipalName\ng@p.example,\(name)").invitesNobody)
        #expect(try Planned("userPrincipalName,displayName,objectId,mail\n\(name),G,1,g@p.example").invitesNobody)
        let graph =
            #"{"userPrincipalName":"a@x.example","displayName":"A","userType":"Member","externalUserState":"%"}"#
        #expect(
            try Planned(graph.replacing("%", with: "PendingAcceptance")).rows
                == ["pending: externalUserState is PendingAcceptance"])
        #expect(try Planned(graph.replacing("%", with: "Accepted")).rows == ["a@x.example"])
    }

    @Test(arguments: ["Password reset", "PASSWORD_RESET", "Pending user action", "RECOVERY", "Provisioned"])
    func oktaIsReadAsItsConsoleWrites(_ word: String) throws {
        #expect(try Planned("User Id,Username,Primary email,Status\n1,a,a@x.example,\(word)").rows == ["a@x.example"])
        let json = #"{"status":"\#(word)","profile":{"login":"a","email":"a@x.example"}}"#
        #expect(try Planned(json).rows == ["a@x.example"])
    }

    @Test func anOrdinarySpreadsheetIsNotOktas() throws {
        let header = "Email,First name,Last name,Login,Status"
        for word in ["Approved", "Member", "Full-time", ""] {
            #expect(try Planned("\(header)\na@x.example,A,L,a,\(word)").rows == ["a@x.example"])
        }
        #expect(try Planned("\(header)\na@x.example,A,L,a,Suspended").invitesNobody)
    }

    @Test func theWholeFileForImportsIsOktas() throws {
        let header = "login,firstName,lastName,honorificPrefix,email,organization,city,state,userType"
        let rows = try Planned("\(header)\na,A,L,,a@x.example,Acme Corp,Reno,NV,Employee").rows
        #expect(rows == ["a@x.example"], "the organization is a field of Okta's own")
    }

    @Test(arguments: [
        ("Member", "\"n:Member, w:Outside collaborator\"", "", true), ("Member", "", "west", true),
        ("", "n:Owner", "west", true), ("\"Member, Outside collaborator\"", "", "", true),
        ("\"Member, Pending invitation\"", "", "west", true), ("Outside collaborator", "n:Member", "", true),
        ("", "", "west", false), ("Pending invitation", "", "west", false),
        ("Outside collaborator", "w:Outside collaborator", "", false), ("\"Member, Suspended\"", "", "", false),
        ("Outside collaborator", "", "west", false), ("Member", "n:Suspended", "", false),
    ])
    func aMemberAnywhereIsAMember(_ enterprise: String, _ roles: String, _ pending: String, _ isIn: Bool) throws {
        let header =
            "GitHub com login,License type,GitHub com verified domain emails,GitHub com enterprise roles,"
            + "GitHub com member roles,GitHub com orgs with pending invites"
        let rows = try Planned("\(header)\na,E,a@x.example,\(enterprise),\(roles),\(pending)").rows
        #expect((rows == ["a@x.example"]) == isIn, "\(rows)")
    }

    @Test(arguments: [
        ("2025-01-01", "", "", "", true), ("", "", "", "", false), ("", "2025-01-01", "", "", false),
        ("", "", "2025-01-01", "", true), ("NULL", "", "2025-01-01", "", true), ("null", "", "", "", false),
        ("2025-01-01", "", "", "2020-01-01 00:00:00+00", true), ("2025-01-01", "", "", "2999-01-01", false),
    ])
    func supabaseNeedsAConfirmation(
        _ confirmed: String, _ invited: String, _ phone: String, _ banned: String, _ isIn: Bool
    ) throws {
        let header = "aud,email,email_confirmed_at,invited_at,phone_confirmed_at,banned_until"
        let rows = try Planned("\(header)\na,a@x.example,\(confirmed),\(invited),\(phone),\(banned)").rows
        #expect((rows == ["a@x.example"]) == isIn, "\(rows)")
    }

    @Test func usersOfGitLabAreRead() throws {
        let user = #"{"username":"a","web_url":"u","email":"a@x.example","state":"%","bot":false,"external":false}"#
        #expect(try Planned(user.replacing("%", with: "active")).rows == ["a@x.example"])
        for word in ["blocked", "deactivated", "banned", "ldap_blocked", "blocked_pending_approval"] {
            #expect(try Planned(user.replacing("%", with: word)).invitesNobody)
        }
        let active = user.replacing("%", with: "active")
        for member in ["bot", "external"] {
            let other = active.replacing("\"\(member)\":false", with: "\"\(member)\":true")
            #expect(try Planned(other).rows == ["\(member == "bot" ? "" : "guest: ")\(member) is true"])
        }
    }
}
