/// Reports every person in a journal, if there is no plan.
struct JournalReport {
    private let directory: RunDirectory
    private let journal: JournalFile

    init(_ directory: RunDirectory, _ journal: JournalFile) {
        self.directory = directory
        self.journal = journal
    }

    /// Writes `results` and counts. Rows are in the order of the first attempts.
    ///
    /// - Returns: The page with the rows, still to be written.
    func write(_ summary: inout RunSummary) throws(RunError) -> RunPage {
        var page = RunPage()
        let csv = try OutputFile(directory.file("results.csv"))
        let jsonl = try OutputFile(directory.file("results.jsonl"))
        try csv.write(record: ["row", "email", "organization"] + RowResult.columns)
        for key in try journal.keys() {
            let result = try RowResult(key, number: summary.rows + 1, journal)
            summary.add(result)
            page.add(result)
            try csv.write(
                record: ([String(result.row.number), key.email, key.organization] + result.cells)
                    .map { SpreadsheetSafe.escape($0) })
            try jsonl.write(Self.json(result, key).bytes + [0x0A])
        }
        try csv.commit()
        try jsonl.commit()
        return page
    }

    private static func json(_ result: RowResult, _ key: InvitationKey) -> JSONValue {
        .object(
            [
                .init("row", .integer(result.row.number)), .init("email", .string(key.email)),
                .init("organization", .string(key.organization)),
            ] + result.members)
    }
}

extension RowResult {
    /// Makes the result of a person from the journal alone.
    fileprivate init(_ key: InvitationKey, number: Int, _ journal: JournalFile) throws(RunError) {
        let invitation = Invitation(
            organization: key.organization, email: key.email, key: key, roles: [], groups: [], message: nil)
        let row = PlannedRow(
            number: number, place: RowPlace(input: 0, row: number), line: number, decision: .invite(invitation),
            findings: [])
        try self.init(row, nil, [], journal)
    }
}
