import ArgumentParser
import InvitationImporter

/// How an import is sent.
struct SendingOptions: ParsableArguments {
    @Option(help: "The pace: auto, a hard limit such as 50/s or 30/min, or unlimited.")
    var rate = PaceArgument(.auto)

    @Option(
        help: ArgumentHelp(
            "How many invitations may go out in any hour or day, such as 250/h or 500/d; may be given several times.",
            valueName: "n/window"))
    var quota: [Quota] = []

    @Flag(help: "Stop when a quota is used up, instead of waiting.")
    var stopAtQuota = false

    @Option(help: "Requests under way at once, 1 to 1000.")
    var concurrency = 16

    @Option(help: "Tries for one person when the server has trouble, 1 to 100.")
    var maxAttempts = 5

    @Option(help: "How long to go on without any success before stopping.")
    var giveUpAfter = TimeSpan(.seconds(15 * 60))

    @Option(
        name: .customLong("retry-5xx"),
        help: """
            Whether to try again after a server error, behind which the invitation may exist: settled looks it up first \
            where the list may be read, always does not, never does not try again.
            """)
    var retryServerErrors = RetryPolicy.ServerErrors.settled

    @Option(
        help: """
            How long after an attempt without an answer the server's list can tell that it made nothing; if not said, 10s, or \
            a minute as long as nothing proves how far the list is behind.
            """)
    var settleDelay: TimeSpan?

    @Flag(help: "Send rows of unknown outcome again where the server's list may not be read: perhaps a second mail.")
    var resendUnknown = false

    func validate() throws {
        if stopAtQuota, quota.isEmpty { throw ValidationError("--stop-at-quota needs a --quota.") }
        guard (1...1000).contains(concurrency) else { throw ValidationError("--concurrency is from 1 to 1000.") }
        guard (1...100).contains(maxAttempts) else { throw ValidationError("--max-attempts is from 1 to 100.") }
    }

    /// The policy for the sender.
    var policy: SendingPolicy {
        var policy = SendingPolicy()
        policy.pace = rate.pace
        policy.concurrency = concurrency
        policy.quotas = quota
        policy.stopsAtQuota = stopAtQuota
        policy.retry.maxAttempts = maxAttempts
        policy.retry.serverErrors = retryServerErrors
        policy.retry.giveUpAfter = giveUpAfter.duration
        policy.retry.settleDelay = settleDelay?.duration
        policy.resendsUnknown = resendUnknown
        return policy
    }
}
