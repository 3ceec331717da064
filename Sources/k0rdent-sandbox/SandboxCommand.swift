import ArgumentParser
import InviteCommands

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
}
