import SystemPackage

/// Writes the reports of a run from what is on disk: the copies of the inputs, the plan and the journal.
///
/// Rows go through one at a time; nothing is kept but the counts.
struct Reporter {
    private let directory: RunDirectory
    private let journal: JournalFile

    init(_ directory: RunDirectory, _ journal: JournalFile) {
        self.directory = directory
        self.journal = journal
    }

    /// Writes `results`, `retry` and `fix`, and counts.
    ///
    /// - Parameter summary: What is known about the run besides its rows; gets the counts.
    /// - Throws: ``RunError`` if a file cannot be written, or if plan and inputs do not go together.
    func write(_ summary: inout RunSummary) throws {
        var plan = try PlanFile(directory.plan)
        defer { plan.close() }
        let inputs = plan.header.inputs
        let results = try ResultsFiles(directory, inputs)
        var retry = RowsFile(directory, "retry", plan.header)
        var fix = RowsFile(directory, "fix", plan.header)
        for (number, input) in inputs.enumerated() {
            let path = directory.inputs.appending(input.copy)
            var reader = try InputReader.opening(path, name: input.name, options: plan.header.reading)
            while let record = try reader.next() {
                guard let row = try plan.next(), row.input == number, row.row == record.number else {
                    throw doesNotAddUp("\(input.name), row \(record.number), is not where the plan has it")
                }
                let result = try RowResult(row, record, inputs, journal)
                summary.add(result)
                try results.write(result)
                if result.isForRetry { try retry.write(result) }
                if result.isToFix { try fix.write(result) }
            }
        }
        if try plan.next() != nil { throw doesNotAddUp("the plan has more rows than the inputs") }
        try check(summary, retry: retry.count, fix: fix.count)
        try results.commit()
        _ = try retry.commit()
        summary.toFix = try fix.commit().map(\.string)
    }

    /// Every row in exactly one outcome, and in no file it does not belong to.
    private func check(_ summary: RunSummary, retry: Int, fix: Int) throws(RunError) {
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
