import InvitationImporter
import Testing

/// Rules that look at more than one column or row of a person.
struct OnePersonTests {
    @Test(arguments: [false, true]) func whoIsBlockedInOneRowIsNotMailedForAnother(_ isFirst: Bool) throws {
        let rows = ["1,Off@n.example,true,TRUE", "2,off@n.example,true,"]
        let text = "user_id,email,email_verified,blocked\n" + (isFirst ? rows : rows.reversed()).joined(separator: "\n")
        let plan = try Planned(text)
        let reasons = ["blocked is TRUE", "left out by another row: blocked is TRUE"]
        #expect(plan.rows == (isFirst ? reasons : reasons.reversed()))
        #expect(
            try Planned(text) { $0.includedStatus = ["blocked"] }.rows == [
                isFirst ? "Off@n.example" : "off@n.example", "duplicate",
            ])
    }

    @Test func theFilesOfAnImportCountTogether() throws {
        let okta = #"{"status":"SUSPENDED","profile":{"login":"a","email":"a@x.example"}}"#
        let plan = try Planned("email\na@x.example\nb@x.example", okta)
        #expect(
            plan.rows == [
                "left out by another row: status is SUSPENDED", "b@x.example", "status is SUSPENDED",
            ])
    }

    @Test func aMembershipThatIsPendingLeavesTheOthersAlone() throws {
        let text = """
            Username,Path,Access granted,Email,Membership status
            a,g/one,2026,a@x.example,pending
            a,g/two,2026,a@x.example,approved
            """
        #expect(
            try Planned(text).rows
                == ["pending: Membership status is pending", "a@x.example"].map {
                    $0.replacing("pending: ", with: "")
                })
    }

    @Test(arguments: [
        ("2026-01-01,,,", "pending"), (",,,", "pending"), ("2026-01-01,2026-01-02,,", "a@x.example"),
        ("NULL,NULL,NULL,null", "pending: email_confirmed_at is NULL"),
        ("2026-01-01,NULL,\\N,None", "pending: email_confirmed_at is NULL"),
        ("2026-01-01,2026-01-02,2026-01-03,", "deleted: deleted_at is 2026-01-03"),
        (",,,2099-01-01", "banned: banned_until is 2099-01-01"),
    ])
    func peopleOfSupabaseWhoNeverAcceptedArePending(_ cells: String, _ expected: String) throws {
        let header = "aud,email,encrypted_password,instance_id,invited_at,email_confirmed_at,deleted_at,banned_until"
        #expect(try Planned("\(header)\na,a@x.example,p,i,\(cells)\n").rows == [expected])
    }

    @Test(arguments: [
        ("anna_bot_lee", "anna_bot_lee@n.example", true), ("bot_smith", "bot_smith@n.example", true),
        ("project_lead_bot_lee", "x_bot@n.example", true), ("project_1_botany", "b@n.example", true),
        ("project_12_bot_0f", "project_12_bot_0f@noreply.git.example", false),
        ("group_1_bot", "group_1_bot@n.example", false), ("x", "group_12_bot1@n.example", false),
        ("group_7_bot_f00", "someone@n.example", false), ("x", "x@noreply.git.example", false),
        ("service_account_group_1_ab", "s@n.example", false),
    ])
    func botsOfGitLabAreThoseThatItMakes(_ name: String, _ email: String, _ isInvited: Bool) throws {
        let rows = try Planned("Username,Path,Access granted,Email\n\(name),g,2026,\(email)\n").rows
        #expect((rows == [email]) == isInvited, "\(rows)")
    }

    @Test(arguments: [
        "First Name,E-mail 1 - Value,E-mail 1 - Label,E-mail 2 - Value",
        "First Name,E-mail Address,E-mail Type,E-mail 2 Address",
    ])
    func theSecondAddressOfAContactIsAnAddress(_ header: String) throws {
        let rows = "A,,,second@x.example\nB,first@x.example,,second@y.example\nC,,,\n"
        #expect(
            try Planned("\(header)\n\(rows)").rows == ["second@x.example", "first@x.example", "without an address"])
    }

    @Test func ofSeveralAddressesInOneCellOfGoogleTheFirstIsTaken() throws {
        let plan = try Planned("Given Name,E-mail 1 - Value\nA,a@x.example ::: b@x.example\nB, ::: c@x.example\n")
        #expect(plan.rows == ["a@x.example", "c@x.example"])
        #expect(plan.findings == [[.emailFirstTaken], [.emailFirstTaken]])
    }

    /// What a report adds says nothing about who is in when the report is imported again, and its marks against
    /// formulas go.
    @Test func theColumnsOfAReportAreOursWhenItIsImportedAgain() throws {
        let header =
            "row,line,email,name,roles,outcome,reason,http_status,attempts,invitation_id,expires_at,request_id,sent_at"
        let plan = try Planned(
            "\(header)\n1,2,'+ann@x.example,'=Ann,viewer,invited,,201,1,x,2020-01-01T00:00:00Z,,2020-01-01T00:00:00Z\n")
        #expect(plan.rows == ["+ann@x.example"])
        #expect(try Planned("email,outcome,expires_at\na@x.example,x,2020-01-01T00:00:00Z\n").invitesNobody)
    }
}
