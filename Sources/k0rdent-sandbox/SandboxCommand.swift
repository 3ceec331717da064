import ArgumentParser
import InvitationSandbox
import InviteCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The command line of `k0rdent-sandbox`: `serve`, or the real commands, each against its own sandbox.
struct SandboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "k0rdent-sandbox",
        abstract: "An imitation of the k0rdent AI API on this machine. Nobody is ever mailed.",
        usage: """
            k0rdent-sandbox serve [<options>]
            k0rdent-sandbox [<options>] <k0rdent-invite command>
            """,
        discussion: """
            `k0rdent-sandbox import team.csv` starts a sandbox, runs `k0rdent-invite import team.csv` against it and \
            keeps the sandbox's people in team.sandbox.jsonl beside the run directory, so that the next import meets \
            them. The options of `serve` are given before the command: `k0rdent-sandbox --rate-limit 50 import …`.
            """,
        version: VersionText.text(of: "k0rdent-sandbox"),
        subcommands: [ServeCommand.self])

    /// Refuses a call without a command: a script whose variable for it is empty must not take that for done.
    func run() throws {
        let names = InviteCommand.names.joined(separator: ", ")
        throw ValidationError("There is no command; give serve, or one of \(names).")
    }

    /// Runs a command line, and returns the exit code. Everything has been printed.
    static func run(_ arguments: [String], variables: [String: String]) -> Int32 {
        do {
            if let rehearsal = Rehearsal(arguments) { return try rehearsal.run(variables: variables) }
            var command = try parseAsRoot(arguments)
            try command.run()
            return 0
        } catch let error as SandboxError {
            say("error: \(error)")
            return error.exitCode
        } catch {
            let (code, text) = (exitCode(for: error).rawValue, fullMessage(for: error))
            // All errors begin alike.
            if code == 0 { print(text) } else { say(text.hasPrefix("Error: ") ? "e" + text.dropFirst() : text) }
            return code
        }
    }

    private static func say(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}

extension SandboxError {
    /// The exit code for the error, as `k0rdent-invite` would end.
    fileprivate var exitCode: Int32 {
        switch self {
        case .stateFile: 73
        case .damagedStateFile: 65
        case .cannotListen: 69
        case .notListening: 70
        }
    }
}
