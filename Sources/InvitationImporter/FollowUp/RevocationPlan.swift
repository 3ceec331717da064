/// What a revocation would do about a run's invitations.
public struct RevocationPlan: Sendable {
    /// What is done about one invitation.
    public enum Step: Hashable, Sendable {
        /// It is revoked. `isRepeated`: an earlier attempt may have done that already.
        case revoke(id: String, isRepeated: Bool)
        /// An earlier attempt, whose outcome was unclear, has revoked it.
        case settle(id: String)
        /// Nothing is done, for this reason.
        case leave(RevocationOutcome, String?)
    }

    /// Whether invitations are revoked that only the server's list showed to be ours; default false.
    public var includesSettled: Bool
    /// Invitations to revoke, by organization.
    public private(set) var toRevoke: [String: Int] = [:]
    /// Invitations about which nothing is done, by what they end in.
    public private(set) var left: [RevocationOutcome: Int] = [:]
    /// Invitations that would be revoked with `--include-settled`.
    public private(set) var settled = 0

    /// Makes a plan about nothing.
    init(includesSettled: Bool) {
        self.includesSettled = includesSettled
    }

    /// Whether earlier attempts of unclear outcome turn out to have revoked something, which is to be written down.
    public private(set) var settles = false

    /// How many may still be there and are not revoked: of unknown outcome, or in a list that could not be read.
    public var unclear: Int { (left[.unknown] ?? 0) + (left[.notSent] ?? 0) }

    /// How many would be revoked.
    public var count: Int { toRevoke.values.reduce(0, +) }

    /// Takes an invitation in.
    mutating func add(_ invitation: SentInvitation, _ step: Step) {
        switch step {
        case .revoke: toRevoke[invitation.key.organization, default: 0] += 1
        case .settle:
            settles = true
            left[.revoked, default: 0] += 1
        case .leave(let outcome, let reason):
            left[outcome, default: 0] += 1
            if reason == Self.settledWords { settled += 1 }
        }
    }

    private static let settledWords =
        "known to be ours by the server's list alone, not by its answer; --include-settled revokes it"

    /// What is done about an invitation.
    ///
    /// - Parameters:
    ///   - invitation: As the journal tells of it.
    ///   - standing: What the server's list shows.
    ///   - earlier: What was done before to revoke it.
    func step(
        for invitation: SentInvitation, _ standing: InvitationStatus, _ earlier: JournalState.Revocation?
    ) -> Step {
        if standing == .unknown {
            return .leave(
                .unknown, "an attempt whose outcome nobody knows; import the file again to find out, then revoke again")
        }
        // A server may say that it is not there and show it all the same.
        let isBack = earlier?.outcome == .gone && standing == .pending
        if let outcome = earlier?.outcome, outcome.standsForGood, !isBack { return .leave(outcome, nil) }
        guard let id = invitation.id else {
            return .leave(.failed, "the server's answer was cut before its id; it can be revoked by hand")
        }
        switch standing {
        case .pending where invitation.isByOwnAnswer || includesSettled:
            return .revoke(id: id, isRepeated: earlier?.isUnclear ?? false)
        case .pending: return .leave(.skipped, Self.settledWords)
        case .accepted: return .leave(.accepted, nil)
        case .expired: return .leave(.expired, nil)
        case .other: return .leave(.skipped, "its status in the server's list is none that this program knows")
        case .gone where earlier?.isUnclear ?? false: return .settle(id: id)
        case .gone: return .leave(.gone, "not in the server's list")
        case .unknown, .notSeen:
            return .leave(.notSent, "the server's list could not be read, so nobody knows if it is pending")
        }
    }

    /// How an invitation stands at the end: what the journal says, else why nothing was done about it.
    func result(
        for invitation: SentInvitation, _ standing: InvitationStatus, _ earlier: JournalState.Revocation?
    ) -> (RevocationOutcome, reason: String?) {
        switch step(for: invitation, standing, earlier) {
        case .leave(let outcome, let reason): return (outcome, reason)
        case .settle: return (.unknown, nil)
        case .revoke:
            if earlier?.outcome == .gone {
                return (.failed, "the server says that it is not there, and its list has it as pending")
            }
            let isUnclear = earlier?.isUnclear ?? false
            return (earlier?.outcome ?? (isUnclear ? .unknown : .notSent), nil)
        }
    }
}
