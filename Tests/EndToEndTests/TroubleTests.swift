import Testing

@Suite("A server in trouble", .serialized)
struct TroubleTests {
    @Test("with a rate limit and a tenth of errors, everybody is invited in the end", arguments: [0, 1])
    func everybodyIsInvited(errorsAfterActing: Int) async throws {
        // An error after acting has created the invitation: the next try is then told that it exists.
        let options = [
            "--rate-limit", "200", "--errors", "500=5%,503=5%", "--errors-after-acting", "\(errorsAfterActing)",
        ]
        try await SandboxProcess.with(options) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(300), to: "list.csv")
            let arguments = ["--yes", "--rate", "150/s", "--retry-5xx", "always", "--max-attempts", "20"]
            let run = try await Tool.invite(["import", "list.csv"] + arguments, in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            let created = try await sandbox.created()
            #expect(created.count == 300)
            #expect(created.values.allSatisfy { $0 == 1 })
            let outcomes = try place.outcomes("list.run")
            #expect(outcomes.values.reduce(0, +) == 300)
            #expect((outcomes["invited"] ?? 0) + (outcomes["already-invited"] ?? 0) == 300)
            if errorsAfterActing == 0 { #expect(outcomes["invited"] == 300) }
            let attempts = try place.json("list.run/summary.json")["attempts"].int ?? 0
            #expect(try await sandbox.posts() == attempts)
            #expect(attempts > 300)
        }
    }

    @Test("a server error that may not be retried leaves the row unknown, which is 2 and is listed")
    func neverRetried() async throws {
        // Half of all answers are errors that come after the server has acted, and no list tells which did.
        let options = ["--errors", "500=50%", "--errors-after-acting", "100%", "--listing", "forbidden"]
        try await SandboxProcess.with(options) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(20), to: "list.csv")
            let arguments = ["import", "list.csv", "--yes", "--rate", "unlimited", "--retry-5xx", "never"]
            let first = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(first.code == 2, "\(first.errors)")
            #expect(first.output.contains("--resend-unknown"))
            let outcomes = try place.outcomes("list.run")
            let unknown = outcomes["unknown"] ?? 0
            #expect(unknown > 0 && (outcomes["invited"] ?? 0) + unknown == 20, "\(outcomes)")
            #expect(!place.exists("list.run/retry.csv") && !place.exists("list.run/fix.csv"))
            #expect(try await sandbox.posts() == 20)

            let second = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(second.code == 2, "\(second.errors)")
            #expect(try place.outcomes("list.run") == outcomes)
            #expect(try await sandbox.posts() == 20)

            let third = try await Tool.invite(arguments + ["--resend-unknown"], in: place, sandbox.environment)
            #expect(try await sandbox.posts() == 20 + unknown, "\(third.errors)")
            #expect(try await sandbox.created().values.allSatisfy { $0 == 1 })
        }
    }

    @Test("people who are there already are done, and counted apart")
    func alreadyThere() async throws {
        try await SandboxProcess.with(["--members", "2", "--pending", "2"]) { sandbox in
            let place = try Workplace()
            let people = ["member-00001", "pending-00001", "Member-00002", "PENDING-00002", "new"]
            try place.write(
                "email,roles\n" + people.map { "\($0)@people.example,viewer\n" }.joined(), to: "list.csv")
            let run = try await Tool.invite(["import", "list.csv", "--yes"], in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(
                try place.column("outcome", of: "list.run/results.csv") == [
                    "already-member", "already-invited", "already-member", "already-invited", "invited",
                ])
            let posts = try await sandbox.posts()
            let again = try await Tool.invite(["import", "list.csv", "--yes"], in: place, sandbox.environment)
            #expect(again.code == 0)
            #expect(try await sandbox.posts() == posts)
        }
    }

    @Test("a refusal is the row's alone, keeps the server's words, and is tried again by the next start")
    func refusal() async throws {
        try await SandboxProcess.with(["--refuse-domain", "rival.example"]) { sandbox in
            let place = try Workplace()
            try place.write(
                "email,roles\nann@northwind.example,viewer\nbo@rival.example,viewer\ncy@northwind.example,emperor\n",
                to: "list.csv")
            let arguments = ["import", "list.csv", "--yes", "--preflight", "off"]
            let run = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(run.code == 1, "\(run.errors)")
            let rows = try place.table("list.run/results.csv")
            #expect(rows.map { $0["outcome"] } == ["invited", "refused", "refused"])
            #expect(rows[1]["http_status"] == "403" && rows[1]["reason"]?.contains("rival.example") == true)
            #expect(rows[2]["http_status"] == "400" && rows[2]["reason"]?.contains("emperor") == true)
            #expect(try place.column("email", of: "list.run/fix.csv") == ["bo@rival.example", "cy@northwind.example"])

            let again = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(again.code == 1)
            #expect(try await sandbox.posts() == 5)

            let corrected = try place.read("list.run/fix.csv").replacing("emperor", with: "admin")
            try place.write(corrected, to: "list.run/fix.csv")
            let fixed = try await Tool.invite(["import", "list.run/fix.csv", "--yes"], in: place, sandbox.environment)
            #expect(fixed.code == 1, "\(fixed.errors)")
            #expect(try await sandbox.deliveries()["cy@northwind.example"] == 3)
            #expect(try await sandbox.deliveries()["bo@rival.example"] == 3)
            #expect(try await sandbox.created().count == 2)
        }
    }
}
