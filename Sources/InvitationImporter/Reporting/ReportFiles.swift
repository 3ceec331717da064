import SystemPackage

/// The files of a report with one line for each row, `results`, `retry` and `fix`; and the page, which has the same
/// rows.
struct ReportFiles {
    private let inputs: [PlanHeader.Input]
    private var results: ResultsFiles
    private var retry: ReworkFile
    private var fix: ReworkFile
    private let copies: InputCopies
    private var page: RunPage

    /// Begins the files.
    ///
    /// - Parameters:
    ///   - directory: Where they are written.
    ///   - runs: The run, or all its shards. The copies of the inputs are read from the first.
    ///   - used: The inputs that the plan has rows of.
    init(
        _ directory: RunDirectory, of runs: [RunDirectory], _ inputs: [PlanHeader.Input], _ used: UsedInputs
    ) throws(RunError) {
        self.inputs = inputs
        results = try ResultsFiles(directory, inputs, used)
        retry = ReworkFile(directory, "retry", inputs, used)
        fix = ReworkFile(directory, "fix", inputs, used, isForPage: true)
        page = RunPage(inputs, of: runs)
        self.copies = InputCopies(runs[0], inputs)
    }

    /// Writes a row, and counts it.
    ///
    /// - Parameter journal: The journal of the run that the row belongs to.
    mutating func write(_ row: PlannedRow, _ journal: JournalFile, _ summary: inout RunSummary) throws(RunError) {
        let result = try RowResult(row, copies.record(of: row), inputs, journal)
        summary.add(result)
        page.add(result)
        try results.write(result)
        if result.isForRetry { try retry.write(result) }
        if result.isToFix { try fix.write(result) }
    }

    /// Puts the files in their places, if every row has exactly one outcome and is in no file that it does not belong
    /// to.
    ///
    /// - Returns: The page with the rows, still to be written.
    mutating func commit(_ summary: inout RunSummary) throws(RunError) -> RunPage {
        let sum = summary.outcomes.values.reduce(0, +)
        guard sum == summary.rows else { throw Self.doesNotAddUp("\(summary.rows) rows, but \(sum) outcomes") }
        guard retry.count == summary.count(.failed) + summary.count(.notSent),
            fix.count == summary.count(.invalid) + summary.count(.refused)
        else { throw Self.doesNotAddUp("retry has \(retry.count) rows, fix has \(fix.count)") }
        try results.commit()
        summary.toRetry = try retry.commit().map(\.string)
        summary.toFix = try fix.commit().map(\.string)
        summary.gaps += copies.gaps
        page.corrections = fix.forPage
        return page
    }

    /// The error for a report whose numbers contradict each other.
    static func doesNotAddUp(_ words: String) -> RunError {
        RunError(
            .doesNotAddUp,
            "The report does not add up: \(words). The journal is what counts. If nobody has cut or changed a file of the "
                + "run, please report this as an error of this program.")
    }
}
