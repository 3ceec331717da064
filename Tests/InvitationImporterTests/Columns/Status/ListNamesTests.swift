import InvitationImporter
import Testing

/// Lists in a document whose own names say who is in them, and lists below a person.
struct ListNamesTests {
    private static let ann = #"{"email":"ann@x.example"}"#
    private static let bo = #"{"email":"bo@x.example"}"#

    @Test(arguments: [
        "deactivatedUsers", "suspended", "inactive_members", "disabledAccounts", "guests", "bots", "botUsers",
        "service_accounts", "invited", "pendingInvitations", "blocked", "bannedMembers", "deleted_users",
        "archivedUsers",
        "former_employees", "terminated", "leavers", "alumni", "removed", "unsubscribed", "bounces", "optedOut",
        "externalUsers", "revoked", "expired", "sharedMailboxes", "testUsers", "notActive", "nonMembers",
        "gesperrteBenutzer", "ehemalige", "utilisateursInactifs", "invités", "usuariosInactivos", "declined",
        "waitlist",
        "退職者", "已离职",
    ])
    func whoIsInAListIsWhatItsNameSays(_ name: String) throws {
        for text in [
            "{\"\(name)\":[\(Self.ann)]}", "{\"data\":{\"\(name)\":[\(Self.ann)]}}",
            "{\"\(name)\":{\"users\":[\(Self.ann)]}}", "{\"\(name)\":[\"ann@x.example\"]}",
            "{\"\(name)\":{\"u1\":\(Self.ann)}}", "{\"\(name)\":[\(Self.ann)]}\n{\"\(name)\":[\(Self.ann)]}",
        ] {
            let plan = try Planned(text)
            #expect(plan.summary.invitations == 0, "\(text): \(plan.rows)")
            #expect(plan.rows.first?.contains("\(name) (list)") == true, "\(plan.rows)")
        }
    }

    @Test(arguments: [
        "users", "activeUsers", "active", "staff", "currentEmployees", "enabled", "confirmed", "attendees",
        "subscribers",
        "approved", "registered", "mitglieder", "aktive", "resources", "system", "service", "data", "contacts", "team",
        "expiredPasswords",
    ])
    func otherNamesSayNothing(_ name: String) throws {
        #expect(try Planned("{\"\(name)\":[\(Self.ann)]}").rows == ["ann@x.example"])
    }

    @Test(arguments: [
        ("users", "suspended"), ("suspended", "users"), ("active", "deactivated"), ("Users", "invited"),
    ])
    func aListOfPeopleWhoAreOutIsReadBesideTheOther(_ first: String, _ second: String) throws {
        let isFirstOut = second == "users"
        let (one, other) = isFirstOut ? (Self.bo, Self.ann) : (Self.ann, Self.bo)
        for text in [
            "{\"\(first)\":[\(one)],\"\(second)\":[\(other)]}",
            "{\"data\":{\"\(first)\":[\(one)],\"\(second)\":[\(other)]}}",
        ] {
            let rows = try Planned(text).rows.sorted()
            #expect(rows.count == 2 && rows.contains("ann@x.example") && !rows.contains("bo@x.example"), "\(rows)")
        }
        // Who is in both is out.
        let both = "{\"\(first)\":[\(Self.ann)],\"\(second)\":[\(Self.ann)]}"
        #expect(try Planned(both).summary.invitations == 0)
    }

    @Test func groupsDoNotStandForPeopleWhoHaveLogins() throws {
        let text =
            #"{"Users":{"1":{"username":"ann@x.example"},"2":{"username":"bo@x.example","disabled":true}},"#
            + #""Groups":{"G":["ann@x.example"]},"invited":["cy@x.example"]}"#
        #expect(try Planned(text).rows.contains("email-missing"))
        let plan = try Planned(text) { $0.reading.mapping[.email] = .column("username") }
        #expect(plan.summary.invitations == 1 && plan.rows.contains("ann@x.example"), "\(plan.rows)")
    }

    @Test func aPersonMaySayThatAListMisleads() throws {
        let text = "{\"closed\":[\(Self.ann)]}"
        #expect(try Planned(text) { $0.reading.ignoredColumns = ["closed (list)"] }.rows == ["ann@x.example"])
        #expect(try Planned(text) { $0.includedStatus = ["revoked"] }.rows == ["ann@x.example"])
    }

