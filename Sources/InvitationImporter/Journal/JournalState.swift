/// What a journal says about each person, and where the line with the details stands.
public struct JournalState: Sendable {
    /// What is known of one key.
    public struct Entry: Hashable, Sendable {
        /// Attempts so far.
        public var attempts = 0
        /// How the row ended in the run that tried it last; `nil` if that run stopped before.
        public var outcome: Outcome?
        /// An attempt was begun of which no end is known.
        public var isOpen = false
        /// An attempt ended in a server error behind which the invitation may exist.
        public var perhapsInvited = false
        /// The checksum of the body that was sent last.
        public var digest = ""
        /// An attempt ended without any answer, so that only the server's list can tell.
        public var isSilent = false
        /// Whether somebody who was done for good is being invited anew on purpose, which has not come to its end.
        public var isAgain = false
        /// When the first attempt of unknown outcome began, by the server's clock as far as it was known.
        var uncertainSince: String?
        /// The first byte of the last line that tells how an attempt ended; `nil` if there is none.
        var offset: Int?
        /// The first byte of the last line that tells that an attempt begins.
        var begun = 0

        /// The word for a report.
        public var reported: Outcome {
            outcome ?? (isOpen || perhapsInvited ? .unknown : .notSent)
        }

        /// Whether the person may have an invitation or be a member.
        var mayBeInvited: Bool { reported.standsForGood || reported == .unknown }
    }

    /// The last header, with the time of the first; `nil` for a journal that has none yet.
    public internal(set) var header: JournalHeader?
    /// How the last start ended; `nil` while it has not, and for ever if it was killed.
    private(set) var end: JournalLine.Stop?
    /// Attempts that may have left this machine and ended.
    private var departures = 0
    /// Attempts of which no end is known.
    private var open = 0
    private var entries: [KeyHash: Entry] = [:]
    private var revocations: [KeyHash: Revocation] = [:]

    /// A journal without lines.
    public init() {}

    /// The organizations in which anybody was tried to be invited.
    private(set) var organizations: Set<String> = []

    /// Whether any request may have left this machine.
    public var mayHaveSent: Bool { departures > 0 || open > 0 }

    /// What is known of a key; `nil` if it was never attempted.
    public subscript(key: InvitationKey) -> Entry? { entries[key.hash] }

    /// Whether nothing can follow for somebody any more.
    func isSettled(_ key: KeyHash) -> Bool { entries[key]?.outcome?.standsForGood ?? false }

    /// Takes a line in, in the order of the journal.
    mutating func take(_ line: JournalLine, at offset: Int) {
        switch line {
        case .header(var header):
            if let begun = self.header, begun.belongsTogether(with: header) { header.createdAt = begun.createdAt }
            self.header = header
            if header.command == nil { end = nil }
        case .end(let end):
            if end.command == nil { self.end = end }
        case .snapshot:
            break
        case .revoking(let revoking):
            revocation(of: revoking.key) { $0.begin(revoking) }
        case .revocationAnswer(let ended):
            revocation(of: ended.key) { $0.end(ended, nil, at: offset) }
        case .revocation(let ended, let outcome):
            revocation(of: ended.key) { $0.end(ended, outcome, at: offset) }
        case .intent(let intent):
            open += 1
            organizations.insert(InvitationKey(text: intent.key).organization)
            // Whoever is invited anew has another invitation.
            revocations[InvitationKey(text: intent.key).hash] = nil
            update(intent.key) { entry in
                entry.attempts = intent.attempt
                entry.begun = offset
                entry.digest = intent.digest
                // After an outcome that stood for good, a new attempt is made on purpose, and begins from nothing.
                if entry.outcome?.standsForGood == true {
                    (entry.perhapsInvited, entry.isSilent, entry.isAgain) = (false, false, true)
                }
                // An attempt that was begun in spite of an open one settles nothing about that.
                if entry.isOpen { (entry.perhapsInvited, entry.isSilent) = (true, true) }
                entry.isOpen = true
                entry.outcome = nil
                if !entry.perhapsInvited { entry.uncertainSince = intent.serverTime ?? intent.at }
            }
        case .answer(let ended):
            end(ended, nil, at: offset)
        case .outcome(let ended, let outcome):
            end(ended, outcome, at: offset)
        }
    }

