import ArgumentParser
import InvitationImporter
import SystemPackage

/// Which import it is about.
struct RunArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The folder of the import, such as team.run.", valueName: "run"))
    var run: String

    /// Where everything about the import is kept.
    var directory: RunDirectory { RunDirectory(FilePath(run)) }
}

/// The run, and how the server is asked about it; the same for every command that follows up on an import.
struct FollowUpOptions: ParsableArguments {
    @OptionGroup var run: RunArgument

    @OptionGroup(title: "Connection") var connection: ConnectionOptions

    @OptionGroup var pace: PaceOption
    @OptionGroup var patience: PatienceOption
    @OptionGroup var progress: ProgressOption
    @OptionGroup var output: OutputOptions

    /// How progress is shown, if at all.
    var style: ProgressStyle { progress.style(besides: output) }

    /// The policy for the sender.
    var policy: SendingPolicy {
        var policy = SendingPolicy()
        policy.pace = pace.rate.pace
        policy.retry.giveUpAfter = patience.giveUpAfter.duration
        return policy
    }

    /// Says something to a person, unless only what went wrong is to be said.
    func say(_ text: String) {
        if !output.quiet { Terminal.say(text) }
    }
}
