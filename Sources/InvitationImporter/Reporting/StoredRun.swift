import SystemPackage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A run as it is stored in its directory, even if it was killed or parts of it are lost.
public struct StoredRun {
    private let directory: RunDirectory

    /// Takes a directory with a run.
    ///
    /// - Throws: ``InputError`` if there is neither a journal nor a plan.
    public init(_ directory: RunDirectory) throws(InputError) {
        self.directory = directory
        guard directory.journal.exists || directory.plan.exists else {
            throw InputError(
                .missing, code: "run-not-found", file: directory.path.string,
                message: directory.path.exists
                    ? "There is neither a journal nor a plan in it, so it is not the folder of an import."
                    : "There is no such folder; is its name mistyped?")
        }
    }

    /// Writes all reports again, from the plan, the copies of the inputs and the journal. Sends nothing.
    ///
    /// If one of them is missing or damaged, ``RunSummary/gaps`` says what the reports lack.
    ///
    /// - Parameter now: The time of writing, for the reports.
    /// - Returns: The numbers, also in the form of `summary.json`.
    /// - Throws: ``RunError`` if another process works on the run, if a report cannot be written, or if there is
    ///   nothing left to report from.
    public func report(at now: Date = Date()) throws(RunError) -> (RunSummary, JSONValue) {
        try directory.checkIsOurs()
        let lock = try RunLock(directory.file("lock"))
        let written = Result { () throws(RunError) in try write(at: now) }
        lock.release()
        return try written.get()
    }

    /// The rows by outcome as they are now, also while another process works on the run. Nothing is written.
    ///
    /// - Returns: The numbers of rows and of outcomes. What is under way counts as ``Outcome/unknown``.
    /// - Throws: ``RunError`` if the plan or the journal cannot be read.
    public func countsSoFar() throws(RunError) -> RunSummary {
        let journal = try JournalFile(readingWhatIsLeftOf: directory.journal)
        defer { journal.close() }
        var plan = try PlanFile(directory.plan)
        defer { plan.close() }
        var summary = RunSummary(ending: Self.ending(of: journal))
        while let row = try plan.next() { summary.add(try RowResult(row, nil, plan.header.inputs, journal)) }
        return summary
    }

    private func write(at now: Date) throws(RunError) -> (RunSummary, JSONValue) {
        let journal = try JournalFile(readingWhatIsLeftOf: directory.journal)
        defer { journal.close() }
        if journal.lack == nil { try OlderJournal(directory).check(journal.file) }
        return try write(journal, at: now)
    }

    /// Writes all reports from an open journal. The run must be locked, or nobody else may be at work on it.
    ///
    /// - Parameters:
    ///   - run: What is known about the last start that sent; `nil` to take it from the journal.
    ///   - now: The time of writing, for the reports.
    func write(_ journal: JournalFile, _ run: RunSummary? = nil, at now: Date) throws(RunError) -> (
        RunSummary, JSONValue
    ) {
        let end = journal.state.end
        var summary =
            run
            ?? RunSummary(
                ending: Self.ending(of: journal), requests: end?.requests ?? 0,
                elapsed: .milliseconds(end?.milliseconds ?? 0), leftForLater: end?.leftForLater ?? false)
        summary.begunAt = summary.begunAt ?? journal.state.lastBegunAt
        let page: RunPage
        do throws(RunError) {
            var counted = summary
            page = try Reporter(directory, journal).write(&counted)
            summary = counted
        } catch  where (error.kind == .damaged || run == nil && error.kind == .doesNotAddUp) && journal.lack == nil {
            // If stored files do not add up, one was cut or changed.
            summary.gaps = [
                "\(error) The report has everybody who was tried, but not the rows that were not, and no other columns; "
                    + "retry and fix are of an earlier time."
            ]
            page = try JournalReport(directory, journal).write(&summary)
        }
        let header = journal.state.header ?? JournalHeader(tool: "", organization: "", origin: "", createdAt: "")
        // A report that is written again tells when the run ended, not when somebody asked.
        let endedAt = run == nil ? end?.at : nil
        let json = try summary.write(in: directory, header, at: endedAt ?? now.timestamp)
        try page.write(in: directory, summary, [journal], header, at: now.timestamp)
        return (summary, json)
    }

    /// How the last start that sent anything ended.
    static func ending(of journal: JournalFile) -> StopReason {
        guard journal.lack == nil else { return .killed }
        return journal.state.header == nil ? .complete : journal.state.end.flatMap(StopReason.init) ?? .killed
    }
}
