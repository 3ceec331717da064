import ArgumentParser
import InvitationSandbox
import InviteCommands

/// A real command that runs against its own sandbox.
struct Rehearsal {
    /// The sandbox's options, parsed separately.
    private struct Options: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "k0rdent-sandbox")
        @OptionGroup var sandbox: SandboxOptions
    }

    private let sandboxArguments: [String]
    private let commandArguments: [String]

    /// Splits a command line at the first real command; `nil` if there is none.
    init?(_ arguments: [String]) {
        guard arguments.first != "serve", let command = arguments.firstIndex(where: InviteCommand.names.contains)
        else { return nil }
        sandboxArguments = Array(arguments[..<command])
        commandArguments = Array(arguments[command...])
    }

    /// Where the sandbox of a run directory keeps its people. All shards of an import share it.
    private static func stateFile(of directory: String) -> String {
        var name = directory[...]
        while name.count > 1, name.hasSuffix("/") { name.removeLast() }
        let stem = name.hasSuffix(".run") ? name.dropLast(4) : name
        return stem.replacing(/\.[0-9]+-of-[0-9]+$/, with: "") + ".sandbox.jsonl"
    }

    /// Runs the command and returns its exit code.
    func run(variables: [String: String]) throws -> Int32 {
        var environment = CommandEnvironment(variables: variables)
        var configuration = try Options.parse(sandboxArguments).sandbox.configuration()
        if configuration.stateFile == nil {
            let files = InviteCommand.runDirectories(of: commandArguments, in: environment).map(Self.stateFile)
            configuration.stateFile = files.first
            if let other = files.first(where: { $0 != files[0] }) {
                // In one of them, the people of the other would seem to be gone.
                throw ValidationError(
                    "These imports have sandboxes of their own, \(files[0]) and \(other). Name one with --state before the "
                        + "command, or use k0rdent-sandbox serve for all of them.")
            }
        }
        let running = try Sandbox.start(configuration)
        defer { running.stop() }
        environment.sandbox = .init(url: running.url, token: running.token)
        // The organization of the real server means nothing here. --org still counts.
        environment.variables["K0RDENT_ORG"] = configuration.organizations.first?.id
        return InviteCommand.run(commandArguments, in: environment)
    }
}
