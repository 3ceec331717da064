import Foundation
import TestSupport
import Testing

@Suite("Looking at the server before anything is sent", .serialized)
struct PreflightTests {
    private static let people = ["--members", "1100", "--pending", "600"]
    /// Members, people with an invitation, people whose role nobody knows, and new ones.
    private static let list = """
        email,roles,groups
        Member-00001@people.example,member,
        member-01099@people.example,admin,
        pending-00001@people.example,member,
        PENDING-00555@people.example,viewer,eng
        new1@northwind.example,Viewer,Engineering
        new2@northwind.example,viewer;member,
        new3@northwind.example,viewr,
        new4@northwind.example,,enginering
        """

    @Test("check --online is right about every row, and says what is meant by a slip")
    func checkOnline() async throws {
        try await SandboxProcess.with(Self.people) { sandbox in
            let place = try Workplace()
            try place.write(Self.list, to: "list.csv")
            let run = try await Tool.invite(
                ["check", "--online", "--json", "list.csv"], in: place, sandbox.environment)
            #expect(run.code == 1, "\(run.errors)")
            let found = try JSONText(run.output)["found"].array
            let there = found.compactMap { entry in entry["there"].string.map { (entry["row"].int ?? 0, $0) } }
            #expect(there.map(\.0) == [1, 2, 3, 4])
            #expect(there.map(\.1) == ["already-member", "already-member", "already-invited", "already-invited"])
            let codes = found.compactMap { entry in entry["code"].string.map { "\(entry["row"].int ?? 0) \($0)" } }
            #expect(codes == ["2 member-differs", "4 invitation-differs", "7 role-unknown", "8 group-unknown"])
            #expect(run.errors.contains("Was viewer meant?") && run.errors.contains("Was eng meant?"))
            #expect(try await sandbox.posts() == 0)
            #expect(try place.names() == ["list.csv"])
        }
    }

