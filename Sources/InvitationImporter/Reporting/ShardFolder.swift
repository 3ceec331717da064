import SystemPackage

/// The run directory of a shard, open to be joined with those of the others. No other process works on it meanwhile.
final class ShardFolder {
    let directory: RunDirectory
    let plan: PlanFile
    let journal: JournalFile
    private var lock: RunLock?

    /// Opens a folder. Close it with ``close()``.
    ///
    /// - Throws: ``InputError`` if it is no run, ``RunError`` if it cannot be read or another process works on it.
    init(_ directory: RunDirectory) throws {
        _ = try StoredRun(directory)
        self.directory = directory
        try directory.checkIsOurs()
        let lock = try RunLock(directory.file("lock"))
        do throws(RunError) {
            (plan, journal) = try Self.open(directory)
        } catch {
            lock.release()
            throw error
        }
        self.lock = consume lock
    }

    private static func open(_ directory: RunDirectory) throws(RunError) -> (PlanFile, JournalFile) {
        let plan = try PlanFile(directory.plan)
        do throws(RunError) {
            let journal = try JournalFile(readingWhatIsLeftOf: directory.journal)
            do throws(RunError) {
                try check(directory, plan, journal)
            } catch {
                journal.close()
                throw error
            }
            return (plan, journal)
        } catch {
            plan.close()
            throw error
        }
    }

    private static func check(_ directory: RunDirectory, _ plan: PlanFile, _ journal: JournalFile) throws(RunError) {
        guard let header = journal.state.header else {
            let why = journal.lack ?? "\(directory.journal) has no beginning."
            throw RunError(
                .damaged, "\(why) So it is not known what \(directory.path) is a part of; start that shard again.")
        }
        guard header.shard == plan.header.shard, header.rule == plan.header.rule else {
            throw RunError(
                .damaged,
                "\(directory.journal) is of shard \(header.shard), and the plan beside it of shard \(plan.header.shard)."
            )
        }
        if journal.lack == nil { try OlderJournal(directory).check(journal.file) }
    }

    /// The part of the import.
    var shard: Shard { plan.header.shard }

    /// What the first line of the journal says.
    var header: JournalHeader {
        journal.state.header ?? JournalHeader(tool: "", organization: "", origin: "", createdAt: "")
    }

    /// What all shards of an import have in common.
    var common: Common {
        Common(
            count: shard.count, rule: plan.header.rule, organization: header.organization, origin: header.origin,
            inputs: plan.header.inputs.map { input in
                var input = input
                // Machines may have the same file in different folders, and its copy under another number.
                let stem = input.copy.drop { $0 != "-" }.dropFirst()
                (input.name, input.copy, input.own) = (String(stem), String(stem), nil)
                return input
            })
    }

    /// What all shards of an import have in common.
    struct Common: Hashable {
        var count: Int
        var rule: Int
        var organization: String
        var origin: String
        var inputs: [PlanHeader.Input]
    }

    /// Closes the files and releases the lock.
    func close() {
        plan.close()
        journal.close()
        lock.take()?.release()
    }
}
