import InvitationImporter
import Testing

@Suite struct ColumnNamesTests {
    @Test(arguments: [
        ("E-mail Address [Required]", "emailaddress"), ("EMAIL", "email"), (" e_mail. ", "email"),
        ("Mail (work)", "mail"), ("(email)", "email"), ("[email]", "email"),
        ("Org Unit Path [Required]", "orgunitpath"), ("", ""), ("--", ""), ("Größe", "größe"),
        ("2sv Enrolled", "2svenrolled"), ("\u{FEFF}email", "email"),
        ("a (b [c] d) e", "ae"), ("a) b", "ab"), ("email:", "email"), ("电子邮件", "电子邮件"), ("Ünï", "ünï"),
    ]) func nameIsFolded(name: String, folded: String) {
        #expect(ColumnNames.folded(name) == folded)
    }

    @Test(
        arguments: [
            ("email", .email), ("E-Mail", .email), ("Email Address", .email), ("mail", .email), ("email_addr", .email),
            ("User Email", .email), ("role", .roles), ("Roles", .roles),
            ("group", .groups), ("GROUPS", .groups), ("Message", .message), ("Full Name", .name),
            ("displayName", .name), ("name", .name), ("org", .organization),
            ("Organisation", .organization), ("organization_id", .organization), ("Status [READ ONLY]", .status),
            ("Note", nil), ("team", nil), ("Manager Email", nil),
            ("Recovery Email", nil), ("email2", nil), ("", nil), ("username", nil), ("Organization Unit", nil),
        ] as [(String, Field?)]) func fieldIsRecognised(name: String, field: Field?)
    {
        #expect(ColumnNames.field(named: name) == field)
    }

    @Test func mapHoldsOneColumnForEachField() {
        var map = FieldMap()
        for (index, field) in Field.allCases.enumerated() { map[field] = index }
        for (index, field) in Field.allCases.enumerated() {
            #expect(map[field] == index)
            #expect(map.field(ofColumn: index) == field)
        }
        #expect(map.field(ofColumn: 99) == nil)
    }
}
