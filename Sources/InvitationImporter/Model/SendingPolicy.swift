/// How an import is sent.
public struct SendingPolicy: Hashable, Sendable {
    /// How the pace is set.
    public enum Pace: Hashable, Sendable {
        /// Found out from the server's answers.
        case auto
        /// Found out as well, but never above this.
        case atMost(Rate)
        /// Not paced at all; the server's pauses are kept.
        case unlimited
    }

    /// When what is in the journal is made to survive a power cut.
    public enum Sync: String, Hashable, Sendable, CaseIterable {
        /// Before each request leaves. A crash of the machine can hide nothing.
        case always
        /// Once a second. A kill can hide nothing, a power cut what was sent in the last second.
        case interval
    }

    /// The pace; default ``Pace/auto``.
    public var pace = Pace.auto
    /// How many invitations may go out in rolling windows, counted over all runs of a run directory; default none.
    public var quotas: [Quota] = []
    /// Whether the run stops when a quota is used up, instead of waiting; default false.
    public var stopsAtQuota = false
    /// Requests under way at once, 1 to 1,000; default 16.
    public var concurrency = 16
    /// Whether the server's list of invitations is read, where it may be; default true.
    public var readsLists = true
    /// Whether rows of unknown outcome are sent again where the list cannot be read, at the risk of a second mail; default
    /// false.
    public var resendsUnknown = false
    /// Default ``Sync/always``.
    public var sync = Sync.always
    /// How many rows may be refused, given up or unknown before the run stops; `nil`, the default, for any number.
    public var mostFailures: FailureLimit?
    /// When to try again.
    public var retry = RetryPolicy()

    /// The default policy.
    public init() {}

    /// How long so many invitations are likely to take: the pace, and the quotas that have to be waited out. A pace that
    /// is found out counts as the 10/s that it begins with, so that it is rather too long than too short.
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
    /// So many.
    case count(Int)
    /// Such a share, 0 to 1, of the rows that have ended, or of twenty as long as those are fewer.
    case share(Double)

    /// Whether it is exceeded.
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
