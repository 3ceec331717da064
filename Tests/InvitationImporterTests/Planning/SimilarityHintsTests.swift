import InvitationImporter
import Testing

struct SimilarityHintsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Findings on the addresses behind a crowd of people of one domain.
    private func findings(_ emails: [String], crowd: Int = 60, domain: String = "northwind.example") throws -> [String]
    {
        let all = (0..<crowd).map { "p\($0)@\(domain)" } + emails
        var options = ImportOptions()
        options.organization = "acme"
        options.roles = ["viewer"]
        var found: [String] = []
        let input = PlanInput(name: "in", path: try folder.write("in", "email\n" + all.joined(separator: "\n")))
        let plan = try Planner([input], options).plan { row in
            guard row.number > crowd else { return }
            found.append(row.findings.map { "\($0.code.rawValue): \($0.advice)" }.joined(separator: "; "))
        }
        #expect(plan.invitations == all.count, "nobody is left out or merged by a hint")
        return found
    }

    @Test(
        arguments: [
            "northwnid.example", "northwind.exmaple", "nortwind.example", "northwiind.example", "northvind.example",
            "n0rthwind.example", "northvvind.example",
        ])
    func slipOfTheFilesOwnDomainIsAHint(domain: String) throws {
        let found = try findings(["ann@" + domain])
        #expect(found[0].hasPrefix("email-look-alike: Many others here have northwind.example."), "\(found)")
    }

    @Test(arguments: ["southwind.example", "northwind.net", "partner.example", "mail.northwind.example"])
    func anotherDomainIsNone(domain: String) throws {
        #expect(try findings(["ann@" + domain]) == [""])
    }

    @Test func lettersOfAnotherScriptAreAHint() throws {
        // Cyrillic from end to end, so that no scripts are mixed: it spells "corp" to the eye.
        let found = try findings(["ann@соrр.example".replacing("r", with: "г")], domain: "corp.example")
        #expect(found[0].contains("email-look-alike"), "\(found)")
    }

    @Test func aDomainWithManyPeopleIsNoSlip() throws {
        #expect(try findings((0..<9).map { "q\($0)@northwnid.example" }) == Array(repeating: "", count: 9))
        #expect(try findings(["ann@northwnid.example"], crowd: 4) == [""])
    }

    @Test(arguments: [("grnail.com", "gmail.com"), ("gmai1.com", "gmail.com"), ("уаһоо.com", "yahoo.com")])
    func lookAlikesOfBigProvidersAreFound(domain: String, meant: String) throws {
        let problems = EmailAddress.check("ann@" + domain).problems
        #expect(problems.contains { $0.code == .emailLookAlike && $0.advice.contains(meant) }, "\(problems)")
    }

    @Test(
        arguments: [
            (["ann@x.example", "ann+k0@x.example"], [false, true]),
            (["ann+a@x.example", "ann+b@x.example"], [false, true]),
            (["ann.lee@gmail.com", "annlee@gmail.com", "a.n.n.lee@googlemail.com"], [false, true, true]),
            (["ann.lee@x.example", "annlee@x.example"], [false, false]),
            (["ann+a@x.example", "bo@x.example"], [false, false]),
            (["+a@x.example", "+b@x.example"], [false, false]),
            (["ann+a@x.example", "ann@y.example"], [false, false]),
        ] as [([String], [Bool])]) func onePersonsMailboxIsAHint(emails: [String], hints: [Bool]) throws
    {
        let found = try findings(emails, crowd: 0)
        #expect(found.map { $0.contains("email-same-mailbox") } == hints, "\(found)")
    }
}
