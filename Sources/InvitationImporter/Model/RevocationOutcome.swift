/// What a revocation made of one invitation. Every invitation of a run ends in exactly one of these.
///
/// The raw values stand in journals and reports, and scripts may rely on them.
public enum RevocationOutcome: String, Hashable, Sendable, CaseIterable {
    /// Revoked by us.
    case revoked
    /// It was not there any more.
    case gone
    /// The person has accepted it, so it stays.
    case accepted
    /// Its time was up, so there is nothing to undo.
    case expired
    /// Left alone on purpose.
    case skipped
    /// The server said no.
    case refused
    /// Given up after retries; it was certainly not revoked.
    case failed
    /// Given up after retries; it may have been revoked.
    case unknown
    /// The run stopped before it, or could not look whether it is still pending.
    case notSent = "not-sent"

    /// Whether nothing is left to do about the invitation.
    public var standsForGood: Bool {
        switch self {
        case .revoked, .gone, .accepted: true
        case .expired, .skipped, .refused, .failed, .unknown, .notSent: false
        }
    }

    /// What an attempt that ended its row came to.
    init(_ result: AttemptResult, else outcome: Outcome) {
        switch (result, outcome) {
        case (.revoked, _): self = .revoked
        case (.gone, _): self = .gone
        case (.accepted, _): self = .accepted
        case (_, .refused): self = .refused
        case (_, .unknown): self = .unknown
        default: self = .failed
        }
    }
}
