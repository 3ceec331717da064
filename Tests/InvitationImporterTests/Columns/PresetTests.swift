import Foundation
import InvitationImporter
import SystemPackage
import Testing

struct PresetTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func plan(
        _ text: String, _ change: (inout ImportOptions) throws -> Void = { _ in }
    ) throws -> (rows: [String], summary: PlanSummary) {
        var options = ImportOptions()
        options.organization = "acme"
        options.roles = ["viewer"]
        options.reading.presets.append(.example)
        try change(&options)
        var rows: [String] = []
        let input = PlanInput(name: "in", path: try folder.write("in", text))
        let summary = try Planner([input], options).plan { row in
            switch row.decision {
            case .invite(let it): rows.append("\(it.email)|\(it.name ?? "")|\(it.roles.joined(separator: ","))")
            case .skip(let reason): rows.append(reason)
            case .duplicate: rows.append("duplicate")
            case .invalid: rows.append(row.findings.map(\.code.rawValue).joined(separator: ","))
            }
        }
        return (rows, summary)
    }

    @Test func theArticlesExampleIsThisFile() throws {
        var root = FilePath(#filePath)
        for _ in 0..<4 { root.removeLastComponent() }
        let article = try String(
            contentsOfFile: root.pushing("Sources/InvitationImporter/InvitationImporter.docc/Presets.md").string,
            encoding: .utf8)
        let file = try String(
            contentsOfFile: root.pushing("Tests/InvitationImporterTests/Columns/ExamplePreset.swift").string,
            encoding: .utf8)
        let example = try #require(
            article.components(separatedBy: "```swift\n").last?.components(separatedBy: "```").first)
        #expect(file.hasSuffix(example))
    }

    @Test func theExampleWorksForCSVAndJSON() throws {
        let csv = """
            Member ID,Member Email,Work Email,Full Name,Team,State,Deleted At,Login Password
            1,a@private.example,ann@x.example,Ann Lee,eng,Active,,secret
            2,bo@x.example,,Bo,eng,AWAY,,secret
            3,c@x.example,,C,eng,Left,,secret
            4,d@x.example,,D,eng,active,2026-01-01,secret
            """
        let (rows, summary) = try plan(csv)
        #expect(
            rows == [
                "ann@x.example|Ann Lee|viewer", "bo@x.example|Bo|viewer", "former: State is Left",
                "deleted: Deleted At is 2026-01-01",
            ])
        #expect(summary.shapes[0].secrets == ["Login Password"])
        #expect(summary.shapes[0].recognition?.columns == ["Member ID", "Member Email"])
        let json = """
            [{"memberId":1,"contact":{"email":"ann@x.example","given":"Ann","family":"Lee"},"state":"active"}]
            """
        #expect(try plan(json).rows == ["ann@x.example|Ann Lee|viewer"])
    }

    @Test func peopleLeftOutAreInvitedIfAPersonSaysSo() throws {
        let csv = "user_id,email,email_verified,blocked\n1,a@x.example,true,true\n2,b@x.example,true,false\n"
        for word in ["blocked", "TRUE"] {
            #expect(try plan(csv) { $0.includedStatus = [word] }.rows.count { $0.hasSuffix("viewer") } == 2)
        }
        #expect(try plan(csv) { $0.includedStatus = ["suspended"] }.rows.first == "blocked is true")
        let own = "email,status\na@x.example,Suspended\nb@x.example,On hold\nc@x.example,guest"
        let unknown = "status is On hold, not known here (--include-status 'On hold')"
        #expect(try plan(own).rows == ["status is Suspended", unknown, "status is guest"])
        #expect(
            try plan(own) { $0.includedStatus = ["suspended", "Guest", "on hold"] }.rows.allSatisfy {
                $0.hasSuffix("viewer")
            })
    }

    @Test func columnsAddedToAnExportAreOurs() throws {
        let csv = """
            username,email,status,billing-active,has-2fa,has-sso,userid,roles
            ann,a@x.example,Member,1,1,0,U1,admin
            bo,b@x.example,Member,1,1,0,U2,
            """
        #expect(try plan(csv).rows == ["a@x.example||admin", "b@x.example||viewer"])
        let keycloak = #"[{"username":"a","enabled":true,"emailVerified":true,"email":"a@x.example","groups":["/x"]}]"#
        #expect(try plan(keycloak).rows == ["a@x.example|a|viewer"])
    }

    @Test func mappingsWinOverPresetAndNames() throws {
        let slack = "username,email,status,billing-active,has-2fa,userid,home\na,a@x.example,Bot,1,1,U1,h@x.example"
        #expect(
            try plan(slack) {
                $0.reading.mapping = [.email: .column("home"), .status: .fixed("active"), .roles: .fixed("x;y")]
            }.rows == ["h@x.example||x,y"])
        let two = "email,E-Mail,Rolle\na@x.example,b@x.example,admin"
        #expect(
            try plan(two) { $0.reading.mapping = [.email: .column("e-mail"), .roles: .column("Rolle")] }.rows == [
                "a@x.example||admin"
            ])
        #expect(try plan("email,E-Mail\na@x.example,A@x.example").rows == ["a@x.example||viewer"])
        let error = #expect(throws: InputError.self) {
            try plan(two) { $0.reading.mapping = [.groups: .column("Gruppe")] }
        }
        #expect(error?.code == "map-column-missing")
        #expect(error?.message.contains("\"Gruppe\"") == true)
        #expect(throws: InputError.self) {
            try plan("{\"email\":\"a@x.example\"}") { $0.reading.mapping = [.groups: .column("x.y")] }
        }
    }

    @Test func guestNamesOfEntraAreNoAddresses() throws {
        let text = "email\nann_x.example#EXT#@tenant.example\nbo@x.example"
        #expect(try plan(text).rows == ["email-missing", "bo@x.example||viewer"])
    }

    @Test func anExportWithoutAddressesIsSaidOnce() throws {
        let error = #expect(throws: InputError.self) {
            try plan("login,role,last_active,saml_name_id\na,member,,\nb,member,,")
        }
        #expect(error?.code == "addresses-missing")
        #expect(error?.message.contains("SAML") == true)
        let header = #expect(throws: InputError.self) { try plan("login,role,tfa_enabled\na,member,true") }
        #expect(header?.code == "email-column-missing")
        #expect(header?.message.contains("SAML") == true)
    }

    @Test func aRowOutOfShapeKeepsNoSecret() throws {
        let text = "email,password\na@x.example,x,not-a-real\n\"b\"@x.example,not-a-real\nc@x.example\n"
        var reader = try InputReader(ByteSource(Array(text.utf8), name: "in"))
        var all = ""
        while let record = try reader.next() {
            all += record.values.compactMap { $0?.serialized }.joined()
            all += record.findings.compactMap(\.value).joined()
        }
        #expect(!all.contains("not-a-real"))
        #expect(try plan(text).rows == ["cells-extra", "quote-stray", "c@x.example||viewer"])
        let json =
            "{\"email\":\"a\",\"password\":\"not-a-real\",\"email\":\"b\"}\n{\"a\":{\"b\":[{\"clientSecret\":\"not-a-real\"}]}}\n"
        var lines = try InputReader(ByteSource(Array(json.utf8), name: "in"))
        while let record = try lines.next() {
            let written = record.values.compactMap { $0?.serialized }.joined() + (record.unread ?? "")
            #expect(!written.contains("not-a-real"))
        }
        #expect(lines.secretColumns.contains("clientSecret"))
    }
}
