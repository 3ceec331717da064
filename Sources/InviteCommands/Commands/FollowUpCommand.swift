import ArgumentParser

/// A command about a run that was sent.
protocol FollowUpCommand: InviteSubcommand {
    var follow: FollowUpOptions { get }
}
