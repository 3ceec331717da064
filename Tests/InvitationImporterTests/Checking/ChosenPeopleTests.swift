import Testing

@testable import InvitationImporter

/// Who is chosen by a file and by domains.
struct ChosenPeopleTests {
    private static func choice(_ text: String, domains: Set<String> = []) throws -> ChosenPeople {
        try ChosenPeople(reading: ByteSource(Array(text.utf8), name: "only.txt"), domains: domains)
    }

    private static func key(_ address: String) throws -> InvitationKey {
        InvitationKey(organization: "acme", email: try #require(EmailAddress.check(address).address))
    }

    @Test(
        "any file with addresses chooses, and its other columns say nothing",
        arguments: [
            "a@x.example\nb@x.example\n", "A@X.Example ; b@x.example", "Ann <a@x.example>\n# nobody\nb@x.example",
            "Name,E-Mail\nAnn,a@x.example\nBo,b@x.example\n",
            "email\tstatus\na@x.example\tsuspended\nb@x.example\tgone",
            #"[{"email": "a@x.example"}, {"email": "b@x.example", "roles": 7}]"#,
            "email,organization,status,invitation_id,sent_at,expires_at,revoked_at\n"
                + "a@x.example,acme,expired,i1,2026-01-01T00:00:00Z,,\nb@x.example,acme,pending,i2,,,\n",
        ])
    func files(text: String) throws {
        let chosen = try Self.choice(text)
        for (address, isChosen) in [("a@x.example", true), ("B@x.example", true), ("c@x.example", false)] {
            #expect(try chosen.has(Self.key(address)) == isChosen, "\(address)")
        }
        #expect(chosen.count == 2)
        #expect(!chosen.isEverybody)
    }

    @Test("addresses are compared as they are everywhere: case, accents, the domain's alphabet")
    func spellings() throws {
        let chosen = try Self.choice("Zoe\u{308}@k\u{F6}ln.example\n")
        #expect(try chosen.has(Self.key("ZO\u{CB}@xn--kln-sna.example")))
        #expect(try !chosen.has(Self.key("zoe@xn--kln-sna.example")))
    }

    @Test("a domain chooses those below it; a file and a domain choose who is in both")
    func domains() throws {
        let domain = ChosenPeople(domains: ["x.example"])
        for (address, isChosen) in [
            ("a@x.example", true), ("a@mail.x.example", true), ("a@ax.example", false), ("a@example", false),
        ] {
            #expect(try domain.has(Self.key(address)) == isChosen, "\(address)")
        }
        let both = try Self.choice("a@x.example\na@y.example\n", domains: ["y.example"])
        #expect(try both.has(Self.key("a@y.example")))
        #expect(try !both.has(Self.key("a@x.example")))
        #expect(try !both.has(Self.key("b@y.example")))
        #expect(try ChosenPeople.everybody.has(Self.key("b@y.example")))
    }

    @Test("what chooses nobody is told with its line")
    func missing() throws {
        let chosen = try Self.choice(
            "a@x.example\nb@@x.example\nc@x.example\na@x.example\nd@x.example\n", domains: ["x.example", "z.example"])
        var met = ChosenPeople.Met()
        met.note("c@x.example", chosen)
        let missing = chosen.missing(met)
        #expect(missing.file == "only.txt")
        #expect(
            missing.people.map(\.number) == [1, 5] && missing.people.map(\.text) == ["a@x.example", "d@x.example"])
        #expect(missing.unreadable == [ChosenPeople.Line(number: 2, text: "b@@x.example")])
        #expect(missing.domains == ["z.example"])
    }

    @Test(
        "a file without an address is an error: it would choose nobody without a word",
        arguments: ["", "email\n", "@@\n"])
    func nobody(text: String) throws {
        let error = #expect(throws: InputError.self) { try Self.choice(text) }
        #expect(error?.file == "only.txt")
    }
}
