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

/// A subcommand, which gets what is around it as a value.
protocol InviteSubcommand: ParsableCommand {
    /// Does the work and answers with the exit code.
    func run(in environment: CommandEnvironment) throws -> Int32
}

extension InviteCommand {
    /// Runs a command line.
    ///
    /// - Parameters:
    ///   - arguments: Without the program's name.
    ///   - environment: What is around it.
    /// - Returns: The exit code; everything has been printed.
    public static func run(_ arguments: [String], in environment: CommandEnvironment) -> Int32 {
        StandardDescriptors.fill()
        // A reader of our output that goes away is no reason to die in the middle, nor is a limit on the size of files:
        // both are then errors of a write.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot(arguments)
            guard let subcommand = command as? any InviteSubcommand else {
                try command.run()
                return 0
            }
            return try subcommand.run(in: environment)
        } catch {
            return report(error, environment.secrets)
        }
    }

    /// The names of the subcommands.
    public static var names: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    /// The run directory that a command line works in, or would, without running it; `nil` if it has none.
    public static func runDirectory(of arguments: [String]) -> String? {
        switch try? parseAsRoot(arguments) {
        case let command as ImportCommand: command.directory.path.string
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

    /// Wrong usage, and the help that somebody asked for.
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
    /// The exit code that goes with the error.
    var exitCode: Int32 {
        switch kind {
        case .cannotWrite, .locked, .notOurs: 73
        case .damaged: 65
        case .otherRun: 78
        case .doesNotAddUp: 70
        }
    }
}
