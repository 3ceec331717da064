import ArgumentParser
import InvitationImporter
import SystemPackage

/// The imports that a command is about.
struct RunsArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The folder of the import, such as team.run, or several of one organization, such as all shards.",
            valueName: "run"), completion: .directory)
    var runs: [String]

    /// The run directories of the imports.
    var directories: [RunDirectory] { runs.map { RunDirectory(FilePath($0)) } }
}

/// The run, and how to ask the server about it. All commands that follow up on an import share these.
struct FollowUpOptions: ParsableArguments {
    @OptionGroup var runs: RunsArgument

    @OptionGroup(title: "Connection") var connection: ConnectionOptions

    @OptionGroup var pace: PaceOption
    @OptionGroup var patience: PatienceOption
    @OptionGroup var progress: ProgressOption
    @OptionGroup var output: OutputOptions

    /// How progress is shown, if at all.
    var style: ProgressStyle { progress.style(besides: output, connection) }

    /// The policy for the sender.
    var policy: SendingPolicy {
        var policy = SendingPolicy()
        policy.pace = pace.rate.pace
        policy.retry.giveUpAfter = patience.giveUpAfter.duration
        return policy
    }

    /// Tells a person something, unless only problems are to be reported.
    func say(_ text: String) {
        if !output.quiet { Terminal.say(text) }
    }
}
