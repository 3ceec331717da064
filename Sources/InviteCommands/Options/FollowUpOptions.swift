import ArgumentParser
import InvitationImporter
import SystemPackage

/// The import that a command is about.
struct RunArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The folder of the import, such as team.run.", valueName: "run"), completion: .directory)
    var run: String

    /// The run directory of the import.
    var directory: RunDirectory { RunDirectory(FilePath(run)) }
}

/// The run, and how to ask the server about it. All commands that follow up on an import share these.
struct FollowUpOptions: ParsableArguments {
    @OptionGroup var run: RunArgument

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
