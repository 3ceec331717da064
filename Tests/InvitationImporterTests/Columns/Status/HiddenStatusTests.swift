import InvitationImporter
import Testing

/// Who is out by what a column hides: who was in, an opposite, a blank, a value under a name that does not tell. And
/// who must not be held by that.
struct HiddenStatusTests {
    /// The plan for people with these values in a column.
    private func planned(
        _ column: String, _ values: [String], _ options: (inout ImportOptions) throws -> Void = { _ in }
    )
        throws -> Planned
    {
        let rows = values.enumerated().map { "p\($0)@x.example,\"\($1)\"" }.joined(separator: "\n")
        return try Planned("email,\(column)\n\(rows)", options: options)
    }

    @Test(arguments: [
        "was active", "will be active", "should be active", "has been active", "is to be activated", "active N",
        "active x", "to be enabled", "fue activo", "wird aktiviert", "had been active", "once active",
    ])
    func whoWasOrWillBeInIsNotIn(_ word: String) throws {
        #expect(try Planned("email,status\na@x.example,\(word)").rows.first?.contains("not known here") == true)
    }

    @Test(arguments: [
        "is active", "Active and enrolled", "active user", "Member of organization", "Elternzeit", "Parental leave",
        "Urlaub", "offline", "away", "busy", "ist aktiv", "est actif", "In good standing",
    ])
    func whoIsInInMoreWordsIsInvited(_ word: String) throws {
        #expect(try Planned("email,status\na@x.example,\(word)").rows == ["a@x.example"])
    }

    /// Where nobody is called out, a blank says nothing. Where others are called in, it may.
    @Test(arguments: [
        (["TRUE", "", "TRUE"], false), (["TRUE", "", "FALSE"], true), (["", "", ""], true),
        (["active", "", "active"], false), (["active", "", "inactive"], true), (["x", "", "x"], false),
    ])
    func aBlankIsInOnlyBesideANo(_ values: [String], _ isInvited: Bool) throws {
        let plan = try planned("Is Active", values)
        #expect(plan.rows[1].contains("@") == isInvited, "\(plan.rows)")
        #expect(plan.rows[0].contains("@"))
        let included = try planned("Is Active", values) { $0.includedStatus = ["blank"] }
        #expect(included.rows[1].contains("@"))
    }

    @Test func aBlankThatNobodyKnowsSaysWhatToType() throws {
        let plan = try Planned("email,Is Active\na@x.example,TRUE\nb@x.example,")
        #expect(plan.rows == ["a@x.example", "Is Active is blank, not known here (--include-status blank)"])
        #expect(plan.findings[1] == [.statusUnknown])
    }

