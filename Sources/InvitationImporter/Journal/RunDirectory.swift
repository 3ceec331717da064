public import SystemPackage

/// Everything about one import: what was given, what was decided, what happened, and the reports.
///
/// Only its owner can read it, and only one process at a time works on it.
public struct RunDirectory: Sendable {
    /// The path of the directory.
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

    /// The run directory for some inputs.
    ///
    /// `team.csv` has `team.run` beside it. Standard input has `stdin.run` in the current folder. Several files take
    /// the first one's. A file inside a run directory belongs to that run. A shard has its own: `team.3-of-8.run`.
    public init(forInputs names: [String], shard: Shard = .whole) {
        let ending = (shard.isWhole ? "" : ".\(shard.number)-of-\(shard.count)") + ".run"
        // A pipe that the shell made lies in a folder of the system.
        guard let first = names.first, first != "-", first != "/dev/stdin", !first.hasPrefix("/dev/fd/"),
            !first.hasPrefix("/proc/")
        else {
            self.init(FilePath("stdin" + ending))
            return
        }
        let file = FilePath(first)
        let folder = file.removingLastComponent()
        let here: FilePath = folder.isEmpty ? "." : folder
        // The copies of a run belong to that run as well.
        let above = here.appending("..")
        if RunDirectory(here).isBegun {
            self.init(here)
        } else if here.resolved?.lastComponent?.string == "input", RunDirectory(above).isBegun {
            self.init(above.resolved ?? above)
        } else {
            self.init(folder.appending((file.stem ?? "input") + ending))
        }
    }

    /// The path of a file in the directory.
    public func file(_ name: String) -> FilePath { path.appending(name) }

    /// Whether a run was begun here before.
    ///
    /// Another program may have a file of the journal's name. A journal of this program says so in its first bytes, or
    /// has the other files of a run beside it.
    public var isBegun: Bool {
        guard let file = try? FileDescriptor.openToRead(journal) else {
            return false
        }
        defer { try? file.close() }
        guard let start = try? file.chunk(at: 0), !start.isEmpty else { return false }
        return start.starts(with: JournalHeader.mark.utf8) || (self.file("lock").exists && inputs.exists)
    }

    /// Whether there is no journal, or only the beginning of one, which a crash left.
    private var hasNoOthersJournal: Bool {
        guard let file = try? FileDescriptor.openToRead(journal) else {
            return !journal.exists
        }
        defer { try? file.close() }
        guard let start = try? file.chunk(at: 0) else { return false }
        return JournalHeader.mark.utf8.starts(with: start) || start.starts(with: JournalHeader.mark.utf8)
    }

    /// Creates the directory if it is missing, and locks it until the process ends or the lock is released.
    ///
    /// - Parameter made: Gets the paths that are created now.
    /// - Throws: ``RunError`` if it cannot be written, if another process works on it, or if it is the folder of
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

    /// Checks that only this user decides what is in the directory. Anybody else who could write to it, to a file in it
    /// or to a folder on the path could decide who is mailed.
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

    /// What the journal here says, without opening it for writing; empty if there is none.
    ///
    /// - Throws: ``RunError`` if it is damaged, or if an import to this organization and origin, and of this shard,
    ///   could not go on here.
    public func journalState(
        organization: String, origin: String, shard: Shard = .whole
    ) throws(RunError) -> JournalState {
        guard let file = try? FileDescriptor.openToRead(journal) else {
            try checkIsWhole(JournalState())
            return JournalState()
        }
        defer { try? file.close() }
        let state = try JournalReader.readAll(file, journal).0
        try checkIsWhole(state)
        try OlderJournal(self).check(file)
        if let begun = state.header { try check(begun.shard, rule: begun.rule, against: shard) }
        if let begun = state.header, state.mayHaveSent {
            let wanted = JournalHeader(tool: "", organization: organization, origin: origin, createdAt: "")
            try check(begun, against: wanted)
        }
        return state
    }

    /// Checks that a run that was begun may go on with a new header.
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
        let whose =
            if differs.before.isEmpty {
                "an import whose rows name their \(differs.what), not to the \(differs.what) \(differs.now)"
            } else if differs.now.isEmpty {
                "the \(differs.what) \(differs.before), and none is named now"
            } else {
                "the \(differs.what) \(differs.before), not \(differs.now)"
            }
        let advice = "\(Self.wayOn(begun, wanted)); a new import takes another folder with --run-dir."
        throw RunError(.otherRun, "\(path) belongs to \(whose). \(advice)")
    }

    /// How to go on with a run that was begun, instead of what was wanted.
    private static func wayOn(_ begun: JournalHeader, _ wanted: JournalHeader) -> String {
        if begun.origin == wanted.origin {
            return begun.organization.isEmpty
                ? "To go on with it, leave out --org and K0RDENT_ORG"
                : "To go on with it, name it with --org or K0RDENT_ORG"
        }
        if begun.origin == ServerOrigin.sandbox { return "To go on with it, call k0rdent-sandbox" }
        if wanted.origin == ServerOrigin.sandbox { return "To go on with it, call k0rdent-invite" }
        return "To go on with it, name it with --api-url or K0RDENT_API_URL"
    }

    /// Checks that a directory with results also has a journal.
    ///
    /// - Throws: ``RunError`` of kind `damaged`: without a journal nobody knows who was invited.
    func checkIsWhole(_ state: JournalState) throws(RunError) {
        guard state.header == nil, file("results.csv").exists else { return }
        throw RunError(
            .damaged,
            "\(path) has results but no journal, so it is not known who was invited. Nothing was sent. Restore "
                + "journal.jsonl from a backup; an import may go into another folder with --run-dir.")
    }

    /// The only names that a run killed before its beginning can have left behind.
    private static let ownNames: Set<String> = [
        "input", "lock", "journal.jsonl", "plan.jsonl", "plan.jsonl" + OutputFile.partialEnding, "plan.jsonl.new",
    ]
}
