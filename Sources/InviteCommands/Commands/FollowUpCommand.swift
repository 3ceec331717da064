import ArgumentParser
import CurlMulti
import InvitationImporter
import SystemPackage

/// A command about a run that was sent.
protocol FollowUpCommand: InviteSubcommand {
    var follow: FollowUpOptions { get }
}

/// The run, and how the server is asked about it; the same for every command that follows up on an import.
struct FollowUpOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The folder of the import, such as team.run.", valueName: "run"))
    var run: String

    @OptionGroup(title: "Connection") var connection: ConnectionOptions

    @Option(help: "The pace: auto, a hard limit such as 50/s or 30/min, or unlimited.")
    var rate = PaceArgument(.auto)

    @Option(help: "How long to go on without any success before stopping.")
    var giveUpAfter = TimeSpan(.seconds(15 * 60))

    @Option(help: "How progress is shown: auto, bar, log or none.")
    var progress = ProgressStyle.auto

    @Flag(name: .shortAndLong, help: "Say only what went wrong.")
    var quiet = false

    /// Where everything about the import is kept.
    var directory: RunDirectory { RunDirectory(FilePath(run)) }

    /// How progress is shown, if at all.
    var style: ProgressStyle { quiet ? .none : progress }

    /// The policy for the sender.
    var policy: SendingPolicy {
        var policy = SendingPolicy()
        policy.pace = rate.pace
        policy.retry.giveUpAfter = giveUpAfter.duration
        return policy
    }

    /// Says something to a person, unless only what went wrong is to be said.
    func say(_ text: String) {
        if !quiet { Terminal.say(text) }
    }
}