    /// What most people have is no reason, and neither is a value that is no yes or no.
    @Test(arguments: [
        ("acme_active", ["no", "no", "yes"]), ("acme_active", ["no", "no", "no"]),
        ("acme_active", ["soon", "no", "yes"]),
        ("removed_from_roster", ["Yes", "Yes", "No"]), ("left_handed", ["Yes", "No", "No"]),
        ("Closed tickets", ["1", "0", "0"]), ("subscribed", ["No", "No", "Yes"]),
        ("is_staff", ["false", "false", "true"]),
        ("Exit survey", ["yes", "no", "no"]), ("former smoker", ["yes", "no", "no"]),
        ("Real Estate", ["no", "yes", "yes"]),
        ("Guests", ["1", "2", "0"]), ("Guests", ["12", "0", "0"]), ("External Apps Blocked", ["1", "0", "0"]),
        ("Completion Status", ["Incomplete", "Complete", "Incomplete"]),
        ("notifications.enabled", ["no", "yes", "yes"]),
        ("Newsletter", ["unsubscribed", "subscribed", "subscribed"]), ("Tags", ["guest list", "a", "b"]),
        ("Disability", ["Disabled", "", ""]), ("Ticket state", ["deleted", "open", "open"]),
        ("Bucket", ["Guest", "Guest", "x"]),
        ("Employer", ["Left Bank", "Closed Circuit Ltd", "x"]), ("Person", ["Ann Lee", "Bo Berg", "x"]),
        ("Human Resources contact", ["Ann", "", ""]), ("Internal notes", ["no", "yes", ""]),
        ("internal id", ["1", "0", "2"]),
        ("can_delete", ["true", "false", "false"]), ("can_be_deleted", ["true", "false", "false"]),
        ("Can invite", ["no", "yes", "yes"]), ("Do not delete", ["yes", "no", "no"]),
        ("Current Company", ["Acme", "Initech", "x"]),
        ("Blocked users", ["3", "0", "0"]), ("Locked fields", ["2", "0", "0"]), ("No of employees", ["12", "3", "4"]),
        ("state_code", ["CA", "NY", "ID"]), ("status_id", ["3", "4", "2"]), ("can_email", ["no", "yes", "yes"]),
        ("Notes", ["Left a voicemail", "called", ""]), ("Comment", ["not terminated", "x", "y"]),
        ("Action", ["Delete", "Delete", "Keep"]), ("Team", ["Removals", "Block C", "Exit Ltd"]),
        ("Working", ["no", "no", "yes"]), ("valid_from", ["2019-01-01", "2020-01-01", ""]),
        ("Access level", ["Full", "Limited", "Read"]), ("Department", ["Closed Accounts", "Sales", "Sales"]),
        ("Vacation request", ["approved", "rejected", "approved"]),
        ("SSO enabled", ["no", "no", "yes"]),
        ("reactivated", ["no", "no", "yes"]), ("Drop off", ["8 am", "9 am", "8 am"]),
        ("Training", ["complete", "incomplete", "complete"]),
        ("RSVP", ["Yes", "Yes", "Yes"]), ("affiliation", ["staff", "faculty", "employee"]),
        ("Category", ["Real Estate", "Human Resources", "Internal"]),
    ])
    func nobodyIsHeldByAnotherThing(_ column: String, _ values: [String]) throws {
        let plan = try planned(column, values)
        #expect(plan.summary.invitations == 3, "\(plan.rows)")
    }

    @Test(arguments: [
        (["A", "A", "A", "A", "A", "A", "A", "A", "A", "I"], "AAAAAAAAA-"), (["I", "I", "I", "I", "I"], "-----"),
        (["A", "A", "I"], "AA-"), (["E", "E", "I"], "---"), (["a", "a", "a", "a", "a"], "aaaaa"),
    ])
    func aLetterIsReadByWhatIsUsual(_ values: [String], _ expected: String) throws {
        let plan = try planned("Status", values)
        #expect(zip(plan.rows, values).map { $0.contains("@") ? $1 : "-" }.joined() == expected, "\(plan.rows)")
    }

    @Test(arguments: [
        #"{"email":"%","attributes":[{"name":"active","value":"!"}]}"#,
        #"{"email":"%","Attributes":[{"Name":"custom:active","Value":"!"}]}"#,
        #"{"email":"%","data":{"fields":[{"key":"enabled","type":"b","value":!}]}}"#,
        #"{"email":"%","acme":{"isActive":!}}"#,
        #"{"email":"%","customFields":[{"title":"Active","value":"!"}]}"#,
        #"{"email":"%","custom_attributes":[{"attribute_code":"active","value":"!"}]}"#,
        #"{"email":"%","properties":[{"key":"isActive","stringValue":"!"}]}"#,
        #"{"email":"%","status":{"active":!,"locked":false}}"#,
        #"{"contact":{"email":"%","active":!}}"#,
    ])
    func aPairIsAColumn(_ row: String) throws {
        let rows = ["true", "true", "false"].enumerated().map { number, value in
            row.replacing("%", with: "p\(number)@x.example").replacing("!", with: value)
        }
        let plan = try Planned("[\(rows.joined(separator: ","))]") { options in
            if row.contains("contact") { options.reading.mapping[.email] = .column("contact.email") }
        }
        #expect(plan.rows.prefix(2) == ["p0@x.example", "p1@x.example"])
        #expect(plan.rows[2].contains("is false"), "\(plan.rows)")
    }

