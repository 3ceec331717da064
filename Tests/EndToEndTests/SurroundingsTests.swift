import Foundation
import Testing

/// What is around the program fails: the disk, its output, its terminal.
@Suite("Surroundings that fail", .serialized)
struct SurroundingsTests {
    private static let arguments = [
        "import", "list.csv", "--yes", "--rate", "unlimited", "--settle-delay", "100ms", "--concurrency", "4",
    ]

    /// The tool's command line, to be run by a shell after some preparations.
    private static func shell(_ before: String, _ after: String = "") -> [String] {
        ["/bin/bash", "-c", "\(before) exec \"$0\" \"$@\" \(after)", Tool.invite] + arguments
    }

    private func expectAll(_ people: Int, in place: Workplace, _ sandbox: SandboxProcess) async throws {
        let rest = try await Tool.invite(Self.arguments, in: place, sandbox.environment)
        #expect(rest.code == 0, "\(rest.errors)")
        #expect(try place.outcomes("list.run") == ["invited": people])
        let created = try await sandbox.created()
        #expect(created.count == people)
        #expect(created.filter { $0.value != 1 } == [:])
    }

    @Test("a disk that is full stops the run with 73 and says what is certain; once there is room it goes on")
    func fullDisk() async throws {
        try await SandboxProcess.with(["--duplicates", "accept"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(200), to: "list.csv")
            // Files of at most 64 KiB: the plan fits, the journal does not.
            let tool = try Tool.start(Self.shell("ulimit -f 64;"), in: place, sandbox.environment)
            let run = try await tool.finish()
            #expect(run.code == 73, "\(run.errors)")
            #expect(run.errors.contains("journal.jsonl cannot be written"))
            let posts = try await sandbox.posts()
            #expect(posts > 0 && posts < 200)
            try await expectAll(200, in: place, sandbox)
        }
    }

    @Test("a folder that cannot be written stops before anything is sent")
    func readOnly() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(3), to: "list.csv")
            try place.makeDirectory("shut")
            var command = Self.shell("") + ["--run-dir", "shut/list.run"]
            if geteuid() == 0 {
                // Nobody forbids root anything but a file system.
                guard let unshare = Tool.system("unshare") else { return }
                command = [unshare, "-m"] + command
                command[4] = "mount -t tmpfs -o ro tmpfs shut && " + command[4]
            } else {
                try place.setPermissions("shut", 0o500)
            }
            let run = try await Tool.start(command, in: place, sandbox.environment).finish()
            #expect(run.code == 73, "\(run.errors)")
            #expect(run.errors.contains("shut/list.run cannot be written"))
            #expect(try await sandbox.posts() == 0)
            try place.setPermissions("shut", 0o700)
        }
    }

    @Test(
        "output that is closed, and a reader that goes away, do no harm",
        arguments: [">&- 2>&-", "<&- >&- 2>&-", "2>&1 | true"])
    func closedOutput(redirection: String) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(30), to: "list.csv")
            let command = ["/bin/bash", "-c", "\"$0\" \"$@\" \(redirection)", Tool.invite] + Self.arguments
            _ = try await Tool.start(command, in: place, sandbox.environment).finish()
            #expect(try place.outcomes("list.run") == ["invited": 30])
            let journal = try place.read("list.run/journal.jsonl")
            #expect(journal.split(separator: "\n").allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
            try await expectAll(30, in: place, sandbox)
        }
    }

    @Test(
        "a terminal that goes away ends the run, which can go on; with nohup it goes on by itself",
        arguments: [false, true])
    func terminalGone(isIgnored: Bool) async throws {
        try await SandboxProcess.with(["--hold", "8"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(60), to: "list.csv")
            let terminal = try PseudoTerminal()
            let command = Self.shell(isIgnored ? "trap '' HUP;" : "")
            let tool = try Tool.start(command, in: place, sandbox.environment, terminal: terminal)
            try await eventually("some requests") {
                _ = terminal.screen
                return try await sandbox.posts() == 12
            }
            terminal.hangUp()
            try sandbox.release()
            let run = try await tool.finish()
            #expect(run.code == (isIgnored ? 0 : 128 + SIGHUP))
            let outcomes = try place.outcomes("list.run")
            #expect(outcomes["invited"] == (try await sandbox.posts()))
            #expect((outcomes["not-sent"] ?? 0 > 0) == !isIgnored)
            try await expectAll(60, in: place, sandbox)
        }
    }

    @Test("files are for their owner alone whatever the umask", arguments: ["000", "277"])
    func umask(mask: String) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(5) + "nobody,viewer,eng\n", to: "list.csv")
            let command = Self.shell("umask \(mask);") + ["--first", "2"]
            let run = try await Tool.start(command, in: place, sandbox.environment).finish()
            #expect(run.code == 1, "\(run.errors)")
            #expect(try place.permissions("list.run") == 0o700)
            #expect(try place.permissions("list.run/input") == 0o700)
            let files = try place.names(in: "list.run").filter { $0 != "input" }
            #expect(files.count == 10)
            for file in files { #expect(try place.permissions("list.run/" + file) == 0o600, "\(file)") }
        }
    }

    @Test("report writes the reports of a run that was killed")
    func report() async throws {
        try await SandboxProcess.with(["--hold", "10"]) { sandbox in
            let place = try Workplace()
            try place.write(People.csv(30), to: "list.csv")
            let tool = try Tool.start([Tool.invite] + Self.arguments, in: place, sandbox.environment)
            try await eventually("some requests") { try await sandbox.posts() == 14 }
            let refused = try await Tool.invite(["report", "list.run"], in: place)
            #expect(refused.code == 75 && refused.errors.contains("\(tool.pid)"), "\(refused.errors)")
            tool.signal(SIGKILL)
            _ = try await tool.finish()
            let run = try await Tool.invite(["report", "list.run", "--json"], in: place)
            #expect(run.code == 0, "\(run.errors)")
            let outcomes = try JSONText(run.output)["outcomes"].counts
            #expect(outcomes.values.reduce(0, +) == 30)
            // Fourteen were sent. All others may have been written down ahead, as many as a slow disk needs.
            #expect((1...20).contains(outcomes["unknown"] ?? 0))
            #expect(try place.table("list.run/results.csv").count == 30)
            #expect(run.errors.contains("killed"))

            let missing = try await Tool.invite(["report", "nowhere.run"], in: place)
            #expect(missing.code == 66)
            try FileManager.default.removeItem(atPath: place.path("list.run/plan.jsonl"))
            let lacking = try await Tool.invite(["report", "list.run"], in: place)
            #expect(lacking.code == 65 && lacking.errors.contains("warning: "), "\(lacking.errors)")
        }
    }
}
