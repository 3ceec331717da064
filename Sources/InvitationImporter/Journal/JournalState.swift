/// What a journal says about each person, and the offset of the line with the details.
public struct JournalState: Sendable {
    /// What is known about one key.
    public struct Entry: Hashable, Sendable {
        /// The number of attempts so far.
        public var attempts = 0
        /// How the row ended in the start that tried it last; `nil` if that start stopped before its end.
        public var outcome: Outcome?
        /// The checksum of the body that was sent last.
        public var digest = ""
        /// What is known about attempts that may have created the invitation.
        public internal(set) var doubt = Doubt()
        /// The ids of the person's invitations that were there, and over, before the first attempt in doubt; `nil` if
        /// the list had not been read then.
        var idsBefore: [String]?
        /// The first byte of the line about the invitation that a new one was to replace; `nil` for none.
        private(set) var replaced: Int?
        /// Whether the person, who was done for good, is being reinvited on purpose, and that is not finished.
        public var isAgain = false
        /// The first byte of the last line that says how an attempt ended; `nil` if there is none.
        var offset: Int?
        /// The first byte of the last line that says that an attempt begins.
        var begun = 0

        /// The outcome for a report.
        public var reported: Outcome {
            outcome ?? (doubt.mayExist ? .unknown : .notSent)
        }

        /// Whether the person may have an invitation or be a member.
        var mayBeInvited: Bool { reported.standsForGood || reported == .unknown }
    }

    /// The last header, with the time of the first; `nil` while the journal has none.
    public internal(set) var header: JournalHeader?
    /// When the last start began that sent invitations, ISO 8601 in UTC; `nil` if none did.
    private(set) var lastBegunAt: String?
    /// How the last start ended; `nil` while it has not ended, or if it was killed.
    private(set) var end: JournalLine.Stop?
    /// The number of attempts that may have left this machine and have ended.
    private var departures = 0
    /// The number of attempts without a known end.
    private var open = 0
    private var entries = EntryTable()
    /// The organizations whose list was read when the current start began to send.
    private var readLists: Set<String> = []
    private var revocations: [KeyHash: Revocation] = [:]

    /// Makes the state of a journal without lines.
    public init() {}

    /// The organizations to which somebody was to be invited.
    private(set) var organizations: Set<String> = []

    /// Whether any request may have left this machine.
    public var mayHaveSent: Bool { departures > 0 || open > 0 }

    /// Whether nothing is known about anybody.
    var isEmpty: Bool { entries.isEmpty && revocations.isEmpty }

    /// What is known about a key; `nil` if it was never attempted.
    public subscript(key: InvitationKey) -> Entry? { entries[key.hash] }

    /// Whether a person's outcome is final.
    func isSettled(_ key: KeyHash) -> Bool { entries[key]?.outcome?.standsForGood ?? false }

    /// Takes the next line of the journal.
    mutating func take(_ line: JournalLine, at offset: Int) {
        switch line {
        case .header(var header):
            if header.command == nil { lastBegunAt = header.createdAt }
            if let begun = self.header, begun.belongsTogether(with: header) { header.createdAt = begun.createdAt }
            self.header = header
            readLists = []
            if header.command == nil { end = nil }
        case .end(let end):
            if end.command == nil { self.end = end }
        case .snapshot(let snapshot):
            if snapshot.invitations != nil { readLists.insert(snapshot.organization) }
        case .revoking(let revoking):
            revocation(of: revoking.key) { $0.begin(revoking) }
        case .revocationAnswer(let ended):
            revocation(of: ended.key) { $0.end(ended, nil, at: offset) }
        case .revocation(let ended, let outcome):
            revocation(of: ended.key) { $0.end(ended, outcome, at: offset) }
        case .intent(let intent):
            open += 1
            let key = InvitationKey(text: intent.key)
            let (organization, hash) = (key.organization, key.hash)
            organizations.insert(organization)
            // A reinvited person has another invitation.
            if !revocations.isEmpty { revocations[hash] = nil }
            let wasRead = readLists.contains(organization)
            var entry = entries[hash] ?? Entry()
            entry.begin(intent, at: offset, listWasRead: wasRead)
            entries.set(hash, entry)
        case .answer(let ended):
            end(ended, nil, at: offset)
        case .outcome(let ended, let outcome):
            end(ended, outcome, at: offset)
        }
    }

    private mutating func end(_ ended: JournalLine.Ended, _ outcome: Outcome?, at offset: Int) {
        let hash = InvitationKey(text: ended.key).hash
        var entry = entries[hash] ?? Entry()
        if entry.doubt.isOpen { open -= 1 }
        let left = ended.status != nil || ![.notSent, .wholeRun].contains(ended.result)
        if left { departures += 1 }
        entry.end(ended, outcome, at: offset)
        entries.set(hash, entry)
    }

    /// What was done to revoke a person's last invitation; `nil` for nothing.
    public func revocation(of key: InvitationKey) -> Revocation? {
        revocations.isEmpty ? nil : revocations[key.hash]
    }

    private mutating func revocation(of key: String, _ change: (inout Revocation) -> Void) {
        change(&revocations[InvitationKey(text: key).hash, default: Revocation()])
    }
}

extension JournalState.Entry {
    fileprivate mutating func begin(_ intent: JournalLine.Intent, at offset: Int, listWasRead: Bool) {
        attempts = intent.attempt
        begun = offset
        digest = intent.digest
        // An attempt after a final outcome is made on purpose, and begins from nothing.
        if outcome?.standsForGood == true { (doubt, isAgain, replaced) = (Doubt(), true, self.offset) }
        outcome = nil
        if !doubt.mayExist { idsBefore = listWasRead ? intent.idsBefore : nil }
        doubt.begin(at: (intent.serverTime ?? intent.at).isEmpty ? nil : ISOTime.parse(intent.serverTime ?? intent.at))
    }

    fileprivate mutating func end(_ ended: JournalLine.Ended, _ outcome: Outcome?, at offset: Int) {
        if outcome?.standsForGood == true { isAgain = false }
        self.outcome = outcome
        self.offset = offset
        // An attempt that was announced and never left does not count.
        if ended.result == .notSent, ended.sentAt.isEmpty { attempts = ended.attempt - 1 }
        doubt.end(ended.result)
        // A refusal stands only if it is certain that nobody was invited. After a success that was not understood it is
        // not: the list was read once, and may have been behind. The next start asks it again before it sends anything.
        let isCertain = outcome == .refused && ended.result != .notUnderstood
        if isCertain || outcome?.standsForGood == true { doubt.settle() }
    }

    /// What a run does about a person.
    public enum Next: Hashable, Sendable {
        /// Nothing: the row is done.
        case leave
        /// Send the invitation.
        case send
        /// Find out first what became of an earlier attempt.
        case settle(Doubt)
    }

    /// What a run does about this key.
    ///
    /// A refused or failed row is tried again: it is certain that nothing was made.
    public var next: Next {
        if outcome?.standsForGood == true { return .leave }
        return doubt.mayExist ? .settle(doubt) : .send
    }
}

extension JournalState {
    /// A short checksum of a body, to see whether it has changed.
    static func digest(of body: [UInt8]) -> String {
        CRC32.text(CRC32.of(body))
    }
}
