extension JournalState {
    /// What was done to revoke a person's last invitation.
    public struct Revocation: Hashable, Sendable {
        /// The number of attempts so far.
        public private(set) var attempts = 0
        /// How it ended in the start that tried it last; `nil` if that start stopped before its end.
        public private(set) var outcome: RevocationOutcome?
        /// When that was, ISO 8601 in UTC.
        public private(set) var at = ""
        /// Whether an attempt began and has no known end.
        public private(set) var isOpen = false
        /// Whether an attempt that ended may have revoked the invitation.
        private var isPerhapsDone = false
        /// The first byte of the last line that says how an attempt ended; `nil` if there is none.
        private(set) var offset: Int?

        /// Whether the invitation may be revoked although no reply said so.
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
