import SystemPackage

/// Checks whether a journal is older than the results beside it. Such a journal was restored from a backup, and does
/// not know whom the program has invited since.
struct OlderJournal {
    /// The number of all attempts, and of the people whom the server said it invited.
    private struct Totals {
        var attempts = 0
        var invited = 0
    }

    private let directory: RunDirectory

    init(_ directory: RunDirectory) {
        self.directory = directory
    }

    /// Compares the journal with `results.csv`, if there is one that can be understood.
    ///
    /// The results hold each attempt and each person once, and no more than the journal of their time. A person may
    /// have edited them; that does not matter as long as they do not show more people as invited.
    ///
    /// - Throws: ``RunError`` of kind `damaged` if the results know more.
    func check(_ journal: FileDescriptor) throws(RunError) {
        guard let results = totalsOfResults(), results.attempts > 0 || results.invited > 0 else { return }
        let known = try totals(of: journal)
        guard results.attempts > known.attempts || results.invited > known.invited else { return }
        throw RunError(
            .damaged,
            "\(directory.journal) is older than the results beside it, which know of \(results.attempts) attempts and "
                + "\(results.invited) people invited; the journal knows of \(known.attempts) and \(known.invited). "
                + "Nothing was sent. Put the newer journal back; without it people would be invited twice.")
    }

    private func totals(of journal: FileDescriptor) throws(RunError) -> Totals {
        var attempts: [KeyHash: Int] = [:]
        var invited: Set<KeyHash> = []
        var lines = LineReader(journal)
        while let (_, bytes) = try JournalReader.next(&lines, directory.journal) {
            switch JournalLine(bytes: bytes) {
            case .intent(let intent):
                attempts[KeyHash(intent.key), default: 0] = max(attempts[KeyHash(intent.key)] ?? 0, intent.attempt)
            case .outcome(let ended, .invited): invited.insert(KeyHash(ended.key))
            default: continue
            }
        }
        return Totals(attempts: attempts.values.reduce(0, +), invited: invited.count)
    }

    /// The totals of the results; `nil` if there are none that can be understood.
    private func totalsOfResults() -> Totals? { totalsOfTable() ?? totalsOfLines() ?? totalsOfSummary() }

    /// The totals of `summary.json`, if nothing else is left.
    private func totalsOfSummary() -> Totals? {
        guard let file = try? FileDescriptor.openToRead(directory.file("summary.json")) else { return nil }
        defer { try? file.close() }
        var lines = LineReader(file)
        var text: [UInt8] = []
        while let (_, bytes) = try? lines.next(), text.count < 1 << 20 { text += bytes }
        guard let value = try? JSONValue(parsing: text) else { return nil }
        return Totals(
            attempts: value["attempts"]?.integer ?? 0,
            invited: value["outcomes"]?[Outcome.invited.rawValue]?.integer ?? 0)
    }

    /// The totals of `results.jsonl`, for a table that another program saved in its own form.
    private func totalsOfLines() -> Totals? {
        let path = directory.file("results.jsonl")
        guard let file = try? FileDescriptor.openToRead(path) else {
            return nil
        }
        defer { try? file.close() }
        var totals = Totals()
        var lines = LineReader(file)
        while let (_, bytes) = try? lines.next() {
            guard let value = try? JSONValue(parsing: bytes) else { continue }
            totals.attempts += value["attempts"]?.integer ?? 0
            if value["outcome"]?.string == Outcome.invited.rawValue { totals.invited += 1 }
        }
        return totals
    }

    private func totalsOfTable() -> Totals? {
        guard let file = try? FileDescriptor.openToRead(directory.file("results.csv")) else { return nil }
        defer { try? file.close() }
        guard let text = try? TextSource(ByteSource(file, name: "results.csv"))
        else { return nil }
        let dialect = text.bytes.withUnsafeBufferPointer { bytes in
            Dialect(of: UnsafeBufferPointer(rebasing: bytes[text.head]), format: .csv)
        }
        guard var rows = try? CSVRows(text, dialect: dialect),
            // The program's own columns come last; a person's columns may have the same names.
            let outcome = rows.columns.names.lastIndex(of: "outcome"),
            let attempts = rows.columns.names.lastIndex(of: "attempts")
        else { return nil }
        var totals = Totals()
        while let record = try? rows.next() {
            guard max(outcome, attempts) < record.values.count else { continue }
            totals.attempts += record.values[attempts]?.string.flatMap { Int($0) } ?? 0
            if record.values[outcome]?.string == Outcome.invited.rawValue { totals.invited += 1 }
        }
        return totals
    }
}
