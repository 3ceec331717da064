import Foundation
import TestSupport
import Testing

/// What comes after an import, with the real programs: `status`, `revoke` and `import --again expired`.
@Suite("After an import", .serialized)
struct FollowUpTests {
    private static let fast = ["--yes", "--rate", "unlimited", "--progress", "none"]

    /// A place where so many people were imported.
    private func imported(_ people: Int, _ sandbox: SandboxProcess) async throws -> Workplace {
        let place = try Workplace()
        try place.write(People.csv(people), to: "list.csv")
        let run = try await Tool.invite(["import", "list.csv"] + Self.fast, in: place, sandbox.environment)
        #expect(run.code == 0, "\(run.errors)")
        return place
    }

    @Test("status then revoke leave the sandbox as before, accepted ones kept")
    func undoes() async throws {
        try await SandboxProcess.with { sandbox in
            let before = Set(try await sandbox.invitations().map { $0["email"].string ?? "" })
            let place = try await imported(30, sandbox)
            let kept = [People.address(3), People.address(7)]
            for address in kept { try sandbox.accept(address) }
            try sandbox.expire(People.address(9))

            let status = try await Tool.invite(["status", "list.run", "--json"], in: place, sandbox.environment)
            #expect(status.code == 0, "\(status.errors)")
            let counts = try JSONText(status.output)["counts"].counts.filter { $0.value > 0 }
            #expect(counts == ["pending": 27, "accepted": 2, "expired": 1])
            let table = try await Tool.invite(["status", "list.run", "--csv"], in: place, sandbox.environment)
            let rows = CSVText.records(table.output).dropFirst()
            #expect(rows.filter { $0[2] == "accepted" }.map { $0[0] } == kept)

            let revoke = try await Tool.invite(
                ["revoke", "list.run"] + Self.fast, in: place, sandbox.environment)
            #expect(revoke.code == 0, "\(revoke.errors)")
            #expect(revoke.errors.contains("27 invitations to revoke"))
            let left = try await sandbox.invitations().map { $0["email"].string ?? "" }
            #expect(Set(left) == before.union(kept).union([People.address(9)]))
            let outcomes = try place.column("outcome", of: "list.run/revoked.csv")
            #expect(outcomes.count { $0 == "revoked" } == 27)
            #expect(outcomes.count { $0 == "accepted" } == 2)
            let results = try place.table("list.run/results.csv")
            #expect(
                results.count { $0["outcome"] == "invited" && $0["reason"]?.hasPrefix("revoked at ") == true } == 27)

            let posts = try await sandbox.posts()
            let again = try await Tool.invite(["import", "list.csv"] + Self.fast, in: place, sandbox.environment)
            #expect(again.code == 0, "\(again.errors)")
            #expect(again.errors.contains("27 of these were revoked"))
            #expect(try await sandbox.posts() == posts)
        }
    }

    @Test("--again expired sends only the expired ones, and only once")
    func invitesAnew() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try await imported(12, sandbox)
            let expired = [People.address(2), People.address(5), People.address(11)]
            for address in expired { try sandbox.expire(address) }
            try sandbox.accept(People.address(1))
            for _ in 1...2 {
                let run = try await Tool.invite(
                    ["import", "--again", "expired", "list.run"] + Self.fast, in: place, sandbox.environment)
                #expect(run.code == 0, "\(run.errors)")
                let created = try await sandbox.created()
                #expect(created.filter { $0.value == 2 }.keys.sorted() == expired.sorted())
                #expect(created.values.reduce(0, +) == 15)
            }
            #expect(try place.outcomes("list.run") == ["invited": 12])
        }
    }

    @Test("killed at random moments and run again, both come to the same end")
    func survivesKills() async throws {
        for _ in 0..<TestDose.count(1, full: 3, unless: "KILL_FOLLOW_UPS") {
            try await SandboxProcess.with { sandbox in
                let place = try await imported(120, sandbox)
                for number in 1...40 { try sandbox.expire(People.address(number)) }
                for number in 41...50 { try sandbox.accept(People.address(number)) }
                let again =
                    ["import", "--again", "expired", "list.run", "--settle-delay", "500ms"] + Self.fast
                try await killSometimes(again, in: place, sandbox, bytes: 40 * 600)
                #expect(try await sandbox.created().values.reduce(0, +) == 160)
                #expect(try await sandbox.created().values.allSatisfy { $0 <= 2 })

                // Those that were under way when it was killed are known to be ours by the list alone.
                let revoke = ["revoke", "list.run", "--include-settled"] + Self.fast
                try await killSometimes(revoke, in: place, sandbox, bytes: 110 * 400)
                let statuses = try await sandbox.statuses()
                #expect(statuses["pending", default: []].isEmpty)
                #expect(statuses["accepted", default: []].count == 10)
                let outcomes = try place.column("outcome", of: "list.run/revoked.csv")
                #expect(outcomes.count { $0 == "revoked" } == 110)
                #expect(outcomes.count { $0 == "accepted" } == 10)
            }
        }
    }

    /// Kills a command some times once the journal has grown by a random number of bytes, then lets it come to its end.
    private func killSometimes(
        _ arguments: [String], in place: Workplace, _ sandbox: SandboxProcess, bytes: Int
    ) async throws {
        for _ in 0..<3 {
            let tool = try Tool.start([Tool.invite] + arguments, in: place, sandbox.environment)
            let target = place.size("list.run/journal.jsonl") + Int.random(in: 1...bytes)
            try await eventually("a size of \(target) bytes or the end") {
                tool.hasEnded || place.size("list.run/journal.jsonl") >= target
            }
            tool.signal(SIGKILL)
            _ = try await tool.finish()
        }
        let last = try await Tool.invite(arguments, in: place, sandbox.environment)
        #expect(last.code == 0, "\(last.errors)")
    }

    @Test("what needs an answer is not done without a terminal, and another server's run is refused")
    func asks() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try await imported(2, sandbox)
            let silent = try await Tool.invite(["revoke", "list.run"], in: place, sandbox.environment)
            #expect(silent.code == 64)
            let dry = try await Tool.invite(
                ["import", "--again", "expired", "list.run", "--dry-run"], in: place, sandbox.environment)
            #expect(dry.code == 0, "\(dry.errors)")
            let other = sandbox.environment.merging(["K0RDENT_API_URL": "http://127.0.0.1:9"]) { $1 }
            for command in ["status", "revoke"] {
                let yes = command == "revoke" ? ["--yes"] : []
                let refused = try await Tool.invite([command, "list.run"] + yes, in: place, other)
                #expect(refused.code == 78, "\(refused.errors)")
            }
            let missing = try await Tool.invite(["status", "no.run"], in: place, sandbox.environment)
            #expect(missing.code == 66, "\(missing.errors)")
            #expect(try await sandbox.statuses()["pending", default: []].count == 2)
        }
    }

    @Test("revoke and --again name where and how many before they ask, and obey the answer")
    func questions() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(1) + "boss@northwind.example,admin,\n", to: "list.csv")
            let run = try await Tool.invite(["import", "list.csv"] + Self.fast, in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            let revoke = ["revoke", "list.run"]
            let again = ["import", "--again", "expired", "list.run"]
            let question = "2 invitations of acme at 127.0.0.1 will be revoked. Go on? [y/N] "
            #expect(try await answer("n", to: revoke, question, in: place, sandbox) == 1)
            #expect(try await sandbox.statuses()["pending"]?.count == 2)
            try sandbox.expire("boss@northwind.example")
            let mail = "1 mail will go out to people for acme at 127.0.0.1, among them admin 1.\r\nGo on? [y/N] "
            #expect(try await answer("n", to: again, mail, in: place, sandbox) == 1)
            #expect(try await sandbox.posts() == 2)
            #expect(try await answer("y", to: again, mail, in: place, sandbox) == 0)
            #expect(try await sandbox.posts() == 3)
            #expect(try await answer("y", to: revoke, question, in: place, sandbox) == 0)
            #expect(try await sandbox.statuses()["pending"] == nil)
        }
    }

    /// Types an answer once a question stands there, and says with which code the command ended.
    private func answer(
        _ answer: String, to arguments: [String], _ question: String, in place: Workplace, _ sandbox: SandboxProcess
    ) async throws -> Int32 {
        let terminal = try PseudoTerminal()
        let tool = try Tool.start([Tool.invite] + arguments, in: place, sandbox.environment, terminal: terminal)
        try await eventually("the question") { terminal.screen.contains("[y/N] ") }
        #expect(terminal.screen.contains(question), "\(terminal.screen)")
        terminal.type(answer + "\n")
        return try await terminal.finish(tool).code
    }

    @Test("options about files have no part in inviting anew", arguments: ["--role=viewer", "--strict", "--org=other"])
    func refusesOptions(option: String) async throws {
        let place = try Workplace()
        let run = try await Tool.invite(["import", "--again", "expired", "list.run", "--yes", option], in: place)
        #expect(run.code == 64)
        #expect(run.errors.contains("\(option.prefix { $0 != "=" }) has no part in it"))
    }

    @Test("all shards of a rehearsal share a sandbox, and only imports that share one are looked at together")
    func rehearsesShards() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        for shard in ["1/2", "2/2"] {
            _ = try await Tool.sandbox(["import", "team.csv", "--shard", shard] + Self.fast, in: place)
        }
        let status = try await Tool.sandbox(["status", "team.1-of-2.run", "team.2-of-2.run/"], in: place)
        #expect(status.code == 0 && status.output.contains("  pending       25"), "\(status.output)\(status.errors)")
        let other = try await Tool.sandbox(["status", "team.1-of-2.run", "other.run"], in: place)
        #expect(other.code == 64 && other.errors.contains("sandboxes of their own"), "\(other.errors)")
    }

    @Test("a rehearsal can be followed up on in the same sandbox")
    func rehearses() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        _ = try await Tool.sandbox(["import", "team.csv"] + Self.fast, in: place)
        // The people of the rehearsal are there for what only looks as well.
        for command in [["check", "--online"], ["import", "--dry-run"]] {
            let look = try await Tool.sandbox(command + ["team.csv"], in: place)
            #expect(look.code == 0, "\(look.errors)")
            #expect(look.output.contains("0 mails would go out"), "\(look.output)")
        }
        let status = try await Tool.sandbox(["status", "team.run"], in: place)
        #expect(status.code == 0, "\(status.errors)")
        #expect(status.output.contains("  pending       25"))
        let revoke = try await Tool.sandbox(["revoke", "team.run"] + Self.fast, in: place)
        #expect(revoke.code == 0, "\(revoke.errors)")
        let after = try await Tool.sandbox(["status", "team.run"], in: place)
        #expect(after.output.contains("  gone          25, 25 revoked by this program"))
    }
}
