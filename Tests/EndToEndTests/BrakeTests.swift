import Foundation
import Testing

@Suite("Brakes", .serialized)
struct BrakeTests {
    @Test("mail goes to the domains that are allowed, those below them included", arguments: [false, true])
    func domains(fromFile: Bool) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            let addresses = [
                "a@northwind.example", "b@mail.northwind.example", "c@Stra\u{DF}e.example", "d@other.example",
            ]
            try place.write("email,roles\n" + addresses.map { "\($0),viewer\n" }.joined(), to: "list.csv")
            try place.write("# ours\nnorthwind.example\n\nstra\u{DF}e.example\n", to: "domains.txt")
            let allowed =
                fromFile
                ? ["--allow-domain", "@domains.txt"]
                : ["--allow-domain", "Northwind.example", "--allow-domain", "stra\u{DF}e.example"]
            let run = try await Tool.invite(["import", "list.csv", "--yes"] + allowed, in: place, sandbox.environment)
            #expect(run.code == 1, "\(run.errors)")
            #expect(run.errors.contains("list.csv:5: error domain-not-allowed"))
            #expect(try await sandbox.created().count == 3)
        }
    }

    @Test("a file with more rows than allowed is not sent")
    func maxRows() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(11), to: "list.csv")
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--max-rows", "10"], in: place, sandbox.environment)
            #expect(run.code == 1)
            #expect(run.errors.contains("11 rows, and --max-rows allows 10"))
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("a run stops once too many rows have failed", arguments: [("3", 4...8), ("10%", 4...30)])
    func maxFailures(limit: String, posts: ClosedRange<Int>) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            // Every other role is unknown to the server, and nobody looked.
            let rows = (1...100).map { "p\($0)@northwind.example,\($0 % 2 == 0 ? "viewer" : "emperor")\n" }
            try place.write("email,roles\n" + rows.joined(), to: "list.csv")
            let run = try await Tool.invite(
                ["import", "list.csv", "--yes", "--preflight", "off", "--max-failures", limit, "--concurrency", "1"],
                in: place, sandbox.environment)
            #expect(run.code == 75, "\(run.errors)")
            #expect(run.errors.contains("more than --max-failures allows"))
            #expect(posts.contains(try await sandbox.posts()))
            let outcomes = try place.outcomes("list.run")
            #expect(outcomes.values.reduce(0, +) == 100)
        }
    }

    @Test("the question names where to, how many and who gets power; many mails want their number typed")
    func question() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(501) + "boss@northwind.example,admin,\n", to: "list.csv")
            for (answer, code) in [("y\n", Int32(1)), ("501\n", 1), ("502\n", 0)] {
                let terminal = try PseudoTerminal()
                let arguments = [Tool.invite, "import", "list.csv", "--rate", "unlimited"]
                let tool = try Tool.start(arguments, in: place, sandbox.environment, terminal: terminal)
                try await eventually("the question") { terminal.screen.contains("to go on: ") }
                #expect(
                    terminal.screen.contains(
                        "502 mails will go out to people for acme at 127.0.0.1, among them admin 1."))
                #expect(terminal.screen.contains("Type 502 to go on: "))
                terminal.type(answer)
                #expect(try await terminal.finish(tool).code == code)
                #expect(try await sandbox.posts() == (code == 0 ? 502 : 0))
            }
        }
    }
}