    /// A member, what it is for somebody who is out, and for somebody who is in.
    static let below: [(out: String, isIn: String)] = [
        (#""accounts":[{"status":"disabled"}]"#, #""accounts":[{"status":"active"}]"#),
        (#""accounts":[{"active":false},{"active":true}]"#, #""accounts":[{"active":true},{"active":true}]"#),
        (#""employments":[{"endDate":"2020-01-01"}]"#, #""employments":[{"endDate":null}]"#),
        (
            #""employments":[{"endDate":"2010-01-01"},{"endDate":"2020-01-01"}]"#,
            #""employments":[{"endDate":"2010-01-01"},{"x":1}]"#
        ),
        (
            #""contracts":[{"end_date":"2020-01-01"}]"#,
            #""contracts":[{"end_date":"2019-01-01"},{"end_date":"2099-01-01"}]"#
        ),
        (
            #""memberships":[{"membership":{"state":"suspended"}}]"#,
            #""memberships":[{"membership":{"state":"active"}}]"#
        ),
        (#""user":{"accounts":[{"locked":true}]}"#, #""user":{"accounts":[{"locked":false}]}"#),
        (#""employment":[{"status":{"value":"terminated"}}]"#, #""employment":[{"status":{"value":"active"}}]"#),
        (#""konten":[{"gesperrt":"ja"}]"#, #""konten":[{"gesperrt":"nein"}]"#),
        (
            #""status_history":[{"status":"inactive","current":true},{"status":"active","current":false}]"#,
            #""status_history":[{"status":"inactive","current":false},{"status":"active","current":true}]"#
        ),
        (#""meta":"{\"active\":false}""#, #""meta":"{\"active\":true}""#),
        (#""meta":{"raw":"{\"status\":\"suspended\"}"}"#, #""meta":{"raw":"{\"status\":\"active\"}"}"#),
        (#""meta":"{'active': False, 'x': None}""#, #""meta":"{'active': True, 'x': None}""#),
        (
            #""emails":[{"value":"a@x.example","status":"bounced"}]"#,
            #""emails":[{"value":"a@x.example","status":"ok"}]"#
        ),
    ]

    @Test(arguments: below.indices) func membersInListsAndTextsAreColumns(_ index: Int) throws {
        let pair = Self.below[index]
        let rows = (0..<8).map { number in
            let isOut = number % 4 == 3
            return
                "{\"id\":\(number),\"email\":\"\(isOut ? "out" : "in")\(number)@x.example\",\(isOut ? pair.out : pair.isIn)}"
        }
        for text in [rows.joined(separator: "\n"), "[\(rows.joined(separator: ","))]"] {
            let invited = try Planned(text).rows.filter { $0.hasSuffix("@x.example") }
            #expect(invited.count == 6 && !invited.contains { $0.hasPrefix("out") }, "\(pair.out): \(invited)")
        }
    }

    @Test func aCellMayHoldJSON() throws {
        let cells = [#""[{""status"":""active""}]""#, #""[{""status"":""disabled""}]""#]
        let plan = try Planned("email,accounts\na@x.example,\(cells[0])\nb@x.example,\(cells[1])")
        #expect(plan.rows.first == "a@x.example" && plan.summary.skipped == 1, "\(plan.rows)")
    }

    @Test(arguments: [
        #""devices":[{"status":"disabled"}]"#, #""invoices":[{"status":"overdue"}]"#,
        #""licenses":[{"state":"Error"}]"#,
        #""assignedPlans":[{"capabilityStatus":"Deleted"}]"#, #""repos":[{"disabled":true}]"#,
        #""manager":{"accounts":[{"active":false}]}"#, #""education":[{"endDate":"2010-01-01"}]"#,
        #""previousEmployments":[{"endDate":"2010-01-01"}]"#, #""children":[{"active":false}]"#,
        #""workspaces":[{"status":"archived"}]"#, #""subscriptions":[{"status":"cancelled"}]"#,
    ])
    func listsOfOtherThingsSayNothing(_ member: String) throws {
        #expect(try Planned("{\"email\":\"a@x.example\",\(member)}").rows == ["a@x.example"])
    }

    @Test func whoHasAddressesInAListIsOnePerson() throws {
        let line = #"{"id":1,"active":false,"emails":[{"email":"a@x.example"}]}"#
        let other = #"{"id":2,"active":true,"emails":[{"email":"b@x.example"}]}"#
        let plan = try Planned("\(line)\n\(other)")
        #expect(plan.rows == ["inactive: active is false", "b@x.example"])
    }
}
