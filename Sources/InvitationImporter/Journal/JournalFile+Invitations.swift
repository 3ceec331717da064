extension JournalFile {
    /// Goes through the invitations that were made, each person's last one, in the order of the journal.
    func invitations(_ each: (SentInvitation) throws -> Void) throws {
        var lines = LineReader(file)
        // Nobody adds lines meanwhile but this object, and what it adds now is for the next reading.
        let end = offset
        while let (start, bytes) = try JournalReader.next(&lines, path), start < end {
            guard let line = JournalLine(bytes: bytes), let invitation = SentInvitation(line),
                state[invitation.key]?.offset == start
            else { continue }
            try each(invitation)
        }
    }
}
