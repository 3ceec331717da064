import CurlMulti

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Keeps all quotas of a run, and remembers for which one sending waits.
struct QuotaGate: Sendable {
    /// A quota that is used up, and the time when it allows the next invitation.
    struct Wait: Hashable, Sendable {
        let quota: Quota
        let until: Instant
    }

    private var windows: [QuotaWindow]
    private let stopsAtQuota: Bool
    /// The quota that is used up now; `nil` for none.
    private(set) var wait: Wait?

    init(_ policy: SendingPolicy, earlier: [Date]) {
        windows = policy.quotas.map { QuotaWindow($0, earlier: earlier) }
        stopsAtQuota = policy.stopsAtQuota
    }

    /// When all quotas allow the next invitation: `now`, or the time to ask again.
    ///
    /// - Parameters:
    ///   - wall: The time of day.
    ///   - pending: How many invitations were allowed before and have not started yet.
    /// - Returns: That time, and the reason to stop if the policy says so.
    mutating func opens(at now: Instant, wall: Date, pending: Int) -> (Instant, StopReason?) {
        let opens = windows.indices.map { (windows[$0].quota, windows[$0].earliest(at: wall, pending: pending)) }
        guard let (quota, date) = opens.max(by: { $0.1 < $1.1 }), date > wall else {
            wait = nil
            return (now, nil)
        }
        let until = now + .seconds(date.timeIntervalSince(wall)) + .milliseconds(1)
        wait = Wait(quota: quota, until: until)
        // The minute in which it is open for sure.
        let words = "the quota of \(quota.words) is used up until \(LocalTime.words(date.addingTimeInterval(59)))"
        return (until, stopsAtQuota ? .gaveUp(words) : nil)
    }

    /// How long the quotas hold back so many more invitations.
    func time(for invitations: Int, at wall: Date) -> Duration {
        windows.map { $0.time(for: invitations, at: wall) }.max() ?? .zero
    }

    /// Notes that an invitation has started.
    mutating func started(at wall: Date) {
        for index in windows.indices { windows[index].record(at: wall) }
    }
}

// MARK: - Invariants

extension QuotaGate {
    /// Ends the program if the state is impossible.
    func checkInvariants() {
        precondition(
            wait.map { wait in windows.contains { $0.quota == wait.quota } } ?? true, "No such quota is waited for.")
        windows.forEach { $0.checkInvariants() }
    }
}
