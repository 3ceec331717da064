import SystemPackage

extension JournalFile {
    /// Goes through the invitations that were made or may have been: each person's last one, in the order of the
    /// journal.
    func invitations(_ each: (SentInvitation) throws -> Void) throws {
        var reader = InvitationReader(self)
        while let invitation = try reader.next(state) { try each(invitation) }
    }

    /// How the last attempt to revoke a person's invitation ended, read back from the file; `nil` if none has ended.
    func revocationDetails(_ key: InvitationKey) throws(RunError) -> JournalLine.Ended? {
        guard let start = state.revocation(of: key)?.offset else { return nil }
        switch try line(at: start) {
        case .revocationAnswer(let ended), .revocation(let ended, _): return ended
        default: throw RunError(.damaged, "\(path): the line at byte \(start) changed under way.")
        }
    }
}

/// Reads back the invitations in a journal, also those with an unknown outcome: each person's last one, in the order of
/// the journal.
struct InvitationReader {
    private var lines: LineReader
    private let path: FilePath
    /// Lines added after this byte are for another reader.
    private let end: Int

    init(_ journal: JournalFile) {
        lines = LineReader(journal.file)
        path = journal.path
        end = journal.offset
    }

    /// The next invitation; `nil` at the end.
    ///
    /// - Parameter state: What the journal says by now.
    mutating func next(_ state: JournalState) throws(RunError) -> SentInvitation? {
        while let (start, bytes) = try JournalReader.next(&lines, path), start < end {
            guard let line = JournalLine(bytes: bytes), let invitation = SentInvitation(line, at: start, state) else {
                continue
            }
            return invitation
        }
        return nil
    }
}
