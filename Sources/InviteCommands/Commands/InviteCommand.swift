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
        discussion: HelpText.discussion(
            "",
            examples: [
                ("k0rdent-invite template > team.csv", "a file to start from"),
                ("k0rdent-invite check team.csv", "what is wrong with it"),
                ("k0rdent-invite import team.csv", "shows the plan, asks, sends"),
                ("k0rdent-invite status team.run", "what became of it"),
            ]),
        version: VersionText.text(of: "k0rdent-invite"),
        subcommands: [
            ImportCommand.self, CheckCommand.self, ConvertCommand.self, ReportCommand.self, StatusCommand.self,
            RevokeCommand.self, DoctorCommand.self, TemplateCommand.self,
        ])

    /// Made by the parser.
    public init() {}

    /// Refuses a call without a command: a script whose variable for it is empty must not take that for done.
    public func run() throws {
        throw ValidationError("There is no command; give one of \(Self.names.joined(separator: ", ")).")
    }
}

/// A subcommand. It gets its surroundings as a value.
protocol InviteSubcommand: ParsableCommand {
    /// When words are painted.
    var color: ColorChoice { get }
    /// How progress is shown, as the person says; `nil` if there is none.
    var progressChoice: ProgressStyle? { get }
    /// Does the work and returns the exit code.
    func run(in environment: CommandEnvironment) throws -> Int32
}

extension InviteSubcommand {
    var color: ColorChoice { .auto }
    var progressChoice: ProgressStyle? { nil }
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
            var command = try parse(arguments, environment)
            guard let subcommand = command as? any InviteSubcommand else {
                try command.run()
                return 0
            }
            Paint.choose(subcommand.color, environment.variables)
            Terminal.isForPrograms = subcommand.progressChoice == .json
            let code = run(subcommand, in: environment)
            if Terminal.isForPrograms { Terminal.event("end", [.init("exitCode", .integer(Int(code)))]) }
            return code
        } catch {
            return report(error, environment.secrets) { help(arguments, $0) }
        }
    }

    private static func run(_ command: any InviteSubcommand, in environment: CommandEnvironment) -> Int32 {
        do {
            return try command.run(in: environment)
        } catch let error as ValidationError {
            return report(error, of: command, environment.secrets)
        } catch {
            return report(error, environment.secrets)
        }
    }

    /// The help that a command line asks for: for `-h` what most people need, for `--help` also all variables and exit
    /// codes.
    ///
    /// - Parameter all: The parser's help.
    private static func help(_ arguments: [String], _ all: String) -> String {
        let name = arguments.first { $0 != "help" }
        guard arguments.contains("--help") || arguments.first == "help" else { return HelpText.short(name ?? "", all) }
        if name == TemplateCommand.configuration.commandName { return all }
        return all + (all.hasSuffix("\n") ? "\n" : "\n\n") + HelpText.surroundings()
    }

    private static func parse(
        _ given: [String], _ environment: CommandEnvironment
    ) throws -> any ParsableCommand {
        if let mistyped = Mistyped(help: given, among: names) { throw mistyped }
        let config = try ConfigArguments(given, environment, CommandWords.options)
        let many = ManyFiles(config.arguments)
        let command: any ParsableCommand
        do {
            command = try parseDirectly(many.arguments) ?? parseAsRoot(many.arguments)
        } catch let error where exitCode(for: error) == .validationFailure {
            let mistyped = Mistyped(many.arguments, CommandWords.options)
            // Without the file it is no mistake.
            if let problem = config.problem(mistyped?.description ?? message(for: error)),
                (try? parseAsRoot(ManyFiles(given).arguments)) != nil
            {
                throw problem
            }
            throw mistyped ?? error
        }
        guard var files = command as? any FileCommand else { return command }
        files.input.files = many.files(files.input.files)
        return files
    }

    /// Parses the arguments of a subcommand by itself, which takes half the time; `nil` if it does not take them. Then
    /// the whole program says why, or helps.
    private static func parseDirectly(_ arguments: [String]) -> (any ParsableCommand)? {
        let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
        let command = try? named?.parseAsRoot(Array(arguments.dropFirst()))
        // The help of a command that was parsed by itself would not name the program.
        return command is any InviteSubcommand ? command : nil
    }

    /// The names of the subcommands.
    public static var names: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    /// Reports a word that is no command, with the nearest one.
    ///
    /// - Parameter others: The commands of the program besides these.
    /// - Returns: The exit code.
    public static func reportUnknown(_ command: String, besides others: [String]) -> Int32 {
        report(Mistyped(command: command, among: names + others), KnownSecrets())
    }

    /// The run directories that a command line works in, or would, without running it.
    public static func runDirectories(of arguments: [String], in environment: CommandEnvironment) -> [String] {
        switch try? parse(arguments, environment) {
        case let command as ImportCommand where command.reinvite != nil: command.input.files
        case let command as ImportCommand:
            [(try? command.directory(environment))?.path.string].compactMap(\.self)
        case let command as CheckCommand where command.online:
            [RunDirectory(forInputs: command.input.files).path.string]
        case let command as any FollowUpCommand: command.follow.runs.runs
        default: []
        }
    }

    /// The exit code for an error; `nil` for wrong usage.
    static func code(of error: any Error) -> Int32? {
        switch error {
        case let error as InputError: error.kind == .missing ? 66 : 65
        case let error as RunError: error.exitCode
        case is Token.Missing, is InvitationAPI.Invalid, is OrganizationProblem, is ConfigFile.Problem: 78
        case is TransportFailure: 75
        case is Mistyped: ExitCode.validationFailure.rawValue
        default: nil
        }
    }

    private static func report(
        _ error: any Error, _ secrets: KnownSecrets, help: (String) -> String = { $0 }
    ) -> Int32 {
        guard let code = code(of: error) else { return reportUsage(error, secrets, help: help) }
        Terminal.say(secrets.struck(URLSecrets.hidden(in: ErrorText.line(error))))
        return code
    }

    /// Reports wrong usage that a command itself found. The parser would show the usage of the whole program.
    private static func report(
        _ error: ValidationError, of command: any InviteSubcommand, _ secrets: KnownSecrets
    ) -> Int32 {
        let name = type(of: command).configuration.commandName ?? ""
        Terminal.say(Printable.lines(secrets.struck(URLSecrets.hidden(in: "error: \(error.message)"))))
        Terminal.say("  See 'k0rdent-invite \(name) --help' for more information.")
        return ExitCode.validationFailure.rawValue
    }

    /// Reports wrong usage, and prints help that somebody asked for.
    ///
    /// - Parameter help: What is made of the parser's help.
    private static func reportUsage(
        _ error: any Error, _ secrets: KnownSecrets, help: (String) -> String
    ) -> Int32 {
        let text = Printable.lines(secrets.struck(URLSecrets.hidden(in: fullMessage(for: error))))
        let code = exitCode(for: error).rawValue
        if code != 0 {
            // All errors of this program begin alike. Where everything was said, there is no text.
            if !text.isEmpty { Terminal.say(text.hasPrefix("Error: ") ? "e" + text.dropFirst() : text) }
            return code
        }
        do {
            try Terminal.printData(help(text))
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
