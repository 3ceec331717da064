import InvitationImporter
import SystemPackage
import Testing

struct PlannerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func plan(
        _ text: String, name: String = "team.csv", _ change: (inout ImportOptions) throws -> Void = { _ in }
    ) throws -> [PlannedRow] {
        var options = ImportOptions()
        options.organization = "acme"
        try change(&options)
        let path = try folder.write(name, text)
        var rows: [PlannedRow] = []
        _ = try Planner([PlanInput(name: name, path: path)], options).plan { rows.append($0) }
        return rows
    }

    private func short(_ row: PlannedRow) -> String {
        let codes = row.findings.map(\.code.rawValue).joined(separator: ",")
        let what =
            switch row.decision {
            case .invite(let invitation): String(decoding: invitation.body, as: UTF8.self)
            case .duplicate(let first, _): "duplicate of \(first)"
            case .invalid: "invalid"
            case .skip(let reason): "skip \(reason)"
            }
        return codes.isEmpty ? what : "\(what) [\(codes)]"
    }

    @Test(arguments: [
        ("email,roles\nA@x.example,viewer", #"{"email":"A@x.example","roles":["viewer"]}"#),
        ("email,groups\na@x.example,eng;ops|eng", #"{"email":"a@x.example","groups":["eng","ops"]}"#),
        (
            "email,role,group,message\n a@x.example ,viewer,eng,Hi",
            #"{"email":"a@x.example","roles":["viewer"],"groups":["eng"],"message":"Hi"}"#
        ),
        ("email,roles\na@x.example,", "invalid [role-or-group-missing]"),
        ("email,roles\n,viewer", "invalid [email-missing]"),
        ("email,roles\nnobody,viewer", "invalid [email-syntax]"),
        ("email,roles,status\na@x.example,viewer,Suspended", "skip status is Suspended"),
        ("email,roles,status\na@x.example,viewer,Active", #"{"email":"a@x.example","roles":["viewer"]}"#),
        (
            "email,roles,status\na@x.example,viewer,odd",
            "skip status is odd, not known here (--include-status odd) [status-unknown]"
        ),
        (
            "email,roles,org\na@x.example,viewer,a b\nb@x.example,viewer,beta",
            #"invalid [character-forbidden]; {"email":"b@x.example","roles":["viewer"]}"#
        ),
        (
            "email,roles,org\na@x.example,viewer,..\nb@x.example,viewer,beta",
            #"invalid [character-forbidden]; {"email":"b@x.example","roles":["viewer"]}"#
        ),
        (
            "email,roles,org\na@x.example,viewer,ACME\nb@x.example,viewer,beta",
            #"{"email":"a@x.example","roles":["viewer"]} [organization-unusual]; {"email":"b@x.example","roles":["viewer"]}"#
        ),
        ("email,roles\na@x.example,\"view\u{1}er\"", "invalid [character-forbidden]"),
        (
            "email,roles,message\na@x.example,viewer,\"two\nlines\"",
            #"{"email":"a@x.example","roles":["viewer"],"message":"two\nlines"}"#
        ),
        ("email,roles,message\na@x.example,viewer,\u{1B}[31m", "invalid [character-forbidden]"),
    ])
    func judgesARow(_ text: String, _ expected: String) throws {
        #expect(try plan(text).map(short).joined(separator: "; ") == expected)
    }

    @Test func countsAMessageInUnicodeScalars() throws {
        let fits = String(repeating: "é", count: 500)
        #expect(try plan("email,roles,message\na@x.example,viewer,\(fits)").first?.findings.isEmpty == true)
        // One flag is one character to a reader, but two scalars to the API.
        let flags = String(repeating: "🇩🇪", count: 251)
        #expect(
            try plan("email,roles,message\na@x.example,viewer,\(flags)").first?.findings.map(\.code) == [
                .messageTooLong
            ])
    }

    @Test func defaultsAreForRowsThatNameNothing() throws {
        let rows = try plan("email,roles,groups\na@x.example,,\nb@x.example,member,\nc@x.example,,ops") {
            $0.roles = ["viewer"]
            $0.groups = ["eng"]
            $0.message = try MessageTemplate("Hi")
        }
        #expect(
            rows.map(short) == [
                #"{"email":"a@x.example","roles":["viewer"],"groups":["eng"],"message":"Hi"}"#,
                #"{"email":"b@x.example","roles":["member"],"message":"Hi"}"#,
                #"{"email":"c@x.example","groups":["ops"],"message":"Hi"}"#,
            ])
    }

    @Test func jsonGivesListsAndTexts() throws {
        let text = """
            {"email":"a@x.example","roles":["viewer","member"],"groups":"eng;ops"}
            {"email":"b@x.example","roles":["a,b"]}
            {"email":5,"roles":["viewer"]}
            {"email":"c@x.example","roles":[1]}
            {"email":"d@x.example","roles":null,"groups":["eng"],"status":false}
            not json
            """
        #expect(
            try plan(text, name: "team.jsonl").map(short) == [
                #"{"email":"a@x.example","roles":["viewer","member"],"groups":["eng","ops"]}"#,
                #"{"email":"b@x.example","roles":["a,b"]}"#, "invalid [value-type]", "invalid [value-type]",
                "skip status is false", "invalid [json-syntax]",
            ])
    }

    private static let twice = """
        email,roles,message
        Ann@X.example,viewer,
        bob@x.example,viewer,
        ann@x.example,member,Hello
        ann@x.EXAMPLE,viewer,Bye
        """

    @Test func mergeUnitesAndSaysSo() throws {
        #expect(
            try plan(Self.twice).map(short) == [
                #"{"email":"Ann@X.example","roles":["viewer","member"],"message":"Hello"}"#,
                #"{"email":"bob@x.example","roles":["viewer"]}"#, "duplicate of 1 [duplicate-merged]",
                "duplicate of 1 [duplicate-merged,duplicate-differs]",
            ])
    }

    @Test func firstKeepsTheFirstAndSaysWhatIsLost() throws {
        #expect(
            try plan(Self.twice) { $0.duplicates = .first }.map(short) == [
                #"{"email":"Ann@X.example","roles":["viewer"]}"#, #"{"email":"bob@x.example","roles":["viewer"]}"#,
                "duplicate of 1 [duplicate-differs]", "duplicate of 1 [duplicate-differs]",
            ])
    }

    @Test func failMarksTheLaterRows() throws {
        #expect(
            try plan(Self.twice) { $0.duplicates = .fail }.map(short).suffix(2) == [
                "invalid [duplicate-forbidden]", "invalid [duplicate-forbidden]",
            ])
    }

    @Test func theSamePersonInTwoOrganizationsIsTwoInvitations() throws {
        let rows = try plan("email,roles,org\na@x.example,viewer,acme\na@x.example,viewer,other\na@x.example,viewer,")
        #expect(rows.map(short).last == "duplicate of 1")
        #expect(
            Set(rows.prefix(2).compactMap { if case .invite(let it) = $0.decision { it.key.text } else { nil } }).count
                == 2)
    }

    @Test func everyPlannedRowReadsBackAsItWas() throws {
        let rows = try plan(Self.twice + "\nnobody,viewer,\nc@x.example,viewer,\"\u{2028}\"\n")
        #expect(rows.count == 6)
        for row in rows { #expect(PlannedRow(try JSONValue(parsing: row.json.bytes)) == row) }
    }
}
