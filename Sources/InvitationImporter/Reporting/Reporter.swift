import SystemPackage

/// Writes the reports of a run from the files on disk: the plan, the copies of the inputs and the journal.
///
/// Rows pass through one at a time. Only the counts are kept.
struct Reporter {
    private let directory: RunDirectory
    private let journal: JournalFile
    private let held: PlanFile?

    /// Makes a reporter.
    ///
    /// - Parameter plan: The plan, if it is open already. Otherwise it is opened.
    init(_ directory: RunDirectory, _ journal: JournalFile, _ plan: PlanFile? = nil) {
        self.directory = directory
        self.journal = journal
        held = plan
    }

    /// Writes `results`, `retry` and `fix`, and counts.
    ///
    /// - Parameter summary: What is known about the run besides its rows. Gets the counts.
    /// - Returns: The page with the rows, still to be written.
    /// - Throws: ``RunError`` if a file cannot be written, or if the plan and the inputs do not match.
    func write(_ summary: inout RunSummary) throws(RunError) -> RunPage {
        var plan = if let held { held.fromFirstRow } else { try PlanFile(directory.plan) }
        defer { if held == nil { plan.close() } }
        var files = try ReportFiles(directory, reading: directory, plan.header.inputs, UsedInputs(plan))
        while let row = try plan.next() { try files.write(row, journal, &summary) }
        let current = plan.header.inputs.filter { $0.isCurrent && !$0.columns.contains(Correction.placeColumn) }
        guard summary.rows >= current.reduce(0, { $0 + ($1.own ?? $1.rows) }) else {
            throw ReportFiles.doesNotAddUp("the inputs have more rows than the plan")
        }
        summary.gaps += [journal.lack].compactMap(\.self)
        return try files.commit(&summary)
    }
}
