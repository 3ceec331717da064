import ArgumentParser
import InvitationImporter

/// How an import is sent.
struct SendingOptions: ParsableArguments {
    @OptionGroup var pace: PaceOption
    @OptionGroup var quotas: QuotaOption

    @Flag(help: "Stop when a quota is used up, instead of waiting.")
    var stopAtQuota = false

    @OptionGroup var effort: EffortOptions
    @OptionGroup var patience: PatienceOption

    @Option(
        name: .customLong("retry-5xx"),
        help: """
            Whether to try again after a server error, behind which the invitation may exist: settled looks it up first \
            where the list may be read, always does not, never does not try again.
            """)
    var retryServerErrors = RetryPolicy().serverErrors

    @Option(
        help: """
            How long after an attempt without an answer the server's list can tell that it made nothing; if not said, 10s, or \
            a minute as long as nothing proves how far the list is behind.
            """)
    var settleDelay: TimeSpan?

    @Flag(help: "Send rows of unknown outcome again where the server's list may not be read: perhaps a second mail.")
    var resendUnknown = false

    func validate() throws {
        if stopAtQuota, quotas.quota.isEmpty { throw ValidationError("--stop-at-quota needs a --quota.") }
    }

    /// The policy for the sender.
    var policy: SendingPolicy {
        var policy = SendingPolicy()
        policy.pace = pace.rate.pace
        policy.concurrency = effort.concurrency
        policy.quotas = quotas.quota
        policy.stopsAtQuota = stopAtQuota
        policy.retry.maxAttempts = effort.maxAttempts
        policy.retry.serverErrors = retryServerErrors
        policy.retry.giveUpAfter = patience.giveUpAfter.duration
        policy.retry.settleDelay = settleDelay?.duration
        policy.resendsUnknown = resendUnknown
        return policy
    }
}
