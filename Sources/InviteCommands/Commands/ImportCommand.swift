import ArgumentParser
import CurlMulti
import InvitationImporter
import SystemPackage

/// Invites everyone in the files.
struct ImportCommand: InviteSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Invite everyone in the files, once.",
        discussion: HelpText.discussion(
            """
            Reads and checks everything first, shows what would be sent and asks. Everything about the import is kept \
            in a folder beside the file (team.csv: team.run); the same command again does only what is left.
            """,
            examples: [
                ("k0rdent-invite import team.csv", "shows the plan and asks"),
                ("k0rdent-invite import team.csv --dry-run", "shows it and stops"),
                ("k0rdent-invite import team.csv --yes --quiet", "for scripts"),
                ("k0rdent-invite import slack.csv --role viewer", "of another system"),
                ("k0rdent-invite import team.run/fix.csv", "rows corrected"),
                ("k0rdent-invite import team.csv --only pilot.txt", "some of them now"),
            ]))

    @OptionGroup var input: InputOptions
    @OptionGroup(title: "Connection") var connection: ConnectionOptions
    @OptionGroup(title: "Looking first") var preflightOptions: PreflightOptions
    @OptionGroup(title: "Brakes") var brakes: BrakeOptions
    @OptionGroup(title: "Choosing people") var choice: ChoiceOptions
    @OptionGroup(title: "Sending") var sending: SendingOptions
    @OptionGroup var split: ShardOption

    @Option(
        help: ArgumentHelp("Where everything about this import is kept.", valueName: "folder"), completion: .directory)
    var runDir: String?

    @Option(
        help: """
            When the journal is made to survive a power cut: always, before each request leaves, or interval, once a \
            second. A kill can hide nothing either way.
            """)
    var sync = SendingPolicy().sync

    @OptionGroup var confirmation: ConfirmationOption

    @Flag(help: "Show what would be sent, and stop.")
    var dryRun = false

    @OptionGroup var requests: RequestsOption

    @Option(
        name: .customLong("again"),
        help: ArgumentHelp(
            "Invite those again whose invitation by an earlier import has expired, or was revoked by this program, and only them; the arguments are then the folders of imports.",
            valueName: "expired|revoked"))
    var reinvite: ReinvitePlan.Reason?

    @OptionGroup var progress: ProgressOption
    @OptionGroup var output: OutputOptions

    var color: ColorChoice { output.color }
    var progressChoice: ProgressStyle? { progress.progress }

    func validate() throws {
        try requests.check(besides: output)
        if requests.showRequests, !dryRun {
            throw ValidationError("--show-requests is for --dry-run; nothing was sent.")
        }
        if reinvite != nil, input.files.contains("-") || runDir != nil {
            throw ValidationError("--again takes the folder of an import such as team.run, or several of them.")
        }
        let ignored =
            input.given + (split.shard == nil ? [] : ["--shard"]) + preflightOptions.givenAboutRows
            + brakes.givenAboutRows
            + (requests.showRequests ? ["--show-requests"] : [])
        if reinvite != nil, let option = ignored.first {
            throw ValidationError(
                "--again sends what that import planned, to whom it planned it; \(option) has no part in it.")
        }
    }

    /// The run directory of this import, or of the first that it reinvites people of.
    func directory(_ environment: CommandEnvironment) throws -> RunDirectory {
        if reinvite != nil { return RunDirectory(FilePath(input.files[0])) }
        if let runDir { return RunDirectory(FilePath(runDir)) }
        return RunDirectory(forInputs: input.files, shard: try split.named(environment))
    }

    /// The options for the checker and the planner.
    func options(_ environment: CommandEnvironment) throws -> ImportOptions {
        var options = try input.options(environment)
        options.shard = try split.named(environment)
        options.chosen = try choice.people()
        return options
    }

    /// How progress is shown, if at all.
    var style: ProgressStyle { progress.style(besides: output, connection) }

    /// The policy for the sender of a part of the import.
    func policy(of shard: Shard) throws -> SendingPolicy {
        try ShardOption.saying { () throws(Shard.Problem) in try policy.part(of: shard) }
    }

    /// The policy for the whole import.
    var policy: SendingPolicy {
        var policy = sending.policy
        policy.sync = sync
        policy.mostFailures = brakes.maxFailures
        return policy
    }

    func run(in environment: CommandEnvironment) throws -> Int32 {
        if dryRun, reinvite == nil { return try DryRun(self, environment).run() }
        guard confirmation.yes || dryRun || Terminal.isInteractive else {
            throw ValidationError("There is no terminal to ask on; give --yes to send without a question.")
        }
        if reinvite != nil {
            try ShardOption.checkWhole("--again", environment)
            return try ImportReinvite(self, environment).run()
        }
        return try Importing(self, session(environment)).run()
    }

    private func session(_ environment: CommandEnvironment) throws -> ImportSession {
        let options = try options(environment)
        // What cannot be divided is wrong usage, and found before anything is opened.
        _ = try policy(of: options.shard)
        var session = try ImportSession(
            input.files, to: connection.server(environment), connection.tokens(environment))
        session.options = options
        session.policy = policy
        session.preflight = preflightOptions.policy
        session.brakes = brakes.brakes
        session.directory = try directory(environment)
        session.environment = environment.variables
        session.warn = CommandEnvironment.warn
        return session
    }
}