    /// Some programs leave out a no. Where the object is missing, the row is of another kind.
    @Test func aMemberThatIsAbsentIsUnknown() throws {
        let rows = [#""fields":{"active":true}"#, #""fields":{"x":1}"#, #""fields":{"active":true}"#, #""y":1"#]
        let text = rows.enumerated().map { #"{"email":"p\#($0)@x.example",\#($1)}"# }.joined(separator: "\n")
        let plan = try Planned(text)
        #expect(plan.rows.map { $0.contains("@") } == [true, false, true, true], "\(plan.rows)")
        #expect(plan.findings[1] == [.statusUnknown])
    }

    /// It is the end of something; whether it is over, nobody knows.
    @Test(arguments: ["Jan 2019", "12/2019", "FY 2099"])
    func anEndThatIsNotReadIsUnknown(_ value: String) throws {
        #expect(try Planned("email,expires\na@x.example,\(value)").findings[0] == [.statusUnknown])
    }

    @Test func aStatusOfAnyLengthIsReadQuickly() throws {
        let status = String(repeating: "账户状态停用", count: 400)
        let rows = (0..<100).map { "p\($0)@x.example,\(status)\n" }.joined()
        #expect(try Planned("email,status\n" + rows).summary.invitations == 0)
    }

    @Test func aTitleIsNoStatus() throws {
        let row = #"{"email":"a@x.example","attributes":{"status":{"label":"Status","value":"!"}}}"#
        #expect(try Planned(row.replacing("!", with: "active")).rows == ["a@x.example"])
        #expect(try Planned(row.replacing("!", with: "inactive")).invitesNobody)
        let named = #"{"email":"a@x.example","account":{"state":{"id":3,"name":"!"}}}"#
        #expect(try Planned(named.replacing("!", with: "Active")).rows == ["a@x.example"])
        #expect(try Planned(named.replacing("!", with: "Closed")).invitesNobody)
    }

    @Test func aValueThatTellsSaysWhatToType() throws {
        let text = "email,flags\na@x.example,\nb@x.example,DISABLED\nc@x.example,\n"
        let plan = try Planned(text)
        #expect(
            plan.rows == [
                "a@x.example", "flags is DISABLED, not known here (--include-status DISABLED)", "c@x.example",
            ])
        #expect(plan.findings[1] == [.statusUnknown])
        #expect(try Planned(text) { $0.reading.ignoredColumns = ["flags"] }.rows.count { $0.contains("@") } == 3)
    }

    @Test func aLabelInAListTells() throws {
        let lists = [#"["vip"]"#, #"["disabled","vip"]"#, "[]", #"["vip"]"#]
        let text = lists.enumerated().map { #"{"email":"p\#($0)@x.example","labels":\#($1)}"# }.joined(separator: "\n")
        #expect(try Planned(text).rows.map { $0.contains("@") } == [true, false, true, true])
    }

    @Test func aGuestDoesNotBecomeAMemberByTheirRole() throws {
        let text = "UserId,Email,Role\n1,a@x.example,Member\n2,b@x.example,Guest\n3,c@x.example,system_guest"
        #expect(try Planned(text).rows.prefix(1) == ["a@x.example"])
        #expect(try Planned(text).summary.invitations == 1)
        #expect(try Planned(text) { $0.includedStatus = ["Guest"] }.summary.invitations == 2)
        #expect(try Planned("email,roles\na@x.example,guest").rows == ["a@x.example"], "our own file")
    }

    @Test func aNameOfAnyLengthIsReadQuickly() throws {
        let name = String(repeating: "账户状态停用", count: 2000)
        #expect(try Planned("email,\(name)\na@x.example,x").rows == ["a@x.example"])
    }
}
