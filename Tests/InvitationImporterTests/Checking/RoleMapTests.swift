import InvitationImporter
import Testing

struct RoleMapTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    static func map(_ text: String) throws -> RoleMap {
        try RoleMap(reading: ByteSource(Array(text.utf8), name: "roles.csv"))
    }

    /// The roles and groups of each invitation, and what no line was for.
    private func people(
        _ text: String, _ map: String, _ change: (inout ImportOptions) -> Void = { _ in }
    ) throws -> (given: [String], unmapped: [String: Int]) {
        var options = ImportOptions()
        options.organization = "acme"
        options.roleMap = try Self.map(map)
        change(&options)
        let input = PlanInput(name: "in", path: try folder.write("in", text))
        var given: [String] = []
        let plan = try Planner([input], options).plan { row in
            if case .invite(let it) = row.decision {
                given.append(it.roles.joined(separator: ",") + "/" + it.groups.joined(separator: ","))
            } else if case .invalid = row.decision {
                given.append("invalid")
            }
        }
        return (given, plan.unmapped)
    }

    @Test(
        arguments: [
            ("from,roles,groups\nOwner,admin,eng", "email,role\na@x.example,owner", ["admin/eng"], [:]),
            ("from,roles\nOwner,admin;viewer", "email,role\na@x.example,Owner", ["admin,viewer/"], [:]),
            ("from;roles;groups\nOwner;admin;", "email,role\na@x.example,Owner", ["admin/"], [:]),
            ("from,roles\nOwner,admin", "email,role\na@x.example,Guest", ["invalid"], ["Guest": 1]),
            ("from,roles\n*,viewer\nOwner,admin", "email,role\na@x.example,Owner", ["admin/"], [:]),
            ("from,roles\n*,viewer\nOwner,admin", "email,role\na@x.example,Guest", ["viewer/"], [:]),
            ("from,roles\n*,viewer", "email,role\na@x.example,", ["viewer/"], [:]),
            ("from,roles\n*,viewer\n,member", "email,role\na@x.example,", ["member/"], [:]),
            ("from,roles\n/Sales*,sales", "email,Org Unit Path\na@x.example,/Sales/North", ["sales/"], [:]),
            (
                "from,roles\n/Sales*,sales\n*,viewer",
                "email,Org Unit Path,Department\na@x.example,/Sales,Engineering\nb@x.example,/Ops,Engineering",
                ["sales/", "viewer/"], [:]
            ),
            ("from,roles\nA,one\n*,viewer", "email,roles\na@x.example,A;B;C", ["one/"], [:]),
            (
                "from,roles,column\nA,one,Team\n*,two,Unit", "email,Team,Unit\na@x.example,A;C,B", ["one/"], ["C": 1]
            ),
            ("from,roles\n*:Owner,admin", "email,role\na@x.example,northwind:Owner", ["admin/"], [:]),
            ("from,roles\na*b*c,r", "email,role\na@x.example,aXbYc\nb@x.example,aXc", ["r/", "invalid"], ["aXc": 1]),
            (
                "from,roles\nR*,one\nRe*,two\nRead,three", "email,role\na@x.example,Reed\nb@x.example,read",
                ["one/", "three/"], [:]
            ),
            ("from,roles\nA,one\nB,two", "email,roles\na@x.example,A;B;C", ["one,two/"], ["C": 1]),
            (
                "from,roles\n\"Research, Development\",rd", "email,department\na@x.example,\"Research, Development\"",
                ["rd/"], [:]
            ),
            ("from,roles,groups\nNobody,,\nX,viewer,", "email,role\na@x.example,Nobody", ["invalid"], [:]),
            (
                "from,roles,column\nA,one,Team\nA,two,Unit", "email,Team,Unit,role\na@x.example,A,,A\nb@x.example,,A,A",
                ["one/", "two/"], [:]
            ),
            (
                "from,roles\nadmin,one\nuser,two", "[{\"email\":\"a@x.example\",\"roles\":[\"user\",\"admin\"]}]",
                ["two,one/"], [:]
            ),
        ] as [(String, String, [String], [String: Int])]) func theirsBecomeOurs(
            map: String, input: String, given: [String], unmapped: [String: Int]
        ) throws
    {
        let people = try people(input, map)
        #expect(people.given == given)
        #expect(people.unmapped == unmapped)
    }

    @Test func rolesThatThePersonNamedStayOurs() throws {
        let people = try people("email,role,ours\na@x.example,Owner,member", "from,roles\nOwner,admin") {
            $0.reading.mapping = [.roles: .column("ours"), .groups: .fixed("eng")]
        }
        #expect(people.given == ["member,admin/eng"])
    }

    @Test func onePersonOverManyRowsGetsAllRoles() throws {
        let text = """
            group_name,username,full_name,email,active,last_login
            administrators,ann,Ann Lee,ann@x.example,Yes,
            users,ann,Ann Lee,ann@x.example,Yes,
            users,bo,Bo,bo@x.example,Yes,
            """
        let people = try people(text, "from,roles,groups\nadministrators,admin,\nusers,member,eng")
        #expect(people.given == ["admin,member/eng", "member/eng"])
    }

    @Test(
        arguments: [
            ("roles,groups\na,b", "role-map-columns"), ("from,what\na,b", "role-map-columns"), ("", "input-empty"),
            ("from,roles\na,b,c", "role-map-line"), ("from,roles\n", "rows-missing"),
            ("from,roles\n,\n\n", "rows-missing"), ("from,roles\n\"a,b", "quote-unclosed"),
        ]) func aBadMapIsRefused(text: String, code: String)
    {
        #expect(#expect(throws: InputError.self) { try Self.map(text) }?.code == code)
    }

    @Test func aColumnThatIsNotThereIsRefused() throws {
        for text in ["email,role\na@x.example,A", "{\"email\":\"a@x.example\"}"] {
            let error = #expect(throws: InputError.self) { try people(text, "from,roles,column\nA,one,Team") }
            #expect(error?.code == "role-map-column-missing")
            #expect(error?.message.contains("\"Team\"") == true)
        }
    }
}
