public import SystemPackage

/// Everything about one import: what we were given, what we decided, what happened, and the reports.
///
/// Only its owner can read it, and only one process at a time works on it.
public struct RunDirectory: Sendable {
    /// Where it is.
    public let path: FilePath
    let journal: FilePath
    let plan: FilePath
    let inputs: FilePath

    /// Names a run directory; nothing is created yet.
    public init(_ path: FilePath) {
        self.path = path
        journal = path.appending("journal.jsonl")
        plan = path.appending("plan.jsonl")
        inputs = path.appending("input")
    }

    /// The run directory that belongs to some inputs.
    ///
    /// `team.csv` has `team.run` beside it, standard input has `stdin.run` here, several files take the first one's. A
    /// file inside a run directory belongs to that one.
    public init(forInputs names: [String]) {
        // A pipe of the shell's lies in a folder of the system's.
        guard let first = names.first, first != "-", first != "/dev/stdin", !first.hasPrefix("/dev/fd/"),
            !first.hasPrefix("/proc/")
        else {
            self.init("stdin.run")
            return
        }
        let file = FilePath(first)
        let folder = file.removingLastComponent()
        let here: FilePath = folder.isEmpty ? "." : folder
        // The copies of a run belong to it as well.
        let above = here.appending("..")
        if RunDirectory(here).isBegun {
            self.init(here)
        } else if here.resolved?.lastComponent?.string == "input", RunDirectory(above).isBegun {
            self.init(above.resolved ?? above)
        } else {
            self.init(folder.appending((file.stem ?? "input") + ".run"))
        }
    }

    /// A file in the directory.
    public func file(_ name: String) -> FilePath { path.appending(name) }

    /// Whether a run was begun here before.
    ///
    /// A file of the journal's name may be somebody else's: ours says what it is, or has the other files of a run beside it.
    public var isBegun: Bool {
        guard let file = try? FileDescriptor.openToRead(journal) else {
            return false
        }
        defer { try? file.close() }
        guard let start = try? file.chunk(at: 0), !start.isEmpty else { return false }
        return start.starts(with: JournalHeader.mark.utf8) || (self.file("lock").exists && inputs.exists)
    }

    /// Whether there is no journal, or one of which a crash left only the first words.
    private var hasNoOthersJournal: Bool {
        guard let file = try? FileDescriptor.openToRead(journal) else {
            return !journal.exists
        }
        defer { try? file.close() }
        guard let start = try? file.chunk(at: 0) else { return false }
        return JournalHeader.mark.utf8.starts(with: start) || start.starts(with: JournalHeader.mark.utf8)
    }

    /// Creates the directory where it is missing, and locks it until the process ends or the lock is released.
    ///
    /// - Parameter made: Gets what is created here and now.
    /// - Throws: ``RunError`` if it cannot be written, if another process works on it, or if it is a folder of
    ///   something else.
    func open(_ made: inout CreatedPaths) throws(RunError) -> RunLock {
        try checkIsOurs()
        if !isBegun { try checkIsWhole(JournalState()) }
        let names = path.entries
        let isOurs =
            names.allSatisfy(Self.ownNames.contains) && (names.contains("lock") || inputs.entries.isEmpty)
            && hasNoOthersJournal
        guard isBegun || isOurs else {
            throw RunError(
                .otherRun,
                "\(path) holds other files and no journal, so it is not the folder of an import; name another one "
                    + "with --run-dir.")
        }
        do {
            try made.directory(path)
            try made.directory(inputs)
        } catch {
            throw RunError.cannotWrite(path, error)
        }
        for name in ["lock", "journal.jsonl", "plan.jsonl"] { made.fileUnlessThere(path.appending(name)) }
        return try RunLock(file("lock"))
    }

    /// Whether nobody but this user decides what is in the directory: whoever else could write to it, to a file in it or
    /// to a folder on the way could decide who is mailed.
    ///
    /// - Throws: ``RunError`` of kind `notOurs`.
    func checkIsOurs() throws(RunError) {
        var problem = PathTrust.problem(onTheWayTo: path)
        for folder in [path, inputs] {
            problem = problem ?? PathTrust.problem(with: folder)
            for name in folder.entries { problem = problem ?? PathTrust.problem(with: folder.appending(name)) }
        }
        if let problem { throw RunError(.notOurs, "\(problem) Nothing was sent.") }
    }

