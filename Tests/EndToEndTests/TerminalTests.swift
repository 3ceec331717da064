import Foundation
import Testing

@Suite("At a terminal", .serialized)
struct TerminalTests {
    @Test("the plan is shown and a question asked; anything but yes sends nothing", arguments: ["n", "", "maybe"])
    func noSendsNothing(answer: String) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let terminal = try PseudoTerminal()
            let tool = try Tool.start(
                [Tool.invite, "import", "team.csv"], in: place, sandbox.environment, terminal: terminal)
            try await eventually("the question") { terminal.screen.contains("Go on? [y/N] ") }
            #expect(terminal.screen.contains("25 people to invite"))
            #expect(terminal.screen.contains("25 mails will go out"))
            terminal.type(answer + "\n")
            let run = try await terminal.finish(tool)
            #expect(run.code == 1)
            #expect(terminal.screen.contains("Nothing was sent."))
            #expect(terminal.words.contains("Everything that was written for it is removed."))
            #expect(try await sandbox.posts() == 0)
            #expect(try place.names() == ["team.csv"])
        }
    }

    @Test("yes sends, and a line shows how far it is")
    func yesSends() async throws {
        try await SandboxProcess.with(["--hold", "10"]) { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let terminal = try PseudoTerminal()
            let environment = sandbox.environment.merging(["TERM": "xterm"]) { $1 }
            let tool = try Tool.start([Tool.invite, "import", "team.csv"], in: place, environment, terminal: terminal)
            try await eventually("the question") { terminal.screen.contains("[y/N]") }
            terminal.type("y\n")
            try await eventually("the line") { terminal.screen.contains(" left") }
            try sandbox.release()
            let run = try await terminal.finish(tool)
            #expect(run.code == 0, "\(terminal.screen)")
            #expect(terminal.screen.contains("/25  "), "no line of progress: \(terminal.screen)")
            #expect(terminal.screen.contains("/s  "))
            #expect(terminal.screen.contains(" left"))
            #expect(run.output.contains("Results: team.run/results.csv") && !terminal.screen.contains("Results: "))
            #expect(try await sandbox.created().count == 25)
        }
    }

    @Test("a line shows how far looking at the server is, and Ctrl-C stops it with reports")
    func looks() async throws {
        try await SandboxProcess.with(["--hold", "lists"]) { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let terminal = try PseudoTerminal()
            let environment = sandbox.environment.merging(["TERM": "xterm"]) { $1 }
            let tool = try Tool.start([Tool.invite, "import", "team.csv"], in: place, environment, terminal: terminal)
            try await eventually("the line") { terminal.screen.contains("looking at the server  0 entries read") }
            terminal.type("\u{3}")
            // The terminal passes it on when it likes.
            try await eventually("the signal to arrive") { terminal.screen.contains("stopping") }
            try sandbox.release()
            let run = try await terminal.finish(tool)
            #expect(run.code == 130, "\(terminal.screen)")
            #expect(try place.outcomes("team.run") == ["not-sent": 25])
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("--yes asks nothing")
    func yesOption() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(2), to: "list.csv")
            let terminal = try PseudoTerminal()
            let tool = try Tool.start(
                [Tool.invite, "import", "list.csv", "--yes"], in: place, sandbox.environment, terminal: terminal)
            let run = try await terminal.finish(tool)
            #expect(run.code == 0)
            #expect(!terminal.screen.contains("[y/N]"))
        }
    }

    @Test("Ctrl-C at the question sends nothing")
    func interruptAtTheQuestion() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let terminal = try PseudoTerminal()
            let tool = try Tool.start(
                [Tool.invite, "import", "team.csv"], in: place, sandbox.environment, terminal: terminal)
            try await eventually("the question") { terminal.screen.contains("[y/N]") }
            terminal.type("\u{3}")
            let run = try await terminal.finish(tool)
            #expect(run.code == 130)
            #expect(terminal.screen.contains("Nothing was sent. The question was interrupted. Everything that was"))
            #expect(try place.names() == ["team.csv"])
            #expect(try await sandbox.posts() == 0)
            let again = try await Tool.invite(
                ["import", "team.csv", "--yes", "--rate", "unlimited"], in: place, sandbox.environment)
            #expect(again.code == 0, "\(again.errors)")
        }
    }

    @Test("Ctrl-D at the question sends nothing, and what is said about it begins a line")
    func endOfInput() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.take("team.csv")
            let terminal = try PseudoTerminal()
            let tool = try Tool.start(
                [Tool.invite, "import", "team.csv"], in: place, sandbox.environment, terminal: terminal)
            try await eventually("the question") { terminal.screen.contains("[y/N]") }
            terminal.type("\u{4}")
            #expect(try await terminal.finish(tool).code == 1)
            #expect(terminal.screen.contains("\nNothing was sent. Everything that was"), "\(terminal.screen)")
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("so many mails need their number: y says so, and nothing is left")
    func numberIsWanted() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(People.csv(501), to: "list.csv")
            for (answer, words) in [("y", "y is not enough; the answer is 501."), ("500", "The answer was not 501.")] {
                let terminal = try PseudoTerminal()
                let tool = try Tool.start(
                    [Tool.invite, "import", "list.csv"], in: place, sandbox.environment, terminal: terminal)
                try await eventually("the question") { terminal.screen.contains("Type 501 to go on: ") }
                terminal.type(answer + "\n")
                let run = try await terminal.finish(tool)
                #expect(run.code == 1)
                #expect(terminal.screen.contains(words), "\(terminal.screen)")
                #expect(try place.names() == ["list.csv"])
            }
            #expect(try await sandbox.posts() == 0)
        }
    }

    @Test("lines fit the terminal, and one that obeys no control sequences gets none", arguments: ["dumb", ""])
    func dumb(kind: String) async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(
                "email,roles\nann@northwind.example,viewer\nANN@northwind.example,admin\nbad,viewer\n", to: "list.csv")
            let terminal = try PseudoTerminal()
            let environment = sandbox.environment.merging(["TERM": kind]) { $1 }
            let tool = try Tool.start(
                [Tool.invite, "import", "list.csv", "--yes"], in: place, environment, terminal: terminal)
            #expect(try await terminal.finish(tool).code == 1)
            let lines = terminal.screen.replacing("\r\n", with: "\n").split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= 80 && !$0.contains("\u{1B}") && !$0.contains("\r") }, "\(lines)")
            #expect(terminal.words.contains("Line 2 names the same person; one invitation goes out with all of"))
            #expect(terminal.words.contains("1 mail will go out to people for acme at"))
        }
    }

    @Test("errors are in colour on a terminal that can, and nowhere else")
    func color() async throws {
        let place = try Workplace()
        try place.write("email,roles\nnobody,viewer\n", to: "list.csv")
        let red = "\u{1B}[1;31merror"
        let cases: [([String: String], [String], Bool)] = [
            (["TERM": "xterm"], [], true), (["TERM": "dumb"], [], false), ([:], [], false),
            (["TERM": "xterm", "NO_COLOR": "1"], [], false), (["TERM": "xterm", "NO_COLOR": ""], [], true),
            (["TERM": "xterm"], ["--color", "never"], false), (["NO_COLOR": "1"], ["--color", "always"], true),
        ]
        for (environment, options, isPainted) in cases {
            let terminal = try PseudoTerminal()
            let tool = try Tool.start(
                [Tool.invite, "check", "list.csv", "--quiet"] + options, in: place, environment, terminal: terminal)
            _ = try await terminal.finish(tool)
            #expect(terminal.screen.contains(red) == isPainted, "\(environment) \(options): \(terminal.screen)")
        }
        let piped = try await Tool.invite(["check", "list.csv"], in: place, ["TERM": "xterm"])
        #expect(piped.output.contains("list.csv:2: error email-syntax") && !piped.output.contains("\u{1B}"))
    }

    @Test("what a file says cannot steer the terminal")
    func escapesText() async throws {
        try await SandboxProcess.with { sandbox in
            let place = try Workplace()
            try place.write(
                "email,roles,na\u{1B}[31mme\nbad\u{1B}]0;title\u{7}@northwind.example,viewer,x\n", to: "list.csv")
            let terminal = try PseudoTerminal()
            let tool = try Tool.start(
                [Tool.invite, "import", "list.csv", "--yes"], in: place, sandbox.environment, terminal: terminal)
            let run = try await terminal.finish(tool)
            #expect(run.code == 1)
            #expect(!terminal.screen.contains("\u{1B}]") && !terminal.screen.contains("\u{1B}[31m"))
            #expect(terminal.screen.contains("\\u{1B}"))
        }
    }
}
