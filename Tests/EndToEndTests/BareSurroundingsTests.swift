import Foundation
import Testing

/// What a script, a bare root or a hardened container gives to the programs.
@Suite("With less than usual around", .serialized)
struct BareSurroundingsTests {
    #if os(Linux)
        /// A command line without `/proc`; `nil` where this process may not hide it.
        private static func withoutProc(_ command: [String]) -> [String]? {
            guard geteuid() == 0, let unshare = Tool.system("unshare") else { return nil }
            return [unshare, "-m", "/bin/sh", "-c", "mount -t tmpfs -o ro tmpfs /proc && exec \"$0\" \"$@\""] + command
        }

        @Test("without /proc a command does what it was called for", arguments: [Tool.invite, Tool.sandbox])
        func withoutProc(program: String) async throws {
            let place = try Workplace()
            try place.write("email,roles\nnobody,viewer\n", to: "list.csv")
            guard let command = Self.withoutProc([program, "check", "list.csv"]) else { return }
            let run = try await Tool.start(command, in: place).finish()
            #expect(run.code == 1, "\(run.errors)")
            #expect((run.output + run.errors).contains("list.csv:2: error email-syntax"))
        }

        @Test("without /proc standard input is read too, and nothing of it is left")
        func pipeWithoutProc() async throws {
            let place = try Workplace()
            guard let command = Self.withoutProc([Tool.invite, "check", "-"]) else { return }
            let input = RunningTool.Input.text("email,roles\nann@northwind.example,viewer\n")
            let run = try await Tool.start(command, in: place, input: input).finish()
            #expect(run.code == 0 && run.output.contains("stdin: 1 row, 1 person to invite"), "\(run.errors)")
            #expect(try place.names() == [])
        }
    #endif

    @Test("a call without a command is 64 and prints nothing for scripts", arguments: [Tool.invite, Tool.sandbox])
    func noCommand(program: String) async throws {
        let place = try Workplace()
        let run = try await Tool.start([program], in: place).finish()
        #expect(run.code == 64 && run.output.isEmpty)
        #expect(run.errors.contains("There is no command") && run.errors.contains("import"), "\(run.errors)")
        #expect(try place.names() == [])
    }

    @Test("--version names the program, libcurl with its TLS, and the build", arguments: ["invite", "sandbox"])
    func version(name: String) async throws {
        let place = try Workplace()
        let program = name == "invite" ? Tool.invite : Tool.sandbox
        let run = try await Tool.start([program, "--version"], in: place).finish()
        #expect(run.code == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("k0rdent-\(name) 0.") == true, "\(run.output)")
        #expect(lines.dropFirst().first?.firstMatch(of: /^libcurl \d+\.\d+\.\d+ with \S+\/\d/) != nil, "\(run.output)")
        #expect(lines.last?.firstMatch(of: /^(debug|release) build, Swift 6\.\d/) != nil, "\(run.output)")
    }

    @Test("the lines of serve, pasted into a shell, lead to the sandbox")
    func linesToCopy() async throws {
        try await SandboxProcess.with(["--org", "north"]) { sandbox in
            let place = try Workplace()
            try place.write("email,roles\nann@northwind.example,viewer\n", to: "list.csv")
            try place.write(sandbox.linesToCopy, to: "lines")
            #expect(sandbox.linesToCopy.split(separator: "\n").count == 3)
            let shell = ["/bin/sh", "-c", ". ./lines && exec \"$0\" import list.csv --yes", Tool.invite]
            let run = try await Tool.start(shell, in: place).finish()
            #expect(run.code == 0, "\(run.errors)")
            #expect(try await sandbox.created() == ["ann@northwind.example": 1])
        }
    }
}
