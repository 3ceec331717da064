/// The attempts whose end left a question. The answer to it is a second line of the journal about the same attempt.
struct OpenDoubts {
    /// More questions than this are hardly open at once. Should they be, some attempts count twice.
    private static let most = 100_000
    /// A hash of each attempt.
    private var open: Set<Int> = []

    /// Whether a line is the first about its attempt.
    ///
    /// - Parameters:
    ///   - key: The person, as the line has it.
    ///   - isLast: Whether the line ends the row.
    mutating func isNew(_ attempt: JournalMoment.Attempt, of key: [UInt8], isLast: Bool) -> Bool {
        var hasher = Hasher()
        hasher.combine(key)
        hasher.combine(attempt.number)
        hasher.combine(attempt.sent)
        let name = hasher.finalize()
        if isLast { return open.remove(name) == nil }
        guard !open.contains(name) else { return false }
        if open.count < Self.most, attempt.result.leavesQuestion { open.insert(name) }
        return true
    }
}

extension AttemptResult {
    /// Whether only a list may tell what became of the attempt.
    fileprivate var leavesQuestion: Bool {
        switch self {
        case .conflict, .alreadyInvited, .alreadyMember, .unknown, .perhapsProcessed, .notUnderstood: true
        case .invited, .turnedAway, .refused, .credentials, .wholeRun, .notSent, .notFound, .revoked, .gone, .accepted:
            false
        }
    }
}
