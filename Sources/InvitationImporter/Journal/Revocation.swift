extension JournalState {
    /// What was done to revoke somebody's last invitation.
    public struct Revocation: Hashable, Sendable {
        /// Attempts so far.
        public private(set) var attempts = 0
        /// How it ended in the run that tried it last; `nil` if that run stopped before.
        public private(set) var outcome: RevocationOutcome?
        /// When that was, ISO 8601 in UTC.
        public private(set) var at = ""
        /// Whether an attempt was begun of which no end is known.
        public private(set) var isOpen = false
        /// Whether an attempt ended so that it may have revoked the invitation.
        private var isPerhapsDone = false
        /// The first byte of the last line that tells how an attempt ended; `nil` if there is none.
        private(set) var offset: Int?

        /// Whether it may be revoked although nobody said so.
        public var isUnclear: Bool { isOpen || isPerhapsDone }

        /// When it was revoked; `nil` if it was not.
        public var revokedAt: String? { outcome == .revoked ? at : nil }

        mutating func begin(_ revoking: JournalLine.Revoking) {
            if isOpen { isPerhapsDone = true }
            attempts = revoking.attempt
            outcome = nil
            isOpen = true
        }

        mutating func end(_ ended: JournalLine.Ended, _ outcome: RevocationOutcome?, at offset: Int) {
            if [.perhapsProcessed, .unknown].contains(ended.result) { isPerhapsDone = true }
            isOpen = false
            self.outcome = outcome
            self.offset = offset
            at = ended.at
        }
    }
}
