import Testing

/// What scripts read.
@Suite("Output for scripts", .serialized)
struct ScriptOutputTests {
    @Test("--json of many rows is whole, whatever of it waited in a file")
    func longJSON() async throws {
        let place = try Workplace()
        let rows = (1...2000).map { "jörg\($0)@x..de,viewer\ngood\($0)@northwind.example,viewer\n" }
        try place.write("email,roles\n" + rows.joined(), to: "list.csv")
        let run = try await Tool.invite(["check", "list.csv", "--org", "acme", "--json", "--quiet"], in: place)
        let json = try JSONText(run.output)
        #expect(json["found"].array.map { $0["row"].int } == (1...2000).map { $0 * 2 - 1 })
        let people = json["requests"].array.map { $0["body"]["email"].string }
        #expect(people == (1...2000).map { "good\($0)@northwind.example" })
    }

    @Test("the result goes to standard output alone, or to standard error beside data")
    func whereItGoes() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write("email,roles\nann@northwind.example,viewer\nbob,viewer\n", to: "list.csv")
            let commands: [([String], String)] = [
                (["check", "list.csv"], "1 person to invite"),
                (["check", "list.csv"], "list.csv:3: error email-syntax"),
                (["import", "list.csv", "--dry-run"], "1 mail would go out"),
                (["import", "list.csv", "--yes"], "Results: list.run/results.csv"),
                (["status", "list.run"], "pending: ann@northwind.example"),
                (["report", "list.run"], "Results: list.run/results.csv"),
                (["revoke", "list.run", "--yes"], "Revoked: list.run/revoked.csv"),
            ]
            for (command, words) in commands {
                let run = try await Tool.invite(command, in: place, sandbox.environment)
                #expect(run.output.contains(words), "\(command): \(run.output)")
                #expect(!run.errors.contains(words), "\(command): \(run.errors)")
                let data = try await Tool.invite(command + ["--json"], in: place, sandbox.environment)
                _ = try JSONText(data.output)
            }
        }
    }

    @Test("--quiet says what went wrong and which file to open, and nothing about what went right")
    func quiet() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write("email,roles\nann@northwind.example,viewer\nbob,viewer\n", to: "list.csv")
            let check = try await Tool.invite(["check", "list.csv", "--quiet"], in: place, sandbox.environment)
            #expect(check.code == 1 && check.output.isEmpty)
            #expect(check.errors.hasPrefix("list.csv:3: error email-syntax"), "\(check.errors)")
            let run = try await Tool.invite(["import", "list.csv", "--yes", "-q"], in: place, sandbox.environment)
            #expect(run.code == 1 && run.output.isEmpty)
            #expect(run.errors == "1 row to be corrected: list.run/fix.csv\n")
            try place.write("email,roles\nann@northwind.example,viewer\n", to: "good.csv")
            let good = try await Tool.invite(["import", "good.csv", "--yes", "-q"], in: place, sandbox.environment)
            #expect(good.code == 0 && good.output.isEmpty && good.errors.isEmpty, "\(good.errors)")
        }
    }

    @Test("with --progress json, each line is an object: how far it is, what a person would read, and the end")
    func progress() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(30), to: "list.csv")
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--progress", "json"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            let events = try run.errors.split(separator: "\n").map { try JSONText(String($0)) }
            #expect(events.contains { $0["event"].string == "reading" })
            #expect(events.contains { $0["text"].string?.hasPrefix("30 mails will go out") == true })
            let sent = try #require(events.last { $0["event"].string == "sending" })
            #expect(sent["done"].int == 30 && sent["total"].int == 30)
            #expect(sent["outcomes"].counts == ["invited": 30])
            #expect(events.last?["event"].string == "end" && events.last?["exitCode"].int == 0)
            let failed = try await Tool.invite(["check", "none.csv", "--progress", "json"], in: place)
            let ends = try failed.errors.split(separator: "\n").map { try JSONText(String($0)) }
            #expect(ends.first?["text"].string?.hasPrefix("error: ") == true && ends.last?["exitCode"].int == 66)
        }
    }
}
