import Testing

@Suite("What options do", .serialized)
struct OptionsTests {
    private static let twice = """
        email,roles,groups,message
        Ann@northwind.example,viewer,,
        bo@northwind.example,member,,
        ann@NORTHWIND.example,admin,ops,Hi Ann
        """

    @Test("--duplicates merge sends one invitation with all roles and groups")
    func merge() async throws {
        let ann = try await importTwice(["--duplicates", "merge"], code: 0, outcomes: ["invited": 2, "duplicate": 1])
        #expect(ann?["roles"].strings == ["viewer", "admin"])
        #expect(ann?["groups"].strings == ["ops"])
        #expect(ann?["message"].string == "Hi Ann")
    }

    @Test("--duplicates first sends the first row as it is")
    func first() async throws {
        let ann = try await importTwice(["--duplicates", "first"], code: 0, outcomes: ["invited": 2, "duplicate": 1])
        #expect(ann?["roles"].strings == ["viewer"])
        #expect(ann?["groups"].strings == [])
        #expect(ann?["message"].string == nil)
    }

    @Test("--duplicates fail sends nothing")
    func fail() async throws {
        let ann = try await importTwice(["--duplicates", "fail"], code: 1, outcomes: nil)
        #expect(ann == nil)
    }

    private func importTwice(
        _ options: [String], code: Int32, outcomes: [String: Int]?
    ) async throws -> JSONText? {
        let place = try Workplace()
        try place.write(Self.twice, to: "list.csv")
        return try await SandboxProcess.with { sandbox in
            let run = try await Tool.invite(["import", "list.csv", "--yes"] + options, in: place, sandbox.environment)
            #expect(run.code == code, "\(run.errors)")
            #expect(try await sandbox.posts() == (outcomes == nil ? 0 : 2))
            if let outcomes { #expect(try place.outcomes("list.run") == outcomes) }
            return try await sandbox.invitations().first { $0["email"].string == "Ann@northwind.example" }
        }
    }

    @Test("--first sends a few; the same command without it sends the rest")
    func firstFew() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let arguments = ["import", "team.csv", "--yes", "--rate", "unlimited"]
            let few = try await Tool.invite(arguments + ["--first", "5"], in: place, sandbox.environment)
            #expect(few.code == 0, "\(few.errors)")
            #expect(try place.outcomes("team.run") == ["invited": 5, "not-sent": 20])
            let invited = try place.table("team.run/results.csv").prefix(5).map { $0["outcome"] }
            #expect(invited == Array(repeating: "invited", count: 5))
            let more = try await Tool.invite(arguments + ["--first", "5"], in: place, sandbox.environment)
            #expect(more.code == 0)
            #expect(try await sandbox.posts() == 10)
            let rest = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(rest.code == 0)
            #expect(try place.outcomes("team.run") == ["invited": 25])
            #expect(try await sandbox.deliveries().count == 25)
            #expect(try await sandbox.posts() == 25)
        }
    }

    @Test("--first mails a few, and says of everybody who was there before that they were")
    func firstFewOfSomeWhoAreThere() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            let there = (1...6).map { "there\($0)@northwind.example,viewer\n" }.joined()
            try place.write("email,roles\n" + there, to: "before.csv")
            let before = try await Tool.invite(["import", "before.csv", "--yes"], in: place, sandbox.environment)
            #expect(before.code == 0, "\(before.errors)")
            try place.write(People.csv(5) + there, to: "more.csv")
            let arguments = ["import", "more.csv", "--yes", "--first", "3"]
            let few = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(few.code == 0, "\(few.errors)")
            #expect(try place.outcomes("more.run") == ["invited": 3, "already-invited": 6, "not-sent": 2])
            #expect(try await sandbox.posts() == 9)
        }
    }

    @Test("--strict sends nothing if one row is invalid")
    func strict() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(3) + "no-at.example,viewer,\n", to: "list.csv")
            let arguments = ["import", "list.csv", "--yes"]
            let strict = try await Tool.invite(arguments + ["--strict"], in: place, sandbox.environment)
            #expect(strict.code == 1)
            #expect(strict.errors.contains("list.csv:5: error email-syntax"))
            #expect(try await sandbox.posts() == 0)
            let lenient = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(lenient.code == 1)
            #expect(try place.outcomes("list.run") == ["invited": 3, "invalid": 1])
        }
    }

    @Test("--dry-run shows the plan and keeps nothing")
    func dryRun() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        // Nobody listens there, and there is no token: a dry run that does not look needs neither.
        let environment = ["K0RDENT_API_URL": "http://127.0.0.1:9", "K0RDENT_ORG": "acme"]
        let run = try await Tool.invite(
            ["import", "team.csv", "--dry-run", "--preflight", "off"], in: place, environment)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("25 people to invite"))
        #expect(run.output.contains("25 mails would go out"))
        #expect(run.output.contains("http://127.0.0.1:9"))
        #expect(try place.names() == ["team.csv"])

        let json = try await Tool.invite(["import", "team.csv", "--dry-run", "--json"], in: place, environment)
        #expect(try JSONText(json.output)["invitations"].int == 25)
    }

    @Test("--dry-run after a part was sent shows what is left")
    func dryRunOfTheRest() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let arguments = ["import", "team.csv", "--rate", "unlimited"]
            _ = try await Tool.invite(arguments + ["--yes", "--first", "5"], in: place, sandbox.environment)
            let dry = try await Tool.invite(arguments + ["--dry-run"], in: place, sandbox.environment)
            #expect(dry.output.contains("20 mails would go out"), "\(dry.output)")
            #expect(try await sandbox.posts() == 5)
        }
    }

    @Test("- is standard input, for check and for import")
    func standardInput() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            let people = RunningTool.Input.text(People.csv(4))
            let check = try await Tool.invite(["check", "-"], in: place, input: people)
            #expect(check.code == 0, "\(check.errors)")
            #expect(try place.names() == [])
            for _ in 1...2 {
                let run = try await Tool.invite(
                    ["import", "-", "--yes"], in: place, sandbox.environment, input: people)
                #expect(run.code == 0, "\(run.errors)")
                #expect(try place.outcomes("stdin.run") == ["invited": 4])
            }
            #expect(try await sandbox.posts() == 4)
        }
    }

    @Test("several files are one import, in which a person counts once")
    func severalFiles() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(3), to: "one.csv")
            try place.write(
                "{\"email\":\"\(People.address(3))\",\"roles\":[\"viewer\"],\"groups\":[\"eng\"]}\n"
                    + "{\"email\":\"\(People.address(4))\",\"roles\":[\"admin\"],\"team\":\"blue\"}\n", to: "two.jsonl")
            let run = try await Tool.invite(
                ["import", "one.csv", "two.jsonl", "--yes"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            let outcomes = ["invited", "invited", "invited", "duplicate", "invited"]
            #expect(try place.column("outcome", of: "one.run/results.csv") == outcomes)
            #expect(try place.column("team", of: "one.run/results.csv") == ["", "", "", "", "blue"])
            #expect(try await sandbox.created().count == 4)
        }
    }

    @Test("--role, --group and --message are for rows that say nothing")
    func defaults() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(
                "email,role,message\nann@northwind.example,,\nbo@northwind.example,admin,Hello Bo\n", to: "list.csv")
            let options = ["--role", "viewer", "--role", "member", "--group", "ops", "--message", "Welcome, all"]
            let run = try await Tool.invite(["import", "list.csv", "--yes"] + options, in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            let invitations = try await sandbox.invitations()
            #expect(invitations.map { $0["roles"].strings } == [["viewer", "member"], ["admin"]])
            #expect(invitations.map { $0["groups"].strings } == [["ops"], []])
            #expect(invitations.map { $0["message"].string } == ["Welcome, all", "Hello Bo"])
        }
    }

    @Test("--message-file is sent as it is; one that is too long is wrong usage")
    func messageFile() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(1), to: "list.csv")
            try place.write("Grüß Gott,\nand welcome!", to: "words.txt")
            let arguments = ["import", "list.csv", "--yes", "--message-file"]
            let run = try await Tool.invite(arguments + ["words.txt"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(try await sandbox.invitations().map { $0["message"].string } == ["Grüß Gott,\nand welcome!"])

            try place.write(String(repeating: "é", count: 501), to: "long.txt")
            let long = try await Tool.invite(arguments + ["long.txt"], in: place, sandbox.environment)
            #expect(long.code == 64 && long.errors.contains("501"), "\(long.errors)")
            let missing = try await Tool.invite(arguments + ["none.txt"], in: place, sandbox.environment)
            #expect(missing.code == 66 && missing.errors.contains("none.txt"), "\(missing.errors)")
        }
    }

    @Test("a column names the organization; the same address in two of them is two invitations")
    func twoOrganizations() async throws {
        try await SandboxProcess.with(["--org", "acme", "--org", "beta"]) { sandbox in
            let place = try Workplace()
            try place.write(
                "org,email,roles\nacme,ann@northwind.example,viewer\nbeta,ann@northwind.example,admin\n"
                    + ",bo@northwind.example,viewer\n", to: "list.csv")
            let run = try await Tool.invite(["import", "list.csv", "--yes"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            let invitations = try await sandbox.invitations()
            let shown = invitations.map { "\($0["organization"].string ?? "") \($0["email"].string ?? "")" }
            // What is sent at once comes in in any order.
            #expect(
                shown.sorted() == [
                    "acme ann@northwind.example", "acme bo@northwind.example", "beta ann@northwind.example",
                ])
        }
    }

    @Test("a file inside a run directory belongs to that run")
    func retryFileBelongsToItsRun() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let arguments = ["--yes", "--rate", "unlimited"]
            let first = ["import", "team.csv", "--first", "20"] + arguments
            _ = try await Tool.invite(first, in: place, sandbox.environment)
            let retry = ["import", "team.run/retry.csv"] + arguments
            let run = try await Tool.invite(retry, in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(try await sandbox.posts() == 25)
            #expect(try place.outcomes("team.run") == ["invited": 25])
            #expect(try place.column("row", of: "team.run/results.csv") == (1...25).map(String.init))
            #expect(try place.names().filter { $0.hasSuffix(".run") } == ["team.run"])
        }
    }

    @Test("--json puts the summary alone on standard output, and --quiet says nothing when all is well")
    func json() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(2), to: "list.csv")
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--json", "--quiet"], in: place, sandbox.environment)
            #expect(run.code == 0)
            #expect(run.errors.isEmpty, "\(run.errors)")
            #expect(try JSONText(run.output)["outcomes"]["invited"].int == 2)
            #expect(run.output == (try place.read("list.run/summary.json")))
        }
    }

    @Test("--rate is a hard limit, from the first request on")
    func hardRate() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(12), to: "list.csv")
            let clock = ContinuousClock()
            let time = try await clock.measure {
                let run = try await Tool.invite(
                    ["import", "list.csv", "--yes", "--rate", "10/s"], in: place, sandbox.environment)
                #expect(run.code == 0, "\(run.errors)")
            }
            // Twelve at ten in any second cannot be done in less than one.
            #expect(time >= .seconds(1))
        }
    }
}
