import Testing

@Suite("A server with limits", .serialized)
struct LimitTests {
    @Test("being turned away is waited out, whatever form the wait has", arguments: ["seconds", "date", "none"])
    func turnedAwayIsWaitedOut(retryAfter: String) async throws {
        let options = ["--rate-limit", "2", "--burst", "2", "--retry-after", retryAfter]
        try await SandboxProcess.with(options) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(10), to: "list.csv")
            let arguments = ["import", "list.csv", "--yes", "--rate", "unlimited"]
            let run = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(try place.outcomes("list.run") == ["invited": 10])
            // All ten go out at once, and the server takes two of them.
            #expect(try await sandbox.posts() > 10)
            #expect(try await sandbox.created().count == 10)
        }
    }

    @Test("a quota that is used up stops the run, and the rest can go on later")
    func quota() async throws {
        try await SandboxProcess.with(["--quota", "4", "--error-shape", "2"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(10), to: "list.csv")
            let arguments = ["import", "list.csv", "--yes", "--rate", "unlimited", "--concurrency", "1"]
            let run = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(run.code == 75, "\(run.errors)")
            #expect(run.errors.contains("quota is used up"))
            #expect(try place.outcomes("list.run") == ["invited": 4, "not-sent": 6])
            #expect(try place.column("email", of: "list.run/retry.csv") == (5...10).map(People.address))
        }
    }
}
