import CurlMulti

extension Settlement {
    /// A row that waits.
    struct Case: Sendable {
        /// The row's tag.
        let tag: Int
        /// The invitation that was asked for.
        let invitation: Invitation
        /// Whom it is for.
        let person: KeyHash
        /// What is left of the address without what servers change.
        let likeness: AddressLikeness?
        /// What its attempts leave in doubt.
        let doubt: Doubt
        /// The doubt that an earlier start left; `nil` if this start made all attempts.
        let earlier: EarlierDoubt?
        /// The id in an answer that was not understood as the person's invitation; `nil` for none.
        let answered: KeyHash?
        /// When its last attempt ended, or was found in doubt.
        let ended: Instant
        /// How many readings in a row did not show the person although they would have.
        var misses = 0
        /// Whether no reading has looked for the person, and only the meaning of an answer is open: the list will
        /// probably have them.
        var isHopedFor: Bool

        /// Whether the server said that the person is there, and no attempt of ours can have made that so. Nothing is
        /// sent again if the list does not have them.
        var isOnlyAClaim: Bool { doubt.endsWhenAbsent && !doubt.mayBeOurs }

        /// Whether it was sent again once because the list did not have the person, and may be once more.
        var needsProof: Bool { doubt.absences > 0 && !doubt.endsWhenAbsent }

        init(
            _ tag: Int, _ invitation: Invitation, _ doubt: Doubt, _ earlier: EarlierDoubt?, answered: KeyHash? = nil,
            ended: Instant
        ) {
            (self.tag, self.invitation, self.doubt, self.earlier, self.ended) = (tag, invitation, doubt, earlier, ended)
            self.answered = answered
            isHopedFor = doubt.cause == .notUnderstood
            // Every entry of a list is compared with them.
            person = invitation.key.hash
            likeness = EmailAddress.check(invitation.email).address.map(AddressLikeness.init)
        }
    }

    /// The result for a row.
    enum Result: Hashable, Sendable {
        /// This run's attempt created this invitation. `address` is the one in the list, if it is another one.
        case ours(id: String, expiresAt: String?, address: String? = nil)
        /// Another person or another run invited them. `word` is the state, if this program does not know it.
        case someoneElses(id: String, word: String?)
        /// The person is a member, or has accepted an invitation of somebody else.
        case member
        /// The attempt created nothing.
        case absent
        /// Nobody can tell, for this reason.
        case unknown(String)
    }
}

extension Settlement.Result {
    /// Whether this counts and not the other one, if a person has several entries: the run's own first, then a pending
    /// one, then the one that says least.
    func isStronger(than other: Self?) -> Bool { other.map { weight > $0.weight } ?? true }

    private var weight: Int {
        switch self {
        case .ours: 4
        case .someoneElses: 3
        case .member: 2
        case .unknown: 1
        case .absent: 0
        }
    }
}

// MARK: - What an entry says

extension Settlement.Case {
    /// What an entry of a list says about this row, whose address it has; `nil` for nothing.
    ///
    /// - Parameters:
    ///   - isMember: Whether it is an entry of the list of members.
    ///   - isFromThisRun: Whether this run has had the entry's id from the server before.
    ///   - snapshot: What the list had before the first attempt of this start.
    func judge(
        _ entry: ListPage.Person, isMember: Bool, isFromThisRun: Bool, after snapshot: ListSnapshot
    ) -> Settlement.Result? {
        if isMember { return .member }
        let isOver = !entry.state.holdsBack
        if isOver, wasThere(entry, snapshot) { return nil }
        if isOver, earlier.map({ $0.idsBefore == nil }) ?? false {
            return .unknown("the list has an invitation that is over, and nobody knows if it was there before")
        }
        // Its id was given for somebody else.
        if isOver, isFromThisRun { return .unknown("the list has the id of another row's invitation for them") }
        if doubt.mayBeOurs, !isFromThisRun, isAsAsked(entry) { return .ours(id: entry.id, expiresAt: entry.expiresAt) }
        if entry.state == .accepted { return .member }
        return isOver && !doubt.mayBeOurs ? nil : .someoneElses(id: entry.id, word: entry.state.unknownWord)
    }

    /// What an entry says about this row, whose address it does not have: its id came in the answer to this row's
    /// attempt, and nobody else of this import is known to have the address.
    ///
    /// A server may write an address in a way that nobody foresees. In another domain it is somebody else's.
    ///
    /// - Parameter isNobodys: Whether that is known.
    func judge(answeredWith entry: ListPage.Person, isNobodys: Bool) -> Settlement.Result {
        guard isNobodys, entry.address.domain == invitation.key.domain, entry.state.holdsBack else {
            return .unknown("the list has the invitation of its answer as \(entry.address.written)")
        }
        return .ours(id: entry.id, expiresAt: entry.expiresAt, address: entry.address.written)
    }

    /// Whether an invitation that is over was over before the first attempt.
    private func wasThere(_ entry: ListPage.Person, _ snapshot: ListSnapshot) -> Bool {
        guard let earlier else { return snapshot.contains(KeyHash(entry.id)) }
        return earlier.idsBefore?.contains(entry.id) ?? false
    }

    /// Whether the roles and groups of an entry are the ones that this attempt or an earlier one asked for, as far as
    /// the server shows them.
    private func isAsAsked(_ entry: ListPage.Person) -> Bool {
        let now = Doubt.Asked(roles: invitation.roles, groups: invitation.groups)
        return [earlier?.asked, now].compactMap(\.self).contains { asked in
            Self.shows(entry.roles, asked.roles) && Self.shows(entry.groups, asked.groups)
        }
    }

    /// Whether names in a list are those asked for, or none are shown. A server may write them with capitals, or as
    /// paths: `roles/viewer`.
    private static func shows(_ shown: [String]?, _ asked: [String]) -> Bool {
        guard let shown, !shown.isEmpty else { return true }
        let bare = { (name: String) in name.split(separator: "/").last.map { $0.lowercased() } ?? "" }
        return Set(shown) == Set(asked) || Set(shown.map(bare)) == Set(asked.map(bare))
    }
}
