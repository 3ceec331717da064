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

    /// Runs the command and returns its exit code.
    func run(variables: [String: String]) throws -> Int32 {
        var environment = CommandEnvironment(variables: variables)
        var configuration = try Options.parse(sandboxArguments).sandbox.configuration()
        if configuration.stateFile == nil,
            let directory = InviteCommand.runDirectory(of: commandArguments, in: environment)
        {
            let stem = directory.hasSuffix(".run") ? directory.dropLast(4) : directory[...]
            configuration.stateFile = stem + ".sandbox.jsonl"
        }
        let running = try Sandbox.start(configuration)
        defer { running.stop() }
        environment.sandbox = .init(url: running.url, token: running.token)
        // The organization of the real server means nothing here. --org still counts.
        environment.variables["K0RDENT_ORG"] = configuration.organizations.first?.id
        return InviteCommand.run(commandArguments, in: environment)
    }
}
