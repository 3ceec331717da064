import Testing

@Suite("The samples of a tidy team", .serialized)
struct TeamTests {
    @Test(
        "k0rdent-sandbox import invites everybody once, and nobody the second time",
        arguments: ["team.csv", "team.jsonl"])
    func importsTeam(sample: String) async throws {
        let place = try Workplace()
        try place.take(sample)
        let first = try await Tool.sandbox(["import", sample, "--yes"], in: place)
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.contains("Results: team.run/results.csv"))
        #expect(!first.errors.contains("Results: "))
        try expectAllInvited(place)
        #expect(try place.column("email", of: "team.run/results.csv") == Self.addresses(sample))
        #expect(try place.json("team.run/summary.json")["attempts"].int == 25)
        let people = try place.read("team.sandbox.jsonl")

        let second = try await Tool.sandbox(["import", sample, "--yes"], in: place)
        #expect(second.code == 0, "\(second.errors)")
        #expect(second.output.contains("Nothing was sent."))
        try expectAllInvited(place)
        #expect(try place.json("team.run/summary.json")["requests"].int == 0)
        #expect(try place.read("team.sandbox.jsonl") == people)
    }

    @Test("what a run leaves behind can be read by its owner alone")
    func keepsPrivate() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        _ = try await Tool.sandbox(["import", "team.csv", "--yes", "--rate", "unlimited"], in: place)
        #expect(try place.permissions("team.run") == 0o700)
        let names = try place.names(in: "team.run")
        #expect(names.contains("journal.jsonl") && names.contains("input/001-team.csv"))
        for name in names {
            #expect(try place.permissions("team.run/" + name) == (name == "input" ? 0o700 : 0o600), "\(name)")
        }
    }

    @Test("a server sees one delivery for each person, however often the command runs")
    func deliversOnce() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let arguments = ["import", "team.csv", "--yes", "--rate", "unlimited"]
            for _ in 1...3 {
                let run = try await Tool.invite(arguments, in: place, sandbox.environment)
                #expect(run.code == 0, "\(run.errors)")
                #expect(try await sandbox.deliveries().count == 25)
                #expect(try await sandbox.posts() == 25)
            }
        }
    }

    @Test("what is sent is what the file says")
    func sendsWhatTheFileSays() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            _ = try await Tool.invite(
                ["import", "team.csv", "--yes", "--rate", "unlimited"], in: place, sandbox.environment)
            let invitations = try await sandbox.invitations()
            let marie = invitations.first { $0["email"].string == "marie-claire.dubois@northwind.example" }
            #expect(marie?["roles"].strings == ["viewer", "member"])
            #expect(marie?["groups"].strings == ["eng", "ops"])
            #expect(marie?["message"].string == "Bienvenue dans l’équipe.")
            let grace = invitations.first { $0["email"].string == "grace.hopper@northwind.example" }
            #expect(grace?["message"].string == "Two lines:\none mail.")
        }
    }

    private func expectAllInvited(_ place: Workplace) throws {
        let rows = try place.table("team.run/results.csv")
        #expect(rows.map { $0["row"] } == (1...25).map { String($0) })
        #expect(rows.allSatisfy { $0["outcome"] == "invited" && $0["http_status"] == "201" && $0["attempts"] == "1" })
        #expect(Set(rows.map { $0["invitation_id"] }).count == 25)
        #expect(try place.json("team.run/summary.json")["rows"].int == 25)
        #expect(try place.outcomes("team.run") == ["invited": 25])
        #expect(try place.read("team.run/results.jsonl").split(separator: "\n").count == 25)
        #expect(!place.exists("team.run/retry.csv") && !place.exists("team.run/fix.csv"))
        #expect(!place.exists("team.run/retry.jsonl") && !place.exists("team.run/fix.jsonl"))
    }

    private static func addresses(_ sample: String) throws -> [String] {
        let text = try Workplace.sample(sample)
        guard sample.hasSuffix(".csv") else {
            return try text.split(separator: "\n").map { try JSONText(String($0))["email"].string ?? "" }
        }
        return CSVText.records(text).dropFirst().map { $0[0] }
    }
}
