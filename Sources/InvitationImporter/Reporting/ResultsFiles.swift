import SystemPackage

/// `results.csv` and `results.jsonl`: one line for each row of the input, in order.
struct ResultsFiles {
    private let csv: OutputFile
    private let jsonl: OutputFile
    private var columns: ReportColumns
    private let inputs: [PlanHeader.Input]
    private let namesFiles: Bool

    /// Begins the files.
    ///
    /// - Parameter rows: The inputs that have rows.
    init(_ directory: RunDirectory, _ inputs: [PlanHeader.Input], _ rows: UsedInputs) throws(RunError) {
        self.inputs = inputs
        namesFiles = rows.places.count > 1
        csv = try OutputFile(directory.file("results.csv"), mark: .ifNeeded)
        jsonl = try OutputFile(directory.file("results.jsonl"))
        columns = ReportColumns(of: rows.sources.sorted().map { inputs[$0] }, among: inputs)
        let header = (namesFiles ? ["file"] : []) + ["row", "line"] + columns.names + RowResult.columns
        try csv.write(record: header.map { SpreadsheetSafe.escape($0) })
    }

    mutating func write(_ result: RowResult) throws(RunError) {
        let input = inputs[result.row.place.input]
        let place = (namesFiles ? [input.name] : []) + [String(result.row.place.row), String(result.row.line)]
        let found = result.cells
        let cells = place + columns.cells(of: result) + found
        // Somebody may print it on a terminal. What was written is in the copy of the input.
        try csv.write(record: cells.lazy.map { SpreadsheetSafe.escape(Printable.cell($0)) })
        try jsonl.add { write(result, found, input, into: &$0) }
    }

    func commit() throws(RunError) {
        try csv.commit()
        try jsonl.commit()
    }

    /// Appends a row's object and its line feed. There may be a million, so that no tree of values is made of a row.
    private mutating func write(
        _ result: RowResult, _ cells: [String], _ input: PlanHeader.Input, into bytes: inout [UInt8]
    ) {
        bytes.add("{\"file\":", input.name)
        bytes.add(",\"row\":", result.row.place.row)
        bytes.add(",\"line\":", result.row.line)
        if let correction = result.row.correction {
            bytes.add(",\"correctedBy\":{\"file\":", inputs[correction.place.input].name)
            bytes.add(",\"row\":", correction.place.row)
            bytes.add(",\"line\":", correction.line)
            bytes.append(.closeBrace)
        }
        RowResult.write(cells, into: &bytes)
        if case .invite(let invitation) = result.row.decision {
            bytes.add(result.wasSent ? ",\"sent\":" : ",\"planned\":")
            invitation.writeBody(into: &bytes)
        }
        if !result.row.findings.isEmpty {
            bytes.add(",\"findings\":", .array(result.row.findings.map(\.json)))
        }
        if let record = result.record {
            bytes.add(",\"input\":")
            columns.write(record, of: result.source, into: &bytes)
        }
        bytes.add("}\n")
    }
}
