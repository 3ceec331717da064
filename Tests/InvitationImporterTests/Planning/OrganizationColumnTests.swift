import InvitationImporter
import Testing

/// A column of organizations that may be those of another system.
@Suite struct OrganizationColumnTests {
    static let theirs: [(name: String, text: String)] = [
        (
            "employers",
            "Name,Email,Role,Organization\nAnn,a@n.example,viewer,Finance\nBo,b@n.example,viewer,Smith Inc.\n"
        ),
        (
            "numbers",
            #"[{"orgId":1,"userId":1,"email":"a@n.example","role":"viewer"},{"orgId":1,"email":"b@n.example","role":"viewer"}]"#
        ),
        ("numbers as texts", "email,roles,org_id\na@n.example,viewer,17\nb@n.example,viewer,17\n"),
        (
            "ids in a file that is not made for invitations",
            "email,organization,phone\na@n.example,smith,1\nb@n.example,jones,2\n"
        ),
        ("blanks beside employers", "email,organization,phone\na@n.example,,1\nb@n.example,Jones,2\n"),
    ]

    @Test(arguments: theirs) func nobodyIsInvitedIntoThem(name: String, text: String) throws {
        let plan = try Planned(text)
        #expect(plan.rows == ["a@n.example", "b@n.example"], "everybody comes into the one that was named")
        let warning = try #require(plan.summary.shapes[0].warnings.first)
        #expect(warning.code == "organization-column")
        #expect(
            warning.message.contains("everybody comes into acme") && warning.message.contains("--map organization="))

        let error = #expect(throws: InputError.self) { try Planned(text) { $0.organization = nil } }
        #expect(error?.code == "organization-column")
        #expect(error?.message.contains("--map organization=:acme") == true)

        let unasked = try Planned(text) { ($0.organization, $0.needsOrganization) = (nil, false) }
        #expect(unasked.rows == ["a@n.example in ", "b@n.example in "])
    }

    @Test(arguments: theirs.filter { $0.name != "numbers" }) func whoSaysThatTheyAreMeantIsTakenAtTheirWord(
        name: String, text: String
    ) throws {
        let column = text.contains("org_id") ? "org_id" : "organization"
        let plan = try Planned(text) { $0.reading.mapping[.organization] = .column(column) }
        #expect(plan.rows != ["a@n.example", "b@n.example"])
        #expect(plan.summary.shapes[0].warnings == [])
    }

    @Test(arguments: [
        "email,roles,organization\na@n.example,viewer,beta\nb@n.example,viewer,\n",
        "email,roles,org\na@n.example,viewer,beta\nb@n.example,viewer,ACME\n",
        "email,organization\na@n.example,497f6eca-6276-4993-bfeb-53cbbbba6f08\nb@n.example,beta\n",
    ]) func inAFileOfOurOwnTheyAre(_ text: String) throws {
        let plan = try Planned(text)
        #expect(plan.rows[0].hasPrefix("a@n.example in "))
        #expect(plan.summary.shapes[0].warnings == [])
    }
}
