import Foundation
import Testing

/// What a person sees, word by word, kept in files that somebody has read.
///
/// `K0RDENT_WRITE_SNAPSHOTS=1 swift test --filter SnapshotTests` writes them again. Read the difference before you keep
/// it.
@Suite("Snapshots", .serialized)
struct SnapshotTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    private static let people = """
        name,email,roles,groups
        Ann Archer,ann@northwind.example,viewer;admin,eng
        Bob Baker,bob@gmial.com,viewer,
        Cas Carter,cas@northwind.example,viewr,
        Dee Dyer,dee@northwind.example,viewr,ops
        Eve Ernst,eve@northwind,viewer,
        Ann Archer,ANN@northwind.example,member,
        ,nobody,viewer,
        Jörg Jäger,joerg@xn--bcher-kva.example,iam-admin,

        """

    /// Compares with the file of this name, or writes it.
    private func expect(_ text: String, is name: String, in sandbox: SandboxProcess) throws {
        let text = Self.withoutTimes(text.replacing(sandbox.url, with: "http://SANDBOX"))
        let file = Self.folder.appending(path: name + ".txt")
        if ProcessInfo.processInfo.environment["K0RDENT_WRITE_SNAPSHOTS"] != nil {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(text == kept, "\(name).txt differs; see the head of SnapshotTests.swift")
    }

    private static func withoutTimes(_ text: String) -> String {
        text.replacing(/Done in [^:]*: .*/, with: "Done in TIME: REQUESTS.")
    }

    private static func transcript(_ command: [String], _ run: EndedTool) -> String {
        let parts = [("output", run.output), ("errors", run.errors)].filter { !$0.1.isEmpty }
        return "$ k0rdent-invite \(command.joined(separator: " "))\n"
            + parts.map { "--- \($0.0)\n\($0.1)" }.joined() + "--- exit \(run.code)\n\n"
    }

    @Test("a day with a list: check, plan, import, report, status, undo")
    func day() async throws {
        try await SandboxProcess.with(["--seed", "7"]) { sandbox in
            let place = try Workplace()
            try place.write(Self.people, to: "team.csv")
            let quietly = ["--progress", "none"]
            let commands: [(name: String, [String])] = [
                ("check", ["check", "team.csv"]), ("plan", ["check", "--online", "team.csv"] + quietly),
                ("dry-run", ["import", "team.csv", "--dry-run"] + quietly),
                ("import", ["import", "team.csv", "--yes"] + quietly),
                ("quiet", ["import", "team.csv", "--yes", "--quiet"]), ("report", ["report", "team.run"]),
                ("status", ["status", "team.run"] + quietly),
                ("revoke", ["revoke", "team.run", "--yes"] + quietly),
                ("status-after", ["status", "team.run"] + quietly),
            ]
            for (name, command) in commands {
                let run = try await Tool.invite(command, in: place, sandbox.environment)
                try expect(Self.transcript(command, run), is: name, in: sandbox)
            }
        }
    }

    @Test("the plan and its question at a terminal, with colours", arguments: [60, 80, 200])
    func question(columns: Int) async throws {
        try await SandboxProcess.with(["--seed", "7"]) { sandbox in
            let place = try Workplace()
            try place.write(Self.people, to: "team.csv")
            let terminal = try PseudoTerminal(columns: columns)
            let environment = sandbox.environment.merging(["TERM": "xterm"]) { $1 }
            let tool = try Tool.start(
                [Tool.invite, "import", "team.csv", "--progress", "none"], in: place, environment, terminal: terminal)
            try await eventually("the question") { terminal.screen.contains("[y/N]") }
            terminal.type("n\n")
            let run = try await terminal.finish(tool)
            #expect(run.code == 1)
            let screen = terminal.screen.replacing("\r\n", with: "\n")
            try expect(screen.replacing("\u{1B}", with: "\\e"), is: "question-\(columns)", in: sandbox)
            // The port is longer or shorter than the word in its place, so only the other lines say whether they fit.
            for line in screen.split(separator: "\n") where !line.contains(sandbox.url) {
                #expect(line.replacing(/\u{1B}\[[0-9;]*m/, with: "").count <= columns, "\(line)")
            }
        }
    }
}
