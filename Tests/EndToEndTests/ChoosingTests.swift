import Testing

/// Choosing people with the real programs: `--only FILE` and `--only-domain`, for `import`, `revoke` and `--again`; and
/// the commands about several run directories at once.
@Suite("Choosing people", .serialized)
struct ChoosingTests {
    private static let fast = ["--yes", "--rate", "unlimited", "--progress", "none"]
    private static let two = """
        email,roles,groups
        ann@north.example,viewer,eng
        bo@south.example,viewer,eng
        cy@sub.south.example,viewer,eng
        di@north.example,viewer,eng

        """

    @Test("import mails only the chosen ones, leaves the others for later, and tells what chooses nobody")
    func imports() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(Self.two, to: "list.csv")
            try place.write("# the pilots\nANN@north.example\nnobody\neve@north.example\n", to: "pilot.txt")
            let wrong = try await Tool.invite(
                ["import", "list.csv", "--only-domain", "nroth.example"] + Self.fast, in: place, sandbox.environment)
            #expect(wrong.code == 1 && wrong.errors.contains("nobody of those you chose"), "\(wrong.errors)")
            #expect(try place.names().sorted() == ["list.csv", "pilot.txt"])
            let pilot = try await Tool.invite(
                ["import", "list.csv", "--only", "pilot.txt"] + Self.fast, in: place, sandbox.environment)
            #expect(pilot.code == 0, "\(pilot.errors)")
            #expect(pilot.errors.contains("chosen        1 of 4 who are open; 3 stay aside"), "\(pilot.errors)")
            #expect(pilot.errors.contains("warning: pilot.txt:3: there is no address in \"nobody\""))
            #expect(pilot.errors.contains("warning: pilot.txt:4: eve@north.example is not in the files"))
            #expect(pilot.output.contains("The others were left for later"), "\(pilot.output)")
            #expect(try place.outcomes("list.run") == ["invited": 1, "not-sent": 3])
            #expect(try await sandbox.created().keys.sorted() == ["ann@north.example"])

            for command in [["revoke", "list.run"], ["import", "--again", "expired", "list.run"]] {
                let nobody = try await Tool.invite(
                    command + ["--only-domain", "nroth.example"] + Self.fast, in: place, sandbox.environment)
                #expect(nobody.code == 1 && nobody.errors.contains("nobody of those you chose"), "\(nobody.errors)")
            }

