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

    @Test(
        arguments: [
            ("Email address to invite [inviteeEmail] Required", "inviteeemail"), ("Email", nil), ("a []", nil),
            ("Password [Required]", "required"), ("a [b] c [d]", "d"), ("[x", nil),
        ] as [(String, String?)]) func textInBracketsMayBeTheKey(name: String, key: String?)
    {
        #expect(ColumnNames.bracketed(name) == key)
    }
}
