/// What a revocation would do with a run's invitations.
public struct RevocationPlan: Sendable {
    /// What is done about one invitation.
    public enum Step: Hashable, Sendable {
        /// It is revoked. `isRepeated` says that an earlier attempt may have revoked it already.
        case revoke(id: String, isRepeated: Bool)
        /// An earlier attempt with an unclear outcome has revoked it.
        case settle(id: String)
        /// Nothing is done, for this reason.
        case leave(RevocationOutcome, String?)
    }

    /// Whether to revoke invitations that only the server's list showed to be ours; default false.
    public var includesSettled: Bool
    /// The number of invitations to revoke, by organization.
    public private(set) var toRevoke: [String: Int] = [:]
    /// The number of invitations about which nothing is done, by outcome.
    public private(set) var left: [RevocationOutcome: Int] = [:]
    /// The number of invitations that would be revoked with `--include-settled`.
    public private(set) var settled = 0

    /// The number of invitations that are left alone because their people are not chosen.
    public private(set) var aside = 0
    /// The people whose invitations may be revoked.
    private let chosen: ChosenPeople

    /// Makes an empty plan.
    init(includesSettled: Bool, _ chosen: ChosenPeople = .everybody) {
        self.includesSettled = includesSettled
        self.chosen = chosen
    }

    /// Whether earlier attempts with an unclear outcome turn out to have revoked something. That must be recorded.
    public private(set) var settles = false

    /// The number of invitations that may still be there and are not revoked: with an unknown outcome, or in an unread
    /// list.
    public var unclear: Int { (left[.unknown] ?? 0) + (left[.notSent] ?? 0) }

    /// The number of invitations to revoke.
    public var count: Int { toRevoke.values.reduce(0, +) }

    /// Adds an invitation.
    mutating func add(_ invitation: SentInvitation, _ step: Step) {
        switch step {
        case .revoke: toRevoke[invitation.key.organization, default: 0] += 1
        case .settle:
            settles = true
            left[.revoked, default: 0] += 1
        case .leave(let outcome, let reason):
            left[outcome, default: 0] += 1
            if reason == Self.settledWords { settled += 1 }
            if reason == Self.asideWords { aside += 1 }
        }
    }

    private static let asideWords = "not chosen (--only, --only-domain)"
    private static let settledWords =
        "known to be ours by the server's list alone, not by its answer; --include-settled revokes it"

    /// What is done about an invitation.
    ///
    /// - Parameters:
    ///   - invitation: The invitation from the journal.
    ///   - status: Its status in the server's list.
    ///   - earlier: What was done before to revoke it.
    func step(
        for invitation: SentInvitation, _ status: InvitationStatus, _ earlier: JournalState.Revocation?
    ) -> Step {
        let isChosen = chosen.has(invitation.key)
        if status == .unknown, isChosen {
            return .leave(
                .unknown, "an attempt whose outcome nobody knows; import the file again to find out, then revoke again")
        }
        // A server may say that it is not there and still show it.
        let isBack = earlier?.outcome == .gone && status == .pending
        if let outcome = earlier?.outcome, outcome.standsForGood, !isBack { return .leave(outcome, nil) }
        guard isChosen else { return .leave(.skipped, Self.asideWords) }
        guard let id = invitation.id else {
            return .leave(.failed, "the server's answer was cut before its id; it can be revoked by hand")
        }
        switch status {
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

    /// The outcome of an invitation at the end: what the journal says, else why nothing was done about it.
    func result(
        for invitation: SentInvitation, _ status: InvitationStatus, _ earlier: JournalState.Revocation?
    ) -> (RevocationOutcome, reason: String?) {
        switch step(for: invitation, status, earlier) {
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
