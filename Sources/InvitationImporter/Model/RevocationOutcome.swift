/// What a revocation did with one invitation. Every invitation of a run ends in exactly one of these outcomes.
///
/// The raw values are written in journals and reports. Scripts may rely on them.
public enum RevocationOutcome: String, Hashable, Sendable, CaseIterable {
    /// This program revoked it.
    case revoked
    /// It was not there any more.
    case gone
    /// The person has accepted it, so it stays.
    case accepted
    /// Its time was up, so there is nothing to revoke.
    case expired
    /// Left alone on purpose.
    case skipped
    /// The server said no.
    case refused
    /// Given up after retries; it was certainly not revoked.
    case failed
    /// Given up after retries; it may have been revoked.
    case unknown
    /// The run stopped before it, or could not check whether it is still pending.
    case notSent = "not-sent"

    /// Whether nothing is left to do about the invitation.
    public var standsForGood: Bool {
        switch self {
        case .revoked, .gone, .accepted: true
        case .expired, .skipped, .refused, .failed, .unknown, .notSent: false
        }
    }

    /// Makes the outcome from the attempt that ended the row.
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
