import SystemPackage

/// One of the runs that a follow-up is about.
public final class FollowedRun {
    /// The run directory.
    public let directory: RunDirectory
    /// The journal of the run.
    public let journal: JournalFile
    /// The requests and the time of the command that acted on it.
    var acted: (requests: Int, elapsed: Duration) = (0, .zero)
    private var lock: RunLock?
    /// The plan, open from when it was shown to the end; `nil` until it is needed.
    private var plan: PlanFile?

    /// Opens a run. Close it with ``close()``.
    ///
    /// - Throws: ``InputError`` if there is no run, ``RunError`` if it cannot be used or belongs to another server.
    init(
        _ directory: RunDirectory, origin: String, toChange: Bool, disk: (FileDescriptor) -> any JournalStorage
    ) throws {
        _ = try StoredRun(directory)
        guard directory.journal.exists else {
            throw RunError(.damaged, "\(directory.journal) is missing, so it is not known who was invited.")
        }
        self.directory = directory
        if toChange { try directory.checkIsOurs() }
        let lock = toChange ? try RunLock(directory.file("lock")) : nil
        do {
            journal =
                try toChange
                ? JournalFile(directory.journal, disk: disk) : JournalFile(readingWhatIsLeftOf: directory.journal)
        } catch {
            lock?.release()
            throw error
        }
        self.lock = consume lock
        do throws(RunError) {
            try check(origin)
            if toChange { try OlderJournal(directory).check(journal.file) }
        } catch {
            close()
            throw error
        }
    }

    private func check(_ origin: String) throws(RunError) {
        if let lack = journal.lack { throw RunError(.damaged, lack) }
        guard let header = journal.state.header, journal.state.mayHaveSent else { return }
        let wanted = JournalHeader(
            tool: ToolVersion.current, organization: header.organization, origin: origin, createdAt: "")
        try directory.check(header, against: wanted)
    }

    /// The organization that the run began with; empty if every row named its own.
    public var organization: String { journal.state.header?.organization ?? "" }

    /// The part of an import that the run did.
    var shard: Shard { journal.state.header?.shard ?? .whole }

    /// The plan of the run, from its first row on. It is the same open file each time.
    func planned() throws(RunError) -> PlanFile {
        if let plan { return plan.fromFirstRow }
        let plan = try PlanFile(directory.plan)
        self.plan = plan
        return plan.fromFirstRow
    }

    /// Closes the files and releases the lock.
    func close() {
        journal.close()
        plan?.close()
        plan = nil
        lock.take()?.release()
    }
}

extension FollowedRun {
    /// Checks that runs can be followed together, and puts them into an order that the arguments do not decide.
    ///
    /// - Throws: ``RunError`` that names those of another organization than most.
    static func together(_ runs: [FollowedRun]) throws(RunError) -> [FollowedRun] {
        // A run that was killed at its very beginning has none.
        let begun = runs.filter { $0.journal.state.header != nil }
        let most = ShardSet.common(of: begun.map { ($0.directory.path.string, $0.organization) }) ?? ""
        let foreign = begun.filter { $0.organization != most }.map(\.directory.path.string).sorted()
        if let first = foreign.first {
            let others = foreign.count == 1 ? "" : ", and \(foreign.count - 1) more like it"
            throw RunError(
                .otherRun,
                "\(first)\(others) belongs to another organization than the other folders, which are of "
                    + "\(most.isEmpty ? "those that every row names" : Printable.escape(most, limit: 200)). Name the "
                    + "folders of one organization.")
        }
        return runs.sorted {
            ($0.shard.number, $0.directory.path.string) < ($1.shard.number, $1.directory.path.string)
        }
    }
}
