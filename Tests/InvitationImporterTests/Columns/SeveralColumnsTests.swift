import InvitationImporter
import Testing

/// Roles and groups in several columns, in lists as programs write them, and in columns that nearly have our names.
@Suite struct SeveralColumnsTests {
    static let united: [(header: String, cells: String, groups: [String])] = [
        ("groups,groups", "eng,ops", ["eng", "ops"]), ("group1,group2", "eng,ops", ["eng", "ops"]),
        ("Group 1,Group 2,Group 3", "eng,,ops", ["eng", "ops"]), ("groups.0,groups.1", "eng,ops", ["eng", "ops"]),
        ("groups[0],groups[1]", "eng,NULL", ["eng"]), ("group_1", "eng;ops", ["eng", "ops"]),
        ("groups,groups", "eng;ops,ops;it", ["eng", "ops", "it"]),
        ("groups", ##""[""eng"",""ops""]""##, ["eng", "ops"]),
        ("groups", "\"['eng', 'ops']\"", ["eng", "ops"]), ("groups", "\"{eng,ops}\"", ["eng", "ops"]),
        ("groups", "[eng]", ["[eng]"]),
    ]

    @Test(arguments: united) func allOfThemCount(header: String, cells: String, groups: [String]) throws {
        let plan = try Planned("email,\(header)\na@n.example,\(cells)\n")
        #expect(plan.rows == ["a@n.example"])
        #expect(plan.summary.groups == Dictionary(uniqueKeysWithValues: groups.map { ($0, 1) }))
    }

    @Test func aColumnThatIsThereTwiceIsNamedOnce() throws {
        let plan = try Planned("email,Team,Team\na@n.example,eng,ops\n") {
            $0.reading.mapping[.groups] = .column("Team")
        }
        #expect(plan.summary.groups == ["eng": 1, "ops": 1])
    }

    @Test func inAnExportToo() throws {
        let header =
            "username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname,expiration-timestamp"
        let plan = try Planned("\(header),group1,group2\na,a@n.example,Member,1,1,0,U,A,A,,eng,ops\n")
        #expect(plan.summary.groups == ["eng": 1, "ops": 1])
    }

    @Test(arguments: ["role,roles", "group,groups", "groups,group1"]) func differentNamesAreAskedAbout(_ header: String)
    {
        let error = #expect(throws: InputError.self) { try InputReaderTests.read("email,\(header)\na@n.example,x,y\n") }
        if header == "groups,group1" {
            #expect(error?.message.contains("--map groups=") == true)
        } else {
            #expect(error?.code == "column-twice")
        }
    }

    static let near: [(name: String, field: String)] = [
        ("rolse", "roles"), ("Rolle", "roles"), ("Rôle", "roles"), ("ruolo", "roles"), ("rols", "roles"),
        ("Роль", "roles"), ("角色", "roles"),
        ("Gruppe", "groups"), ("gruops", "groups"), ("Grupo", "groups"), ("grouups", "groups"), ("Groups!x", "groups"),
    ]

    @Test(arguments: near) func aNameThatNearlyIsOursIsNamedWithWhatToType(name: String, field: String) throws {
        let plan = try Planned("email,\(name)\na@n.example,x\n")
        let warnings = plan.summary.shapes[0].warnings
        #expect(warnings.map(\.code) == ["column-near"])
        #expect(warnings.first?.message.contains("--map \(field)=") == true)
        #expect(plan.summary.roles == ["viewer": 1] && plan.summary.groups.isEmpty, "nothing is taken by a guess")
        let mapped = try Planned("email,\(name)\na@n.example,x\n") {
            $0.reading.mapping[field == "roles" ? .roles : .groups] = .column(name)
        }
        #expect(mapped.summary.shapes[0].warnings == [])
    }

    @Test(arguments: [
        "rules", "mole", "pole", "grade", "profile", "parole", "control", "grouping", "roll", "team", "note", "troupe",
    ])
    func otherWordsAreLeftAlone(_ name: String) throws {
        #expect(try Planned("email,\(name)\na@n.example,x\n").summary.shapes[0].warnings == [])
    }

    @Test(arguments: ["emial", "e-mial", "emai", "Correo", "courriel", "メール", "Mail-Adresse"])
    func anAddressUnderSuchANameIsNamed(_ name: String) {
        let error = #expect(throws: InputError.self) { try InputReaderTests.read("\(name),x\na@n.example,y\n") }
        #expect(error?.code == "email-column-missing")
        #expect(error?.message.contains("--map email=") == true)
        #expect(error?.message.contains("COLUMN") == false)
    }
}
