import InvitationImporter
import Testing

/// Two columns of addresses, whatever they are called.
@Suite struct RivalAddressesTests {
    @Test(arguments: [
        "email,delivery_email", "Email,New Email", "Email address,Email Address2", "email,contact", "mail,Work Address",
        "email,Personal e-mail", "E-Mail,Firmen-Mail", "email,x", "Email,User Email 2", "email,Confirm Email",
    ]) func differentAddressesInARowAreAskedAbout(_ header: String) throws {
        let columns = header.split(separator: ",").map(String.init)
        for rows in ["Ann@n.example,bo@n.example", "ann@n.example,ANN@n.example\nann@n.example,bo@n.example"] {
            let error = #expect(throws: InputError.self) { try InputReaderTests.read("\(header)\n\(rows)\n") }
            #expect(error?.code == "column-twice")
            #expect(error?.line == rows.split(separator: "\n").count + 1)
            for column in columns { #expect(error?.message.contains("\"\(column)\"") == true) }
        }
        var options = ReadingOptions()
        options.mapping[.email] = .column(columns[1])
        let read = try InputReaderTests.read("\(header)\nann@n.example,bo@n.example\n", options: options)
        #expect(read.fields[.email] == 1)
    }

    @Test(arguments: [
        "Manager Email", "Reports To", "Created By", "invited_by", "Recovery Email", "Secondary Email Address",
        "UserPrincipalName",
        "Username", "Login", "user_id", "Backup e-mail", "Notes", "Old Email", "alternateEmailAddress", "HR contact",
        "hr_partner_email", "sip_address", "jabber", "skype",
    ]) func anotherPersonsASecondOneAndALoginAreNone(_ column: String) throws {
        let text = "email,\(column)\nann@n.example,bo@n.example\n"
        #expect(try InputReaderTests.read(text).records.count == 1)
    }

    @Test(arguments: [
        "", "none", "bo", "see bo@n.example", "bo@intranet", "ann@N.example", "\"\"\"b@c\"\"@n.example\"",
    ])
    func whatIsNoOtherAddressIsNotAskedAbout(_ cell: String) throws {
        #expect(try InputReaderTests.read("email,New Email\nann@n.example,\(cell)\n").records.count == 1)
    }

    @Test(arguments: [
        #"{"email":"a@n.example","profile":{"email":"b@n.example"}}"#,
        #"{"email":"a@n.example","contact":{"mail":"b@n.example"}}"#,
        #"{"email":"a@n.example","profile":{"contact":{"email":"b@n.example"}}}"#,
        #"{"mail":"a@n.example","attributes":{"email":["b@n.example"]}}"#,

        #"{"email":"a@n.example","custom":[{"name":"New Email","value":"b@n.example"}]}"#,
    ]) func membersAreAskedAboutToo(_ person: String) {
        for text in ["[\(person)]", "\(person)\n\(person)"] {
            let error = #expect(throws: InputError.self) { try InputReaderTests.read(text) }
            #expect(error?.code == "column-twice")
        }
    }

    @Test(arguments: [
        #"{"email":"a@n.example","manager":{"email":"b@n.example"}}"#,
        #"{"email":"a@n.example","profile":{"email":"A@n.example"}}"#,
        #"{"email":"a@n.example","createdBy":{"user":{"email":"b@n.example"}}}"#,
        #"{"email":"a@n.example","profile":{"secondaryEmail":"b@n.example"}}"#,
        #"{"email":"a@n.example","emails":[{"value":"a@n.example","primary":true},{"value":"b@n.example"}]}"#,
        #"{"email":"a@n.example","emails":["b@n.example"]}"#,
        #"{"email":"a@n.example","children":[{"email":"b@n.example"}]}"#,
        #"{"email":"a@n.example","company":{"email":"b@n.example"}}"#,
        #"{"email":"a@n.example","reports":[{"email":"b@n.example"}]}"#,
    ]) func membersOfOthersAreNone(_ person: String) throws {
        #expect(try InputReaderTests.read("[\(person)]").records.count == 1)
    }

    @Test func inJSONToo() {
        let text = #"[{"email":"a@n.example","delivery_email":"b@n.example"}]"#
        #expect(throws: InputError.self) { try InputReaderTests.read(text) }
    }
}
