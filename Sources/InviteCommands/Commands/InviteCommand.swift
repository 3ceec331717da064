public import ArgumentParser
import CurlMulti
import InvitationImporter
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The command line of `k0rdent-invite`.
public struct InviteCommand: ParsableCommand {
    /// Its name, purpose and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "k0rdent-invite",
        abstract: "Invite everyone in a file to a k0rdent AI organization, once.",
        version: ToolVersion.current,
        subcommands: [
            ImportCommand.self, CheckCommand.self, ConvertCommand.self, ReportCommand.self, StatusCommand.self,
            RevokeCommand.self, TemplateCommand.self,
        ])

    /// Made by the parser.
    public init() {}
}

/// A subcommand. It gets its surroundings as a value.
protocol InviteSubcommand: ParsableCommand {
    /// Does the work and returns the exit code.
    func run(in environment: CommandEnvironment) throws -> Int32
}

extension InviteCommand {
    /// Runs a command line.
    ///
    /// - Parameters:
    ///   - arguments: The arguments, without the program's name.
    ///   - environment: The surroundings of the command.
    /// - Returns: The exit code. Everything has been printed.
    public static func run(_ arguments: [String], in environment: CommandEnvironment) -> Int32 {
        StandardDescriptors.fill()
        // A reader of the output that goes away must not kill the program half-way, nor must a limit on file sizes.
        // Both then are errors of a write.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // A parent that ignores it hands that down. Then the system would not tell how a token command ended.
        signal(SIGCHLD, SIG_DFL)
        do {
            var command = try parse(arguments)
            guard let subcommand = command as? any InviteSubcommand else {
                try command.run()
                return 0
            }
            return try subcommand.run(in: environment)
        } catch {
            return report(error, environment.secrets)
        }
    }

    private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
        let many = ManyFiles(arguments)
        let command = try parseAsRoot(many.arguments)
        guard var command = command as? any FileCommand else { return command }
        command.input.files = many.files(command.input.files)
        return command
    }

    /// The names of the subcommands.
    public static var names: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    /// The run directory that a command line works in, or would, without running it; `nil` if it has none.
    public static func runDirectory(of arguments: [String], in environment: CommandEnvironment) -> String? {
        switch try? parse(arguments) {
        case let command as ImportCommand: (try? command.directory(environment))?.path.string
        case let command as CheckCommand where command.online:
            RunDirectory(forInputs: command.input.files).path.string
        case let command as any FollowUpCommand: command.follow.run.directory.path.string
        default: nil
        }
    }

    /// The exit code for an error; `nil` for wrong usage.
    static func code(of error: any Error) -> Int32? {
        switch error {
        case let error as InputError: error.kind == .missing ? 66 : 65
        case let error as RunError: error.exitCode
        case is Token.Missing, is InvitationAPI.Invalid, is OrganizationProblem: 78
        case is TransportFailure: 75
        default: nil
        }
    }

    private static func report(_ error: any Error, _ secrets: KnownSecrets) -> Int32 {
        guard let code = code(of: error) else { return reportUsage(error, secrets) }
        Terminal.say(secrets.struck(URLSecrets.hidden(in: ErrorText.line(error))))
        return code
    }

    /// Reports wrong usage, and prints help that somebody asked for.
    private static func reportUsage(_ error: any Error, _ secrets: KnownSecrets) -> Int32 {
        let text = Printable.lines(secrets.struck(URLSecrets.hidden(in: fullMessage(for: error))))
        let code = exitCode(for: error).rawValue
        if code != 0 {
            Terminal.say(text)
            return code
        }
        do {
            try Terminal.printData(text)
            return 0
        } catch {
            return error.exitCode
        }
    }
}

extension RunError {
    /// The exit code for the error.
    var exitCode: Int32 {
        switch kind {
        case .cannotWrite, .locked, .notOurs: 73
        case .damaged: 65
        case .otherRun: 78
        case .otherShard: 64
        case .doesNotAddUp: 70
        }
    }
}
