import ArgumentParser
import CurlMulti
import InvitationImporter
import SystemPackage

/// Invites everyone in the files.
struct ImportCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Invite everyone in the files, once.",
        discussion: """
            Reads and checks everything first, shows what would be sent and asks. Everything about the import is kept \
            in a folder beside the file (team.csv: team.run); the same command again does only what is left.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup(title: "Connection") var connection: ConnectionOptions
    @OptionGroup(title: "Looking first") var look: PreflightOptions
    @OptionGroup(title: "Brakes") var brakes: BrakeArguments
    @OptionGroup(title: "Sending") var sending: SendingOptions

    @Option(help: ArgumentHelp("Where everything about this import is kept.", valueName: "folder"))
    var runDir: String?

    @Option(
        help: """
            When the journal is made to survive a power cut: always, before each request leaves, or interval, once a \
            second. A kill can hide nothing either way.
            """)
    var sync = SendingPolicy.Sync.always

    @Flag(name: .shortAndLong, help: "Do not ask; needed where there is no terminal.")
    var yes = false

    @Flag(help: "Show what would be sent, and stop.")
    var dryRun = false

    @Flag(help: "With --dry-run: print the requests that would be sent, a JSON object a line, on standard output.")
    var showRequests = false

    @Option(
        help: ArgumentHelp(
            "Invite those anew whose invitation by an earlier import has expired, and only them; the argument is then the folder of that import.",
            valueName: "expired"))
    var again: AgainArgument?

    @Option(help: "How progress is shown: auto, bar, log or none.")
    var progress = ProgressStyle.auto

    @Flag(help: "Print the summary as JSON on standard output.")
    var json = false

    @Flag(name: .shortAndLong, help: "Say only what went wrong.")
    var quiet = false

    func validate() throws {
        if json, showRequests {
            throw ValidationError("Give --json or --show-requests, not both; --json has the requests too.")
        }
        if showRequests, !dryRun { throw ValidationError("--show-requests is for --dry-run; nothing was sent.") }
        if again != nil, input.files.count != 1 || input.files == ["-"] || runDir != nil {
            throw ValidationError("--again takes one argument, the folder of an import such as team.run.")
        }
        let ignored =
            input.given + look.givenAboutRows + brakes.givenAboutRows + (showRequests ? ["--show-requests"] : [])
        if again != nil, let option = ignored.first {
            throw ValidationError(
                "--again sends what that import planned, to whom it planned it; \(option) has no part in it.")
        }
    }

    /// Where everything about this import is kept.
    var directory: RunDirectory {
        if again != nil { return RunDirectory(FilePath(input.files[0])) }
        return runDir.map { RunDirectory(FilePath($0)) } ?? RunDirectory(forInputs: input.files)
    }

    /// How progress is shown, if at all.
    var style: ProgressStyle { quiet ? .none : progress }

    /// How it is sent.
    var policy: SendingPolicy {
        var policy = sending.policy
        policy.sync = sync
        policy.mostFailures = brakes.maxFailures
        return policy
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        if dryRun, again == nil { return try DryRun(self, environment).run() }
        guard yes || dryRun || Terminal.isInteractive else {
            throw ValidationError("There is no terminal to ask on; give --yes to send without a question.")
        }
        if again != nil { return try ImportReinvite(self, environment).run() }
        let server = try connection.server(environment)
        let tokens = try connection.tokens(environment)
        let options = try input.options(environment)
        let sources = try input.open()
        let run = try ImportRun(
            directory, organization: input.organization(environment), origin: server.origin, locks: environment.locks)
        defer { run.close() }
        return try ImportSession(self, run, server, tokens).execute(sources, options)
    }
}
