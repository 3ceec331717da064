import SystemPackage
import Testing

@testable import InvitationImporter

/// The one way from files to what a person is asked about.
struct ImportPreviewTests {
    private let folder: TemporaryFolder
    private let inputs: [PlanInput]

    init() throws {
        folder = try TemporaryFolder()
        let text = "email,roles\na@x.example,viewer\nb@x.example,viewer\nc@x.example,viewr\nd@x.example,viewer\n"
        inputs = [PlanInput(name: "team.csv", path: try folder.write("team.csv", text))]
    }

    private var options: ImportOptions {
        var options = ImportOptions()
        options.organization = "acme"
        return options
    }

    private static var snapshot: ServerSnapshot {
        var snapshot = ServerSnapshot()
        snapshot.roles = [ServerResource(id: "viewer")]
        snapshot.organizations = [ServerResource(id: "acme")]
        return snapshot
    }

    @Test("what goes out now is told row by row, up to the number that may")
    func goesOut() throws {
        var out: [Int] = []
        let preview = try ImportPreview(
            of: inputs, options, JournalState(), first: 2, preflight: { _ in PreflightResult(Self.snapshot) },
            each: { row, goesOut in if goesOut { out.append(row.place.row) } })
        #expect(out == [1, 2])
        #expect((preview.plan.invitations, preview.plan.invalid) == (3, 1))
        #expect((preview.run.mailsNow, preview.run.mails) == (2, 3))
    }

    @Test("who is asked about, and where")
    func question() throws {
        var asked: [PreflightQuestion] = []
        _ = try ImportPreview(of: inputs, options) {
            asked.append($0)
            return PreflightResult()
        }
        #expect(asked.map(\.organizations) == [["acme"]])
        #expect(asked.map(\.people.count) == [4])
    }

    @Test(
        "nothing goes out after a hindrance, and the plan is there all the same",
        arguments: [
            (PreflightResult.Hindrance.stopped(.gaveUp("no success")), ["the server: no success"]),
            (.failed(Token.Missing(description: "There is no token.")), ["the server: There is no token."]),
            (.incomplete, []),
        ])
    func hindrance(_ hindrance: PreflightResult.Hindrance, gaps: [String]) throws {
        var out = 0
        let preview = try ImportPreview(
            of: inputs, options, preflight: { _ in PreflightResult(hindrance: hindrance) },
            each: { _, goesOut in out += goesOut ? 1 : 0 })
        #expect(out == 0)
        #expect(preview.plan.rows == 4)
        #expect(preview.preflight.gaps == gaps)
    }

    @Test("an organization that the server does not know ends it before any row")
    func unknownOrganization() throws {
        var options = options
        options.organization = "acmee"
        var rows = 0
        #expect(throws: OrganizationProblem.unknown("acmee", known: ["acme"])) {
            try ImportPreview(
                of: inputs, options, preflight: { _ in PreflightResult(Self.snapshot) }, each: { _, _ in rows += 1 })
        }
        #expect(rows == 0)
    }

    @Test("without any organization nobody can be invited")
    func noOrganization() throws {
        let preview = try ImportPreview(of: inputs, ImportOptions())
        #expect(throws: OrganizationProblem.missing) { try preview.requireOrganization() }
        try ImportPreview(of: inputs, options).requireOrganization()
    }
}
