import Foundation
import Testing

@Suite("Where tokens come from", .serialized)
struct TokenTests {
    private static func environment(_ sandbox: SandboxProcess, _ more: [String: String]) -> [String: String] {
        ["K0RDENT_API_URL": sandbox.url, "K0RDENT_ORG": "acme"].merging(more) { _, new in new }
    }

    @Test(
        "a key is exchanged for tokens, which are replaced before they end",
        arguments: [
            ["K0RDENT_API_KEY": "plt_sk_fake"],
            ["K0RDENT_CLIENT_ID": "sa-fake@acme.iam", "K0RDENT_CLIENT_SECRET": "plt_cs_fake"],
        ])
    func keys(variables: [String: String]) async throws {
        // A 401 would mean that the end was not kept to; that the machine is slow makes none.
        try await SandboxProcess.with(["--token-lifetime", "1s", "--token-grace", "1h"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(40), to: "list.csv")
            // The pace makes it last longer than a token, on any machine.
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--rate", "12/s"], in: place, Self.environment(sandbox, variables))
            #expect(run.code == 0, "\(run.errors)")
            #expect(try place.outcomes("list.run") == ["invited": 40])
            let requests = try await sandbox.requests()
            #expect(requests.count { $0["path"].string?.hasSuffix("/auth/token") == true } >= 2)
            #expect(requests.allSatisfy { $0["status"].int != 401 })
            for name in try place.names() where name.hasPrefix("list.run/") && name != "list.run/input" {
                let text = try place.read(name)
                #expect(!text.contains("plt_") && !text.contains(".sandbox\""), "\(name)")
            }
        }
    }

    @Test("a key that is refused is 77, and nobody is invited")
    func refusedKey() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(3), to: "list.csv")
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes"], in: place,
                Self.environment(sandbox, ["K0RDENT_API_KEY": "fake-without-its-mark"]))
            #expect(run.code == 77, "\(run.errors)")
            #expect(!run.errors.contains("fake-without-its-mark"))
            #expect(try place.outcomes("list.run") == ["not-sent": 3])
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("a command is run for the first token, and again when that ends, while what is under way goes on")
    func command() async throws {
        try await SandboxProcess.with(["--latency", "100ms"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(60), to: "list.csv")
            // Its tokens claim to end after a second, and never do; the pace makes the import last longer than some.
            let script = "date >> runs; sleep 0.3; echo '{\"token\":\"\(sandbox.token)\",\"expires_in\":1}'"
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--rate", "12/s", "--token-command", script], in: place,
                Self.environment(sandbox, [:]))
            #expect(run.code == 0, "\(run.errors)")
            #expect(try place.outcomes("list.run") == ["invited": 60])
            #expect(try place.read("runs").split(separator: "\n").count >= 2)
            #expect(!run.errors.contains(sandbox.token))
        }
    }

    @Test(
        "a command that fails, says nothing or cannot be found is 77, and its words are shown",
        arguments: [
            ("echo no login >&2; exit 3", "no login"), ("true", "is empty"), ("no-such-command-here", "not found"),
        ])
    func failingCommand(script: String, words: String) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(3), to: "list.csv")
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--token-command", script], in: place, Self.environment(sandbox, [:]))
            #expect(run.code == 77, "\(run.errors)")
            #expect(run.errors.contains(words), "\(run.errors)")
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("a token file is read again when its token is refused")
    func file() async throws {
        try await SandboxProcess.with(["--latency", "50ms"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(5), to: "list.csv")
            try place.write("fake-old-token", to: "token")
            try place.setPermissions("token", 0o600)
            let arguments = ["import", "list.csv", "--yes", "--token-file", "token"]
            let refused = try await Tool.invite(arguments, in: place, Self.environment(sandbox, [:]))
            #expect(refused.code == 77, "\(refused.errors)")
            try place.write(sandbox.token + "\n", to: "token")
            let run = try await Tool.invite(arguments, in: place, Self.environment(sandbox, [:]))
            #expect(run.code == 0, "\(run.errors)")
        }
    }

    @Test("the plan warns of a token that ends before the run is likely to be done")
    func warning() async throws {
        let place = try Workplace()
        try place.write(People.csv(200), to: "list.csv")
        let end = Int(Date().timeIntervalSince1970) + 3600
        let claims = Data("{\"exp\":\(end)}".utf8).base64EncodedString().replacing("=", with: "")
        let environment = [
            "K0RDENT_TOKEN": "fake.\(claims).fake", "K0RDENT_API_URL": "http://127.0.0.1:9", "K0RDENT_ORG": "acme",
        ]
        let arguments = ["import", "list.csv", "--yes", "--max-attempts", "1", "--preflight", "off", "--rate"]
        let slow = try await Tool.invite(arguments + ["1/min"], in: place, environment)
        #expect(slow.errors.contains("The token ends in"), "\(slow.errors)")
        let fast = try await Tool.invite(arguments + ["20/s"], in: place, environment)
        #expect(!fast.errors.contains("The token ends in"), "\(fast.errors)")
    }
}