            let domain = try await Tool.invite(
                ["import", "list.csv", "--only-domain", "south.example", "--only-domain", "west.example"] + Self.fast,
                in: place, sandbox.environment)
            #expect(domain.code == 0, "\(domain.errors)")
            #expect(domain.errors.contains("--only-domain west.example: nobody in the files has this domain"))
            #expect(
                try await sandbox.created().keys.sorted()
                    == ["ann@north.example", "bo@south.example", "cy@sub.south.example"])

            let rest = try await Tool.invite(["import", "list.csv"] + Self.fast, in: place, sandbox.environment)
            #expect(rest.code == 0, "\(rest.errors)")
            #expect(try place.outcomes("list.run") == ["invited": 4])
            #expect(try await sandbox.created().allSatisfy { $0.value == 1 })
        }
    }

    @Test("a dry run chooses as the import does, and --show-requests has only the chosen ones")
    func dryRun() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(Self.two, to: "list.csv")
            let dry = try await Tool.invite(
                ["import", "list.csv", "--dry-run", "--show-requests", "--only-domain", "south.example"], in: place,
                sandbox.environment)
            #expect(dry.code == 0 && dry.errors.contains("2 mails would go out"), "\(dry.errors)")
            #expect(dry.output.split(separator: "\n").count == 2)
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("a file that chooses and is not there is 66, a domain that is none is 64, and nothing is sent")
    func badChoice() async throws {
        let place = try Workplace()
        try place.write(Self.two, to: "list.csv")
        let nowhere = ["K0RDENT_API_URL": "http://127.0.0.1:9", "K0RDENT_TOKEN": "t", "K0RDENT_ORG": "acme"]
        for (options, code) in [(["--only", "no.txt"], Int32(66)), (["--only-domain", "a b"], 64)] {
            let run = try await Tool.invite(["import", "list.csv", "--yes"] + options, in: place, nowhere)
            #expect(run.code == code, "\(run.errors)")
            #expect(try place.names() == ["list.csv"])
        }
    }

    @Test("revoke takes back only the chosen ones")
    func revokes() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(Self.two, to: "list.csv")
            _ = try await Tool.invite(["import", "list.csv"] + Self.fast, in: place, sandbox.environment)
            try place.write("email\nbo@south.example\nzoe@north.example\n", to: "gone.csv")
            let revoke = ["revoke", "list.run"] + Self.fast
            let some = try await Tool.invite(
                revoke + ["--only", "gone.csv"], in: place, sandbox.environment)
            #expect(some.code == 0 && some.errors.contains("gone.csv:3: zoe@north.example is not"), "\(some.errors)")
            #expect(try await sandbox.statuses()["pending"]?.contains("bo@south.example") == false)
            #expect(try await sandbox.statuses()["pending"]?.count == 3)
            let north = try await Tool.invite(
                revoke + ["--only-domain", "north.example"], in: place, sandbox.environment)
            #expect(north.code == 0, "\(north.errors)")
            #expect(try await sandbox.statuses()["pending"] == ["cy@sub.south.example"])
        }
    }

    @Test("--again invites only the chosen ones anew, of those that expired and of those that were revoked")
    func invitesAgain() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(Self.two, to: "list.csv")
            _ = try await Tool.invite(["import", "list.csv"] + Self.fast, in: place, sandbox.environment)
            for email in ["ann@north.example", "bo@south.example"] { try sandbox.expire(email) }
            let expired = try await Tool.invite(
                ["import", "--again", "expired", "list.run", "--only-domain", "south.example"] + Self.fast, in: place,
                sandbox.environment)
            #expect(expired.code == 0, "\(expired.errors)")
            #expect(try await sandbox.created().filter { $0.value == 2 }.keys.sorted() == ["bo@south.example"])

            _ = try await Tool.invite(["revoke", "list.run"] + Self.fast, in: place, sandbox.environment)
            try place.write("di@north.example\n", to: "back.txt")
            let revoked = try await Tool.invite(
                ["import", "--again", "revoked", "list.run", "--only", "back.txt"] + Self.fast, in: place,
                sandbox.environment)
            #expect(revoked.code == 0, "\(revoked.errors)")
            #expect(
                try await sandbox.created().filter { $0.value == 2 }.keys.sorted()
                    == ["bo@south.example", "di@north.example"])
        }
    }

    @Test("status, revoke and --again take several run directories, in any order, and act once for each person")
    func severalRuns() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            for (name, people) in [("a", 1...3), ("b", 3...6)] {
                let rows = people.map { "\(People.address($0)),viewer,eng\n" }.joined()
                try place.write("email,roles,groups\n" + rows, to: name + ".csv")
                let run = try await Tool.invite(
                    ["import", name + ".csv"] + Self.fast, in: place, sandbox.environment)
                #expect(run.code == 0, "\(run.errors)")
            }
            try sandbox.accept(People.address(2))
            try sandbox.expire(People.address(1))
            try sandbox.expire(People.address(5))
            for runs in [["a.run", "b.run"], ["b.run", "a.run"]] {
                let status = try await Tool.invite(["status", "--json"] + runs, in: place, sandbox.environment)
                #expect(status.code == 0, "\(status.errors)")
                let counts = try JSONText(status.output)["counts"].counts.filter { $0.value > 0 }
                #expect(counts == ["pending": 3, "accepted": 1, "expired": 2], "\(status.output)")
            }
            let pending = try await Tool.invite(
                ["status", "a.run", "b.run", "--only", "pending", "--csv"], in: place, sandbox.environment)
            #expect(CSVText.records(pending.output).dropFirst().allSatisfy { $0[2] == "pending" })

            let again = try await Tool.invite(
                ["import", "--again", "expired", "b.run", "a.run"] + Self.fast, in: place, sandbox.environment)
            #expect(again.code == 0, "\(again.errors)")
            #expect(
                try await sandbox.created().filter { $0.value == 2 }.keys.sorted()
                    == [People.address(1), People.address(5)])
            #expect(try await sandbox.created().values.reduce(0, +) == 8)

            let revoke = try await Tool.invite(
                ["revoke", "a.run", "b.run"] + Self.fast, in: place, sandbox.environment)
            #expect(revoke.code == 0, "\(revoke.errors)")
            #expect(try await sandbox.statuses()["pending"] == nil)
            #expect(try await sandbox.statuses()["accepted"] == [People.address(2)])
            for run in ["a.run", "b.run"] { #expect(place.exists(run + "/revoked.csv")) }
            let missing = try await Tool.invite(["status", "a.run", "no.run"], in: place, sandbox.environment)
            #expect(missing.code == 66 && missing.errors.contains("no.run"), "\(missing.errors)")
        }
    }
}