    private mutating func end(_ ended: JournalLine.Ended, _ outcome: Outcome?, at offset: Int) {
        if entries[KeyHash(ended.key)]?.isOpen ?? false { open -= 1 }
        let left = ended.status != nil || ![.notSent, .wholeRun].contains(ended.result)
        if left { departures += 1 }
        update(ended.key) { $0.end(ended, outcome, at: offset) }
    }

    /// What was done to revoke somebody's last invitation; `nil` for nothing.
    public func revocation(of key: InvitationKey) -> Revocation? { revocations[key.hash] }

    private mutating func revocation(of key: String, _ change: (inout Revocation) -> Void) {
        change(&revocations[InvitationKey(text: key).hash, default: Revocation()])
    }

    private mutating func update(_ key: String, _ change: (inout Entry) -> Void) {
        change(&entries[InvitationKey(text: key).hash, default: Entry()])
    }
}

extension JournalState.Entry {
    fileprivate mutating func end(_ ended: JournalLine.Ended, _ outcome: Outcome?, at offset: Int) {
        isOpen = false
        if outcome?.standsForGood == true { isAgain = false }
        self.outcome = outcome
        self.offset = offset
        // What was announced and never left is no attempt.
        if ended.result == .notSent, ended.sentAt.isEmpty { attempts = ended.attempt - 1 }
        switch ended.result {
        // After a conflict the person is there, or the row is refused: looking again does no harm.
        case .perhapsProcessed, .conflict: perhapsInvited = true
        case .unknown: (perhapsInvited, isSilent) = (true, true)
        case .notFound: (perhapsInvited, isSilent) = (false, false)
        default: break
        }
        // A refusal stands only where it is certain that nobody was invited.
        if outcome == .refused { (perhapsInvited, isSilent) = (false, false) }
        if !perhapsInvited || outcome?.standsForGood == true { uncertainSince = nil }
    }

    /// What a run does about somebody.
    public enum Next: Hashable, Sendable {
        /// Nothing: it is done, or must not be done by itself.
        case leave
        /// Sends the invitation.
        case send
        /// Finds out first what became of an earlier attempt.
        case settle(Doubt)
    }

    /// What a run does about this key.
    ///
    /// - Parameters:
    ///   - body: What would be sent now; a row that the server refused is tried again only if it was changed.
    ///   - policy: What is done after server errors.
    ///   - resendUnknown: Whether rows of unknown outcome may be sent again where the list cannot be read, at the risk
    ///     of a second mail.
    public func next(_ body: [UInt8], policy: RetryPolicy, resendUnknown: Bool) -> Next {
        if outcome?.standsForGood == true { return .leave }
        if outcome == .refused, !perhapsInvited { return digest == JournalState.digest(of: body) ? .leave : .send }
        guard isOpen || perhapsInvited else { return .send }
        // Given up, or silence: only the list can tell. A server error before a stop: the policy says.
        let isSilence = isOpen || isSilent || outcome != nil
        let isSentAtOnce = !isSilence && policy.serverErrors == .always
        let since = uncertainSince.flatMap(ISOTime.parse)
        let mayResend = resendUnknown || (!isSilence && policy.serverErrors != .never)
        return .settle(Doubt(since: since, mayResend: mayResend, isLookedUpFirst: !isSentAtOnce))
    }
}

extension JournalState {
    /// A short mark of a body, to see whether it changed.
    static func digest(of body: [UInt8]) -> String {
        CRC32.text(CRC32.of(body))
    }
}