    @Test("what a dry run shows is what the import sends, byte by byte")
    func plannedIsSent() async throws {
        try await SandboxProcess.with(Self.people) { sandbox in
            let place = try Workplace()
            try place.write(Self.list, to: "list.csv")
            let arguments = ["import", "list.csv"]
            let dry = try await Tool.invite(
                arguments + ["--dry-run", "--show-requests"], in: place, sandbox.environment)
            #expect(dry.errors.contains("2 mails would go out"), "\(dry.errors)")
            let planned = dry.output.split(separator: "\n").map {
                $0.split(separator: "\"body\":").last?.dropLast() ?? ""
            }
            #expect(planned.first?.contains(#""roles":["viewer"],"groups":["eng"]"#) == true, "names became ids")
            #expect(try await sandbox.posts() == 0)

            let run = try await Tool.invite(arguments + ["--yes"], in: place, sandbox.environment)
            #expect(run.code == 1, "\(run.errors)")
            let requests = try await sandbox.requests()
            let sent = requests.filter { $0["method"].string == "POST" }.compactMap { $0["body"].string }
            #expect(Set(sent) == Set(planned.map(String.init)))
            #expect(
                try place.outcomes("list.run") == [
                    "already-member": 2, "already-invited": 2, "invited": 2, "invalid": 2,
                ])
            let lists = requests.filter { $0["path"].string?.contains("/invitations?") == true }
            #expect(lists.filter { $0["method"].string == "GET" }.count == 4, "two pages, once for each command")
        }
    }

    @Test("names are sent as they are written if that is wanted")
    func sendsNames() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write("email,roles\nann@northwind.example,Viewer\n", to: "list.csv")
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--send-names"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(try await sandbox.invitations().first?["roles"].strings == ["Viewer"])
        }
    }

    @Test("an organization that the server does not know is said before anything else")
    func unknownOrganization() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(30), to: "list.csv")
            var environment = sandbox.environment
            environment["K0RDENT_ORG"] = "acmee"
            let run = try await Tool.invite(["import", "list.csv", "--yes"], in: place, environment)
            #expect(run.code == 78, "\(run.errors)")
            #expect(run.errors.contains("does not know the organization acmee") && run.errors.contains("acme"))
            #expect(!run.errors.contains("list.csv:2"))
            // A row that names another organization is no reason to go on.
            try place.write("email,roles,organization\na@x.example,viewer,acme\nb@x.example,viewer,\n", to: "list.csv")
            for command in [["check", "--online"], ["import", "--dry-run"], ["import", "--yes"]] {
                let run = try await Tool.invite(command + ["list.csv"], in: place, environment)
                #expect(run.code == 78, "\(run.errors)")
                #expect(run.errors.hasPrefix("error: The server does not know the organization acmee"))
            }
            #expect(try await sandbox.posts() == 0)
            #expect(try place.names() == ["list.csv"])
        }
    }

    /// What a server does about its lists: the answer to each request for one, and how an import ends.
    private static let badLists: [(name: String, code: Int32, answer: @Sendable (Connection, Int) -> Void)] = [
        // The only clear no: what the token may not read, it does without.
        ("403", 0, { connection, _ in connection.answer(403, #"{"code":"FORBIDDEN","message":"no"}"#) }),
        // A server that knows none of our requests is not the API.
        ("404", 78, { connection, _ in connection.answer(404) }),
        // Anything else is trouble, and without the list nobody knows who is there already.
        (
            "page tokens that are always new, and nothing in between", 75,
            { connection, count in
                let empty = #""invitations":[],"users":[],"roles":[],"groups":[],"organizations":[]"#
                connection.answer(200, "{\(empty),\"nextPageToken\":\"\(count)\"}")
            }
        ),
        ("500", 75, { connection, _ in connection.answer(500) }),
        ("garbage", 78, { connection, _ in connection.answer(200, "[1,2") }),
        ("nothing, to every question", 78, { connection, _ in connection.answer(200, "{}") }),
        ("another shape", 78, { connection, _ in connection.answer(200, #"{"things":[]}"#) }),
        (
            "a page token that comes again", 75,
            { connection, _ in
                let empty = #""invitations":[],"users":[],"roles":[],"groups":[],"organizations":[]"#
                connection.answer(200, "{\(empty),\"nextPageToken\":\"a\"}")
            }
        ),
    ]

    @Test("only a clear no to a list lets an import go on without it", arguments: badLists.indices)
    func badList(number: Int) async throws {
        let (name, code, answer) = Self.badLists[number]
        let server = try RawServer { connection in
            var count = 0
            while let request = connection.readRequest() {
                count += 1
                if request.method == "POST" {
                    connection.answer(201, #"{"id":"x"}"#)
                } else {
                    answer(connection, count)
                }
            }
        }
        defer { server.stop() }
        let place = try Workplace()
        try place.write(People.csv(5), to: "list.csv")
        let environment = ["K0RDENT_API_URL": server.url, "K0RDENT_TOKEN": "fake-token", "K0RDENT_ORG": "acme"]
        let arguments = ["import", "list.csv", "--yes", "--rate", "unlimited", "--give-up-after", "2s"]
        let required = try await Tool.invite(arguments + ["--preflight", "require"], in: place, environment)
        #expect(required.code == (code == 0 ? 75 : code), "\(name): \(required.errors)")
        let run = try await Tool.invite(arguments, in: place, environment)
        #expect(run.code == code, "\(name): \(run.errors)")
        #expect(try place.outcomes("list.run") == [code == 0 ? "invited" : "not-sent": 5], "\(name)")
    }

    @Test("a dry run shows the plan, and ends as the import would")
    func dryRunExits() async throws {
        let place = try Workplace()
        try place.write(People.csv(2), to: "list.csv")
        let server = try RawServer { connection in
            while connection.readRequest() != nil { connection.answer(403) }
        }
        defer { server.stop() }
        let refusing = try RawServer { connection in
            while connection.readRequest() != nil { connection.answer(401) }
        }
        defer { refusing.stop() }
        let token = ["K0RDENT_TOKEN": "fake-token", "K0RDENT_ORG": "acme"]
        let cases: [([String: String], [String], Int32)] = [
            (token.merging(["K0RDENT_API_URL": "http://127.0.0.1:9"]) { $1 }, [], 69),
            (token.merging(["K0RDENT_API_URL": refusing.url]) { $1 }, [], 77),
            (["K0RDENT_API_URL": server.url, "K0RDENT_ORG": "acme"], [], 78),
            (token.merging(["K0RDENT_API_URL": server.url]) { $1 }, ["--preflight", "require"], 75),
            (token.merging(["K0RDENT_API_URL": server.url]) { $1 }, [], 0),
        ]
        for (environment, options, code) in cases {
            for command in [["check", "--online"], ["import", "--dry-run"], ["import", "--yes"]] {
                // What is sent in the end is another test's matter.
                if command.last == "--yes", code == 0 { continue }
                let run = try await Tool.invite(command + ["list.csv"] + options, in: place, environment)
                #expect(run.code == code, "\(command) \(run.errors)")
                #expect(command.last == "--yes" || run.output.contains("2 people to invite"), "\(run.output)")
            }
        }
    }

    @Test("a dry run with --first shows the requests of those first ones")
    func dryRunFirst() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(8), to: "list.csv")
            let run = try await Tool.invite(
                ["import", "--dry-run", "list.csv", "--first", "2", "--show-requests"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.split(separator: "\n").count == 2)
            #expect(run.errors.contains("2 mails would go out"))
            let check = try await Tool.invite(
                ["check", "--online", "--json", "list.csv"], in: place, sandbox.environment)
            let json = try JSONText(check.output)
            #expect(json["mails"].int == 8)
            #expect(json["requests"].array.count == 8)
            #expect(json["notLookedAt"].array.isEmpty)
            let wrong = try await Tool.invite(
                ["import", "list.csv", "--yes", "--show-requests"], in: place, sandbox.environment)
            #expect(wrong.code == 64)
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("--preflight off reads no list of roles, groups or members")
    func off() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(3), to: "list.csv")
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--preflight", "off"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(try await !sandbox.requests().contains { $0["path"].string?.contains("/iam/") == true })
        }
    }

    @Test("--preflight off goes on without a list that is in trouble, and uses one that is not")
    func offWithoutList() async throws {
        let place = try Workplace()
        try place.write(People.csv(3), to: "list.csv")
        let server = try RawServer { connection in
            while let request = connection.readRequest() {
                connection.answer(request.method == "POST" ? 201 : 500)
            }
        }
        defer { server.stop() }
        let variables = [
            "K0RDENT_API_URL": "http://127.0.0.1:\(server.port)", "K0RDENT_TOKEN": "t", "K0RDENT_ORG": "acme",
        ]
        let arguments = ["import", "list.csv", "--yes", "--preflight"]
        let needed = try await Tool.invite(
            arguments + ["auto", "--give-up-after", "1s"], in: place, variables)
        #expect(
            needed.code == 75 && needed.errors.contains("(import --preflight off goes on without it)"),
            "\(needed.errors)")
        let run = try await Tool.invite(arguments + ["off"], in: place, variables)
        #expect(run.code == 0, "\(run.errors)")
        #expect(try place.outcomes("list.run") == ["invited": 3])

        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(3), to: "list.csv")
            let first = try await Tool.invite(
                arguments + ["off", "--run-dir", "a.run"], in: place, sandbox.environment)
            #expect(first.code == 0, "\(first.errors)")
            let other = try await Tool.invite(
                arguments + ["off", "--run-dir", "b.run"], in: place, sandbox.environment)
            #expect(other.code == 0, "\(other.errors)")
            #expect(try place.outcomes("b.run") == ["already-invited": 3])
        }
    }
}
