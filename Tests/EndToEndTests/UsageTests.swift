import Foundation
import Testing

@Suite("How the commands are called", .serialized)
struct UsageTests {
    @Test(
        "wrong usage is 64 and sends nothing",
        arguments: [
            ["import", "team.csv"],
            ["import", "team.csv", "--yes", "--no-such-option"],
            ["import", "--yes"],
            ["import", "team.csv", "--yes", "--rate", "fast"],
            ["import", "team.csv", "--yes", "--first", "0"],
            ["import", "team.csv", "--yes", "--duplicates", "some"],
            ["import", "team.csv", "--yes", "--concurrency", "0"],
            ["import", "-", "-", "--yes"],
            ["import", "team.csv", "--yes", "--message", " "],
            ["import", "team.csv", "--yes", "--message", "a\u{1B}[31mb"],
            ["import", "team.csv", "--yes", "--role", "viewer;admin"],
            ["import", "team.csv", "--yes", "--group", "e\u{7}ng"],
            ["import", "team.csv", "--yes", "--org", "two words"],
            ["import", "team.csv", "--yes", "--token-file", "a", "--token-command", "b"],
            ["import", "team.csv", "--yes", "--max-failures", "many"],
            ["check", "team.csv", "--json", "--show-requests"],
            ["invite", "team.csv"],
        ])
    func wrongUsage(arguments: [String]) async throws {
        let place = try Workplace()
        try place.take("team.csv")
        let run = try await Tool.invite(arguments, in: place, Self.nowhere)
        #expect(run.code == 64, "\(run.errors)")
        #expect(run.errors.hasPrefix("error: ") && run.output.isEmpty, "\(run.errors)")
        #expect(!run.errors.contains("<subcommand>") || arguments[0] == "invite", "\(run.errors)")
        #expect(try place.names() == ["team.csv"])
    }