    /// Takes a copy of an input: the file that everything is read from from here on.
    ///
    /// - Returns: The copy, and the checksum of what was copied; no checksum for a copy that was there already. An input
    ///   with the very same content and name as an earlier one shares its copy.
    /// - Throws: ``InputError`` if the input cannot be read, ``RunError`` if the copy cannot be written.
    func keep(_ source: ByteSource, _ made: inout CreatedPaths) throws -> (copy: FilePath, checksum: UInt32?) {
        // A copy of this run's own is there already.
        let own = FilePath(source.name)
        if let folder = own.resolved?.removingLastComponent(), folder == inputs.resolved, let name = own.lastComponent {
            return (inputs.appending(name), nil)
        }
        let stem = FilePath(source.name).lastComponent?.string ?? "input"
        let earlier = inputs.entries
        let number = String((earlier.compactMap { Int($0.prefix { $0 != "-" }) }.max() ?? 0) + 1)
        let copy = inputs.appending(String(repeating: "0", count: max(0, 3 - number.count)) + number + "-" + stem)
        made.fileUnlessThere(copy)
        let checksum = try Self.write(source, to: copy)
        for name in earlier where name.hasSuffix("-" + stem) && inputs.appending(name).hasSameContent(as: copy) {
            try copy.removeFile()
            return (inputs.appending(name), checksum)
        }
        return (copy, checksum)
    }

    /// Copies an input, and answers with the checksum of what was copied.
    private static func write(_ source: ByteSource, to copy: FilePath) throws -> UInt32 {
        var source = source
        let output = try OutputFile(copy)
        var piece = [UInt8](repeating: 0, count: ByteSource.pieceBytes)
        var checksum = CRC32.of([])
        do {
            while true {
                let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
                if count == 0 { break }
                try output.write(piece[..<count])
                checksum = CRC32.of(piece[..<count], after: checksum)
            }
            try output.commit()
            return checksum
        } catch {
            output.discard()
            throw error
        }
    }

    /// What the journal here says, without opening it for writing; empty if there is none.
    ///
    /// - Throws: ``RunError`` if it is damaged, or if an import to this organization and origin could not go on here.
    public func journalState(organization: String, origin: String) throws(RunError) -> JournalState {
        guard let file = try? FileDescriptor.openToRead(journal) else {
            try checkIsWhole(JournalState())
            return JournalState()
        }
        defer { try? file.close() }
        let state = try JournalReader.readAll(file, journal).0
        try checkIsWhole(state)
        try OlderJournal(self).check(file)
        if let begun = state.header, state.mayHaveSent {
            let wanted = JournalHeader(tool: "", organization: organization, origin: origin, createdAt: "")
            try check(begun, against: wanted)
        }
        return state
    }

    /// Whether a run that was begun may go on so.
    ///
    /// - Throws: ``RunError`` if it belongs to another organization or server.
    func check(_ begun: JournalHeader, against wanted: JournalHeader) throws(RunError) {
        let differs: (what: String, before: String, now: String)
        if begun.origin != wanted.origin {
            differs = ("server", begun.origin, wanted.origin)
        } else if begun.organization != wanted.organization {
            differs = ("organization", begun.organization, wanted.organization)
        } else {
            return
        }
        let names = [differs.before, differs.now].map { $0.isEmpty ? "that every row names" : $0 }
        throw RunError(
            .otherRun,
            "\(path) belongs to the \(differs.what) \(names[0]), not \(names[1]); name another "
                + "directory with --run-dir.")
    }

    /// Whether the journal is there if there are results.
    ///
    /// - Throws: ``RunError`` of kind `damaged`: without it nobody knows who was invited.
    func checkIsWhole(_ state: JournalState) throws(RunError) {
        guard state.header == nil, file("results.csv").exists else { return }
        throw RunError(
            .damaged,
            "\(path) has results but no journal, so it is not known who was invited. Nothing was sent. Restore "
                + "journal.jsonl from a backup, or name another folder with --run-dir.")
    }

    /// What a run that was killed before it began can have left behind, and nothing else.
    private static let ownNames: Set<String> = [
        "input", "lock", "journal.jsonl", "plan.jsonl", "plan.jsonl" + OutputFile.partialEnding, "plan.jsonl.new",
    ]
}
