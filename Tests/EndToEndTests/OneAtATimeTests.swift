import Foundation
import Testing

/// Nobody else on this machine decides what is sent, and two imports of the same people are one after the other.
@Suite("On this machine", .serialized)
struct OneAtATimeTests {
    /// An import that holds its locks and waits for a token until a file is there.
    private static func held(_ file: String, in place: Workplace, _ sandbox: SandboxProcess) throws -> RunningTool {
        var environment = sandbox.environment
        environment["K0RDENT_TOKEN"] = nil
        let command = "touch waits; while [ ! -e go ]; do sleep 0.02; done; echo '\(sandbox.token)'"
        return try Tool.start(
            [Tool.invite, "import", file, "--yes", "--token-command", command], in: place, environment)
    }

    @Test("a second import of the same people is told of the first, and then finds them invited")
    func sameOrganization() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            for name in ["a.csv", "b.csv"] { try place.write(People.csv(20), to: name) }
            let first = try Self.held("a.csv", in: place, sandbox)
            try await eventually("the first to hold its locks") { place.exists("waits") }
            let second = try await Tool.invite(["import", "b.csv", "--yes"], in: place, sandbox.environment)
            #expect(second.code == 73, "\(second.errors)")
            #expect(second.errors.contains("process \(first.pid)") && second.errors.contains("/a.run"))
            #expect(!place.exists("b.run"))
            try place.write("", to: "go")
            #expect(try await first.finish().code == 0)
            let third = try await Tool.invite(["import", "b.csv", "--yes"], in: place, sandbox.environment)
            #expect(third.code == 0, "\(third.errors)")
            #expect(try place.outcomes("b.run") == ["already-invited": 20])
            #expect(try await sandbox.created().values.allSatisfy { $0 == 1 })
        }
    }

    @Test("revoking and inviting again are kept out as well; a status is not, nor is another organization")
    func otherCommands() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            for name in ["a.csv", "b.csv"] { try place.write(People.csv(3), to: name) }
            #expect(try await Tool.invite(["import", "b.csv", "--yes"], in: place, sandbox.environment).code == 0)
            let first = try Self.held("a.csv", in: place, sandbox)
            try await eventually("the first to hold its locks") { place.exists("waits") }
            for arguments in [["revoke", "b.run", "--yes"], ["import", "--again", "expired", "b.run", "--yes"]] {
                let run = try await Tool.invite(arguments, in: place, sandbox.environment)
                #expect(run.code == 73, "\(run.errors)")
            }
            #expect(try await Tool.invite(["status", "b.run"], in: place, sandbox.environment).code == 0)
            let other = sandbox.environment.merging(["K0RDENT_ORG": "other"]) { _, new in new }
            let run = try await Tool.invite(
                ["import", "b.csv", "--yes", "--run-dir", "c.run", "--preflight", "off"], in: place, other)
            #expect(!run.errors.contains("is being worked on"), "\(run.errors)")
            try place.write("", to: "go")
            #expect(try await first.finish().code == 0)
        }
    }

    @Test("without a state folder it goes on, with a warning")
    func noStateFolder() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(2), to: "a.csv")
            let environment = sandbox.environment.merging(["XDG_STATE_HOME": "/dev/null/x"]) { _, new in new }
            let run = try await Tool.invite(["import", "a.csv", "--yes"], in: place, environment)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.errors.contains("warning: Nothing keeps a second import"))
        }
    }

    @Test("a signal ends the wait for a token command at once, with all that it started", arguments: [SIGTERM, SIGINT])
    func waitForToken(signal: Int32) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(2), to: "a.csv")
            var environment = sandbox.environment
            environment["K0RDENT_TOKEN"] = nil
            let command = "trap '' TERM INT; touch waits; sleep 1000; echo never"
            let tool = try Tool.start(
                [Tool.invite, "import", "a.csv", "--yes", "--token-command", command], in: place, environment)
            try await eventually("the command") { place.exists("waits") }
            tool.signal(signal)
            let run = try await tool.finish()
            #expect(run.code == 128 + signal, "\(run.errors)")
            #expect(try place.outcomes("a.run") == ["not-sent": 2])
        }
    }

    @Test("what a person said yes to is sent, whatever stands in the plan's place by then")
    func plan() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write("email,roles\nstranger@northwind.example,viewer\n", to: "other.csv")
            #expect(try await Tool.invite(["import", "other.csv", "--yes"], in: place, sandbox.environment).code == 0)
            try place.write(People.csv(2), to: "list.csv")
            let terminal = try PseudoTerminal()
            let tool = try Tool.start(
                [Tool.invite, "import", "list.csv"], in: place, sandbox.environment, terminal: terminal)
            try await eventually("the question") { terminal.screen.contains("[y/N]") }
            #expect(rename(place.path("other.run/plan.jsonl"), place.path("list.run/plan.jsonl")) == 0)
            terminal.type("y\n")
            let run = try await terminal.finish(tool)
            #expect(run.code == 0, "\(terminal.screen)")
            let created = try await sandbox.created()
            #expect(created == ["stranger@northwind.example": 1, People.address(1): 1, People.address(2): 1])
            #expect(try place.column("email", of: "list.run/results.csv") == [1, 2].map(People.address))
        }
    }

    @Test("runs beside a file that may have invited the same people are warned of where no list can tell")
    func neighbours() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            for name in ["a.csv", "b.csv"] { try place.write(People.csv(3), to: name) }
            let arguments = ["--preflight", "off"]
            #expect(
                try await Tool.invite(["import", "a.csv", "--yes"] + arguments, in: place, sandbox.environment).code
                    == 0)
            let terminal = try PseudoTerminal()
            let tool = try Tool.start(
                [Tool.invite, "import", "b.csv"] + arguments, in: place, sandbox.environment, terminal: terminal)
            try await eventually("the question") { terminal.screen.contains("[y/N]") }
            #expect(terminal.screen.contains("3 of these people may have been invited by the import in"))
            #expect(terminal.screen.contains("a.run"))
            terminal.type("n\n")
            #expect(try await terminal.finish(tool).code == 1)
            #expect(try await sandbox.posts() == 3)
        }
    }
}
