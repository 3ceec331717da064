/// How far an import is: a snapshot to be shown.
public struct Progress: Sendable {
    /// What an import waits for.
    public struct Waits: Sendable {
        /// How much longer everybody waits because the server asked for it; `nil` if nobody does.
        public var pause: Duration?
        /// The quota that is waited for, and how much longer; `nil` if none is.
        public var quota: (name: String, wait: Duration)?
        /// How long the quotas hold back the last of what is left, if they are all that does.
        public var quotaTime: Duration = .zero
        /// How much longer the pace holds back the next request; `nil` if it does not.
        public var pace: Duration?
        /// Whether nothing new is started any more.
        public var isStopping = false
        /// Whether it was a signal that stopped it; another one ends the wait for what is under way.
        public var isInterrupted = false
        /// Whether the server is in trouble, so that single requests try it.
        public var isProbing = false
        /// What the server last said or did, in words, while it or one of its lists is in trouble; `nil` for no
        /// trouble.
        public var trouble: String?
        /// How long until the next request tries what is in trouble; `nil` if it is under way, or not known.
        public var nextTry: Duration?
        /// How long until it is given up, if nothing succeeds before; `nil` while the server is not in trouble.
        public var patience: Duration?
        /// How long until the list is read that rows in doubt wait for; `nil` if it is being read, or not known.
        public var nextReading: Duration?

        /// The longest wait that has begun; zero for none.
        var longest: Duration { max(pause ?? .zero, quota?.wait ?? .zero) }
    }

    /// Invitations of the plan, or to be revoked.
    public var total: Int
    /// Invitations whose outcome stood before this run.
    public var before = 0
    /// Invitations that this run has brought to an outcome, by outcome.
    public var outcomes: [Outcome: Int] = [:]
    /// Invitations that this run was to revoke and that came to an end, by outcome.
    public var revocations: [RevocationOutcome: Int] = [:]
    /// Entries of the server's lists read so far, while nothing is done but looking at them; `nil` while sending.
    public var entries: Int?
    /// Requests sent by this run.
    public var requests = 0
    /// Requests among them that tried an invitation again.
    public var retried = 0
    /// Requests under way.
    public var underWay = 0
    /// Rows whose outcome is being looked up in the server's list.
    public var unsettled = 0
    /// Since the first request could go out.
    public var elapsed: Duration = .zero
    /// How long the server's lists were read before that.
    public var preflight: Duration = .zero
    /// How much of ``elapsed`` was spent waiting for quotas and long pauses, which says nothing about the pace.
    public var waited: Duration = .zero
    /// What it waits for.
    public var waits = Waits()

    /// The time for all requests.
    public var elapsedInAll: Duration { preflight + elapsed }

    /// Invitations that have an outcome.
    public var done: Int { before + endedNow }

    /// Invitations that this run has brought to an outcome.
    public var endedNow: Int { outcomes.values.reduce(0, +) + revocations.values.reduce(0, +) }

    /// Invitations brought to an outcome in a second; 0 before anything can be said.
    public var perSecond: Double {
        elapsed > .zero ? Double(endedNow) / (elapsed / .seconds(1)) : 0
    }

    /// Whether nothing is left but rows in doubt, which wait for the list.
    var isOnlyInDoubt: Bool { unsettled > 0 && total - done <= unsettled }

    /// The time left at the pace so far, with the waits that are known of; `nil` before anything can be said, and while
    /// nothing is left but rows in doubt: the list keeps another pace.
    public var left: Duration? {
        let sending = elapsed - waited
        guard sending > .zero, endedNow > 0, !isOnlyInDoubt else { return nil }
        let sendingLeft = sending / endedNow * (total - done)
        return max(waits.longest + sendingLeft, waits.quotaTime)
    }
}