    @Test("without a terminal --yes is needed, and the message says so")
    func needsYes() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        let run = try await Tool.invite(["import", "team.csv"], in: place, Self.nowhere)
        #expect(run.code == 64)
        #expect(run.errors.contains("--yes"))
    }

    @Test("a token is needed, and it must look like one", arguments: [nil, "", "two words"])
    func needsToken(token: String?) async throws {
        let place = try Workplace()
        try place.take("team.csv")
        var environment = Self.nowhere
        environment["K0RDENT_TOKEN"] = token
        let run = try await Tool.invite(["import", "team.csv", "--yes"], in: place, environment)
        #expect(run.code == 78)
        #expect(run.errors.contains("K0RDENT_TOKEN"))
        #expect(!run.errors.contains("two words"))
        #expect(try place.names() == ["team.csv"])
    }

    @Test(
        "the token is given to nobody in the clear",
        arguments: [
            "http://api.example.com", "http://127.evil.example", "http://127.0.0.1.evil.example",
            "http://localhost.evil.example", "http://192.0.2.1", "ftp://127.0.0.1", "https://user:word@api.example.com",
            "api.example.com", "https://",
        ])
    func plainHTTPIsRefused(url: String) async throws {
        let place = try Workplace()
        try place.take("team.csv")
        var environment = Self.nowhere
        environment["K0RDENT_API_URL"] = url
        let run = try await Tool.invite(["import", "team.csv", "--yes", "--max-attempts", "1"], in: place, environment)
        #expect(run.code == 78, "\(run.errors)")
        #expect(try place.names() == ["team.csv"])
    }

    @Test("a token file that everybody may read is refused, with the words to type")
    func tokenFileIsPrivate() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        try place.write("token\n", to: "token")
        var environment = Self.nowhere
        environment["K0RDENT_TOKEN"] = nil
        let arguments = ["import", "team.csv", "--yes", "--token-file", "token", "--max-attempts", "1"]
        for mode in [0o644, 0o604, 0o602] {
            try place.setPermissions("token", mode)
            let run = try await Tool.invite(arguments, in: place, environment)
            #expect(run.code == 78)
            #expect(run.errors.contains("chmod 600 token"))
        }
        try place.setPermissions("token", 0o640)
        let shared = try await Tool.invite(arguments, in: place, environment)
        #expect(shared.code == 69, "\(shared.errors)")
        #expect(shared.errors.contains("warning: ") && shared.errors.contains("chmod 600 token"))
    }

    @Test("the token is in no file, no output and no argument")
    func tokenStaysSecret() async throws {
        try await SandboxProcess.with(["--hold", "0"]) { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            try place.write(sandbox.token + "\n", to: "token")
            try place.setPermissions("token", 0o600)
            var environment = sandbox.environment
            environment["K0RDENT_TOKEN"] = nil
            let arguments = ["import", "team.csv", "--yes", "--rate", "unlimited", "--json", "--token-file", "token"]
            let tool = try Tool.start([Tool.invite] + arguments, in: place, environment)
            try await eventually("the first request") { try await sandbox.posts() > 0 }
            #if os(Linux)
                let line = try String(contentsOfFile: "/proc/\(tool.pid)/cmdline", encoding: .utf8)
                #expect(line.contains("--token-file") && !line.contains(sandbox.token))
            #endif
            try sandbox.release()
            let run = try await tool.finish()
            #expect(run.code == 0, "\(run.errors)")
            #expect(!(run.output + run.errors).contains(sandbox.token))
            for name in try place.names() where name != "token" && name != "team.run" && name != "team.run/input" {
                #expect(try !place.read(name).contains(sandbox.token), "\(name)")
            }
        }
    }

    @Test("a token that the server does not accept is 77, and nobody is lost")
    func refusedToken() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            var environment = sandbox.environment
            environment["K0RDENT_TOKEN"] = "not-the-token"
            let run = try await Tool.invite(["import", "team.csv", "--yes"], in: place, environment)
            #expect(run.code == 77, "\(run.errors)")
            #expect(try place.outcomes("team.run") == ["not-sent": 25])
            let again = try await Tool.invite(
                ["import", "team.csv", "--yes", "--rate", "unlimited"], in: place, sandbox.environment)
            #expect(again.code == 0, "\(again.errors)")
            #expect(try await sandbox.created().count == 25)
        }
    }

    @Test("a server that is not there is 69; everybody is in the file for another try")
    func serverIsNotThere() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        let arguments = ["import", "team.csv", "--yes", "--rate", "unlimited", "--max-attempts", "2"]
        let run = try await Tool.invite(arguments, in: place, Self.nowhere)
        #expect(run.code == 69, "\(run.errors)")
        #expect(run.errors.contains("cannot be reached"))
        let emails = CSVText.records(try Workplace.sample("team.csv")).dropFirst().map { $0[0] }
        #expect(try place.column("email", of: "team.run/retry.csv") == emails)
        #expect(!place.exists("team.run/fix.csv"))
        #expect(try place.outcomes("team.run").values.reduce(0, +) == 25)

        // Nothing ever left this machine, so a mistyped address does not bind the run.
        try await SandboxProcess.with { sandbox in
            let corrected = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(corrected.code == 0, "\(corrected.errors)")
            #expect(try await sandbox.created().count == 25)
            #expect(!place.exists("team.run/retry.csv"))
        }
    }

    @Test("another server for the same run directory is refused")
    func otherServer() async throws {
        let place = try Workplace()
        try place.take("team.csv")
        let arguments = ["import", "team.csv", "--yes", "--rate", "unlimited"]
        let first = try await SandboxProcess.with { sandbox in
            _ = try await Tool.invite(arguments, in: place, sandbox.environment)
            return sandbox.url
        }
        try await SandboxProcess.with { sandbox in
            let other = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(other.code == 78)
            #expect(other.errors.contains(first) && other.errors.contains("--run-dir"))
            #expect(try await sandbox.posts() == 0)
            let elsewhere = arguments + ["--run-dir", "second.run"]
            let fresh = try await Tool.invite(elsewhere, in: place, sandbox.environment)
            #expect(fresh.code == 0, "\(fresh.errors)")
            #expect(try await sandbox.created().count == 25)
        }
    }

    @Test("another organization for the same run directory is refused")
    func otherOrganization() async throws {
        try await SandboxProcess.with(["--org", "acme", "--org", "beta"]) { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let arguments = ["import", "team.csv", "--yes", "--rate", "unlimited"]
            _ = try await Tool.invite(arguments, in: place, sandbox.environment)
            let other = try await Tool.invite(arguments + ["--org", "beta"], in: place, sandbox.environment)
            #expect(other.code == 78)
            #expect(other.errors.contains("acme") && other.errors.contains("beta"))
            #expect(try await sandbox.posts() == 25)
        }
    }

    @Test("--help and --version answer on standard output")
    func help() async throws {
        let place = try Workplace()
        for arguments in [["--help"], ["import", "--help"], ["--version"], ["help", "check"]] {
            let run = try await Tool.invite(arguments, in: place)
            #expect(run.code == 0 && !run.output.isEmpty && run.errors.isEmpty, "\(arguments)")
        }
    }

    @Test("the template passes the check", arguments: ["csv", "jsonl"])
    func template(format: String) async throws {
        let place = try Workplace()
        let template = try await Tool.invite(["template", "--format", format], in: place)
        #expect(template.code == 0)
        let check = try await Tool.invite(["check", "-", "--org", "acme"], in: place, input: .text(template.output))
        #expect(check.code == 0, "\(check.errors)")
    }

    private static let nowhere = [
        "K0RDENT_API_URL": "http://127.0.0.1:9", "K0RDENT_TOKEN": "token", "K0RDENT_ORG": "acme",
    ]
}
