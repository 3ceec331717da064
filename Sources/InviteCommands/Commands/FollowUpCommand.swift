import ArgumentParser

/// A command about a run that was sent.
protocol FollowUpCommand: InviteSubcommand {
    var follow: FollowUpOptions { get }
}

extension FollowUpCommand {
    var color: ColorChoice { follow.output.color }
    var progressChoice: ProgressStyle? { follow.progress.progress }
}
