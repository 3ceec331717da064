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
        let contents = try UsedInputs(plan)
        let inputs = plan.header.inputs
        let results = try ResultsFiles(directory, inputs, contents)
        var retry = ReworkFile(directory, "retry", inputs, contents)
        var fix = ReworkFile(directory, "fix", inputs, contents, isForPage: true)
        var page = RunPage(inputs)
        let copies = InputCopies(directory, inputs)
        while let row = try plan.next() {
            let result = try RowResult(row, copies.record(of: row), inputs, journal)
            summary.add(result)
            page.add(result)
            try results.write(result)
            if result.isForRetry { try retry.write(result) }
            if result.isToFix { try fix.write(result) }
        }
        try check(summary, plan.header, retry: retry.count, fix: fix.count)
        try results.commit()
        _ = try retry.commit()
        summary.toFix = try fix.commit().map(\.string)
        summary.gaps += [journal.lack].compactMap(\.self) + copies.gaps
        page.corrections = fix.forPage
        return page
    }

    /// Checks that every row has exactly one outcome, and is in no file that it does not belong to.
    private func check(_ summary: RunSummary, _ plan: PlanHeader, retry: Int, fix: Int) throws(RunError) {
        let current = plan.inputs.filter { $0.isCurrent && !$0.columns.contains(Correction.placeColumn) }
        guard summary.rows >= current.reduce(0, { $0 + $1.rows }) else {
            throw doesNotAddUp("the inputs have more rows than the plan")
        }
        let sum = summary.outcomes.values.reduce(0, +)
        guard sum == summary.rows else { throw doesNotAddUp("\(summary.rows) rows, but \(sum) outcomes") }
        guard retry == summary.count(.failed) + summary.count(.notSent),
            fix == summary.count(.invalid) + summary.count(.refused)
        else { throw doesNotAddUp("retry has \(retry) rows, fix has \(fix)") }
    }

    private func doesNotAddUp(_ words: String) -> RunError {
        RunError(
            .doesNotAddUp,
            "The report does not add up: \(words). The journal is what counts; please report this as an error of this "
                + "program.")
    }
}
