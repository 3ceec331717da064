import Foundation
import Testing

@Suite("Doctor", .serialized)
struct DoctorTests {
    @Test("says what the server, the token and the rights are, and changes nothing")
    func healthy() async throws {
        try await SandboxProcess.with(["--members", "3", "--pending", "2"]) { sandbox in
            let place = try Workplace()
            let run = try await Tool.invite(["doctor"], in: place, sandbox.environment)
            #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
            for words in [
                "  server        \(sandbox.url)", "  certificate   none: ", "  clock         agrees", "K0RDENT_TOKEN",
                "  organization  acme", "viewer", "  invitations   2 entries", "  members       3 entries",
                "An import would find everything",
            ] { #expect(run.output.contains(words), "\(words): \(run.output)") }
            #expect(try await sandbox.requests().allSatisfy { $0["method"].string == "GET" })
            #expect(try place.names() == [])
            let json = try await Tool.invite(["doctor", "--json"], in: place, sandbox.environment)
            #expect(try JSONText(json.output)["invitations"]["acme"].int == 2)
        }
    }

    @Test("a list that may not be read is a warning that says what follows")
    func forbidden() async throws {
        try await SandboxProcess.with(["--listing", "forbidden"]) { sandbox in
            let run = try await Tool.invite(["doctor"], in: try Workplace(), sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.errors.contains("warning: the invitations of acme: "), "\(run.errors)")
            #expect(run.errors.contains("Ask for the right to list the organization's invitations."))
            #expect(!run.output.contains("An import would find everything"))
        }
    }

    @Test("what an import would end with is the exit code")
    func codes() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            let changes: [(String, String?, Int32, String)] = [
                ("K0RDENT_TOKEN", "not-the-token", 77, "Get a new token"),
                ("K0RDENT_TOKEN", nil, 78, "There is no token"),
                ("K0RDENT_ORG", "acne", 78, "does not know the organization acne; it knows acme"),
                ("K0RDENT_ORG", nil, 78, "No organization is named"),
            ]
            for (name, value, code, words) in changes {
                var environment = sandbox.environment
                environment[name] = value
                let run = try await Tool.invite(["doctor"], in: place, environment)
                #expect(run.code == code && run.errors.contains(words), "\(name): \(run.code) \(run.errors)")
            }
        }
    }

    @Test("--verbose shows each exchange, --trace has all of it, and the token is in neither")
    func exchanges() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write("email,roles\nann@northwind.example,viewer\nbob@northwind.example,viewer\n", to: "list.csv")
            let arguments = ["import", "list.csv", "--yes", "--verbose", "--trace", "trace.jsonl"]
            let run = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(run.code == 0, "\(run.errors)")
            let lines = run.errors.split(separator: "\n").filter { $0.hasPrefix("POST ") }
            #expect(lines.count == 2, "\(run.errors)")
            #expect(lines.allSatisfy { $0.hasPrefix("POST /v1/regions/global/organizations/acme/invitations: ") })
            #expect(lines.allSatisfy { $0.contains("/invitations: 201 in ") && $0.contains(" ms, req_") })
            #expect(run.errors.contains("GET /v1/regions/global/iam/roles?pageSize=500: 200 in "))
            let trace = try place.read("trace.jsonl").split(separator: "\n").map { try JSONText(String($0)) }
            let posts = trace.filter { $0["method"].string == "POST" }
            #expect(posts.map { $0["requestBody"].string?.contains("@northwind.example") } == [true, true])
            #expect(posts.contains { $0["status"].int == 201 && $0["body"].string?.contains("\"id\"") == true })
            #expect(try place.permissions("trace.jsonl") == 0o600)
            for text in [run.errors, try place.read("trace.jsonl")] { #expect(!text.contains(sandbox.token)) }

            let again = try await Tool.invite(arguments, in: place, sandbox.environment)
            #expect(again.code == 73 && again.errors.contains("trace.jsonl is there already"), "\(again.errors)")
        }
    }

    @Test("a key that is exchanged for a token is in no trace, nor is the token")
    func exchangedKey() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            var environment = sandbox.environment
            environment["K0RDENT_TOKEN"] = nil
            environment["K0RDENT_API_KEY"] = "plt_sk_fake0123456789abcdef"
            let run = try await Tool.invite(["doctor", "--verbose", "--trace", "t"], in: place, environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.contains("from K0RDENT_API_KEY"))
            let trace = try place.read("t")
            #expect(trace.contains("/auth/token") && trace.contains("Authorization: ***"))
            #expect(!trace.contains("plt_sk_fake") && !trace.contains("access_token"), "\(trace)")
            #expect(!run.errors.contains("plt_sk_fake"))
        }
    }
}
