import InvitationImporter
import Testing

@Suite struct LDIFRowsTests {
    private static let text = """
        version: 1

        # the company
        dn: dc=n,dc=example
        objectClass: dcObject
        objectClass: organization

        dn: uid=ann,ou=people,dc=n
        objectClass: top
        objectClass: inetOrgPerson
        mail: ann@n.exam
         ple
        displayName:: SsO8cmdlbg==
        memberOf: cn=eng,dc=n
        MemberOf: cn=ops,dc=n
        mail;lang-de: ann@n.example
        userPassword:: e1NTSEF9

        dn: cn=all,dc=n
        objectClass: groupOfNames
        mail: all@n.example

        dn: uid=bo,dc=n
        objectClass: person
        mail: bo@n.example
        """

    @Test(arguments: ["\n", "\r\n"]) func entriesOfPeopleAreRows(_ end: String) throws {
        let bytes = Array(Self.text.replacing("\n", with: end).utf8)
        for size in [1, 7, 1 << 16] {
            let read = try InputReaderTests.read(bytes, pieces: size)
            #expect(read.records.map(\.number) == [1, 2])
            #expect(read.records.map(\.line) == [8, 23])
            func value(_ row: Int, _ name: String) -> JSONValue? {
                read.columns.firstIndex(of: name).flatMap {
                    $0 < read.records[row].values.count ? read.records[row].values[$0] : nil
                }
            }
            #expect(value(0, "displayName") == .string("Jürgen"))
            #expect(value(0, "memberOf") == .strings(["cn=eng,dc=n", "cn=ops,dc=n"]))
            #expect(value(0, "userPassword") == .string(""), "a secret")
            #expect(value(1, "mail") == .string("bo@n.example"))
            #expect(value(1, "displayName") == nil)
        }
    }

    @Test func whoIsNobodyIsPassedOverAndCounted() throws {
        let text = Self.text.replacing("mail;lang-de: ann@n.example\n", with: "")
        let plan = try Planned(text)
        #expect(plan.rows == ["ann@n.example", "bo@n.example"])
        #expect(plan.summary.shapes[0].dialect.format == .ldif)
        #expect(plan.summary.shapes[0].warnings.map(\.code) == ["entries-passed-over"])
        #expect(plan.summary.shapes[0].warnings[0].message.hasPrefix("2 entries"))
        let nobody = #expect(throws: InputError.self) { try Planned("dn: dc=n\nobjectClass: domain\n") }
        #expect(nobody?.code == "rows-missing")
    }

    static let faulty: [(entry: String, code: String)] = [
        ("dn: uid=a\nmail: a@n.example\nmail: b@n.example", "email-several"),
        ("dn: uid=a\nobjectClass: person", "email-missing"),
        ("dn: uid=a\nmail: a@n.example\nchangetype: delete", "ldif-syntax"),
        ("dn: uid=a\nchangetype: modify\nreplace: mail\nmail: a@n.example\n-", "ldif-syntax"),
        ("dn: uid=a\nmail a@n.example", "ldif-syntax"),
    ]

    @Test(arguments: faulty) func whatIsNoPersonsEntryIsInvalid(entry: String, code: String) throws {
        #expect(try Planned("dn: uid=z\nmail: z@n.example\n\n\(entry)\n").rows == ["z@n.example", code])
    }

    @Test(arguments: [
        "DN: uid=a\nmail: a@n.example", "# x\nversion: 1\ndn: uid=a\nchangetype: add\nmail: a@n.example",
        "dn:: dWlkPWE=\nmail: a@n.example\n\n\n",
    ]) func otherBeginningsAreKnown(_ text: String) throws {
        #expect(try Planned(text).rows == ["a@n.example"])
    }

    @Test func whatOnlyLooksLikeItIsCSV() throws {
        #expect(try Planned("version:v1.0\nemail,dn\na@n.example,x\n").rows == ["a@n.example"])
    }
}
