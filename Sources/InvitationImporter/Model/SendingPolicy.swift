/// How an import is sent.
public struct SendingPolicy: Hashable, Sendable {
    /// How the pace is set.
    public enum Pace: Hashable, Sendable {
        /// Found from the server's replies.
        case auto
        /// Found as well, but never above this rate.
        case atMost(Rate)
        /// No pacing. The server's pauses still hold.
        case unlimited
    }

    /// When the journal is made to survive a power cut.
    public enum Sync: String, Hashable, Sendable, CaseIterable {
        /// Before each request leaves. A crash of the machine can hide nothing.
        case always
        /// Once a second. A kill can hide nothing; a power cut can hide what was sent in the last second.
        case interval
    }

    /// The pace; default ``Pace/auto``.
    public var pace = Pace.auto
    /// How many invitations may go out in rolling windows, counted over all starts of a run directory; default none.
    public var quotas: [Quota] = []
    /// Whether the run stops when a quota is used up, instead of waiting; default false.
    public var stopsAtQuota = false
    /// The most requests under way at once, 1 to 1,000; default 16.
    public var concurrency = 16
    /// Whether nothing is sent as long as the server's list of invitations is in trouble; default true. If not, the run
    /// goes on without the list after a few tries.
    public var needsLists = true
    /// Whether rows with an unknown outcome are sent again where the list cannot be read, at the risk of a second mail;
    /// default false.
    public var resendsUnknown = false
    /// When the journal is made to survive a power cut; default ``Sync/always``.
    public var sync = Sync.always
    /// How many rows may be refused, failed or unknown before the run stops; `nil`, the default, for any number.
    public var mostFailures: FailureLimit?
    /// When a row is tried again.
    public var retry = RetryPolicy()

    /// The default policy.
    public init() {}

    /// How long this many invitations will probably take, from the pace and the quotas. A pace that has to be found
    /// counts as the 10/s that it begins with. So the estimate is too long rather than too short.
    public func estimatedTime(for invitations: Int) -> Duration {
        let pace: Duration =
            switch pace {
            case .auto, .unlimited: .milliseconds(100)
            case .atMost(let rate): rate.spacing
            }
        return max(pace * invitations, quotaTime(for: invitations))
    }

    /// How long the quotas hold back so many invitations, if none is used up at the beginning.
    func quotaTime(for invitations: Int) -> Duration {
        quotas.map { $0.window * ((max(invitations, 1) - 1) / $0.count) }.max() ?? .zero
    }
}

/// How many rows may fail before a run stops, so that a mistake does not go through a whole file.
public enum FailureLimit: Hashable, Sendable {
    /// This many rows.
    case count(Int)
    /// This share, 0 to 1, of the rows that have ended, or of twenty while fewer have ended.
    case share(Double)

    /// Whether the limit is exceeded.
    func isExceeded(by failures: Int, of ended: Int) -> Bool {
        switch self {
        case .count(let most): failures > most
        case .share(let most): Double(failures) > most * Double(max(ended, 20))
        }
    }
}

extension FailureLimit {
    /// Reads `20` or `5%`; `nil` for anything else.
    public init?(_ text: String) {
        if text.hasSuffix("%") {
            guard let percent = Double(text.dropLast()), (0...100).contains(percent) else { return nil }
            self = .share(percent / 100)
        } else {
            guard let count = Int(text), count >= 0 else { return nil }
            self = .count(count)
        }
    }
}
