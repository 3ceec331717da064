import SystemPackage

/// Reads a journal from its file.
enum JournalReader {
    /// Reads the journal from the start.
    ///
    /// - Returns: What it says, and the offset after its last whole line. A crash cut off a last line without a line
    ///   feed, so that line is left out.
    /// - Throws: ``RunError`` of kind `damaged`, with the byte where the damage begins.
    static func readAll(_ file: FileDescriptor, _ path: FilePath) throws(RunError) -> (JournalState, end: Int) {
        var damage: RunError?
        let found = try readAll(file, path, upTo: &damage)
        if let damage { throw damage }
        return found
    }

    /// Reads the journal from the start up to its end or to the first damage, which `damage` then gets.
    static func readAll(
        _ file: FileDescriptor, _ path: FilePath, upTo damage: inout RunError?
    ) throws(RunError) -> (JournalState, end: Int) {
        var state = JournalState()
        var lines = LineReader(file)
        while let (start, bytes) = try next(&lines, path) {
            guard let line = JournalLine(bytes: bytes), state.header != nil || line.isHeader else {
                damage = damaged(path, at: start)
                return (state, start)
            }
            if case .header(let header) = line { try check(header, path) }
            state.take(line, at: start)
        }
        return (state, lines.end)
    }

    /// The next line and the offset where it begins; `nil` at the end of the file.
    static func next(
        _ lines: inout LineReader, _ path: FilePath
    ) throws(RunError) -> (start: Int, bytes: [UInt8])? {
        do {
            return try lines.next()
        } catch {
            throw RunError(.damaged, "\(path) cannot be read: \(error).")
        }
    }

    private static func check(_ header: JournalHeader, _ path: FilePath) throws(RunError) {
        guard header.version <= JournalHeader.currentVersion else {
            throw RunError(
                .damaged,
                "\(path) was written by k0rdent-invite \(header.tool) in format \(header.version), which this version "
                    + "does not know; use that version to go on.")
        }
    }

    private static func damaged(_ path: FilePath, at start: Int) -> RunError {
        RunError(
            .damaged,
            "\(path) is damaged at byte \(start): the line does not match its checksum. Nothing was sent. Restore the "
                + "file from a backup; without it this program cannot know who was invited.")
    }
}
