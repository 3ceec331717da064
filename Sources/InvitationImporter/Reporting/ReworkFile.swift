import SystemPackage

/// `retry` or `fix`: some rows of the input in the input's own form, with the reason and the row's place in front.
///
/// Both can be imported as they are. CSV rows go into a `.csv`, JSON rows into a `.jsonl`. A file without rows does not
/// exist.
struct ReworkFile {
    private let directory: RunDirectory
    private let name: String
    private let inputs: [PlanHeader.Input]
    private var columns: ReportColumns
    private let delimiter: UInt8
    /// Whether the file begins with a UTF-8 byte order mark in any case. If the person named another encoding, the same
    /// options must not read this file in it.
    private let isMarked: Bool
    /// Whether its rows are kept for the page too, as far as there is room.
    private let isForPage: Bool
    private var pageTable: PageCorrections?
    private var pageLines: PageCorrections?
    private var csv: OutputFile?
    private var jsonl: OutputFile?

    /// How many rows it has, not counting rows that only accompany one that they were united with.
    private(set) var count = 0

    init(
        _ directory: RunDirectory, _ name: String, _ inputs: [PlanHeader.Input], _ rows: UsedInputs,
        isForPage: Bool = false
    ) {
        self.isForPage = isForPage
        self.directory = directory
        self.name = name
        self.inputs = inputs
        isMarked = inputs.contains { $0.reading.encoding.map { $0 != .utf8 } ?? false }
        let tables = rows.sources.sorted().map { inputs[$0] }.filter { !$0.isJSON }
        columns = ReportColumns(of: tables, among: inputs)
        delimiter = tables.first?.delimiter.utf8.first ?? UInt8(ascii: ",")
    }

    mutating func write(_ result: RowResult) throws(RunError) {
        if result.outcome != .duplicate { count += 1 }
        guard let record = result.record else { return }
        let input = inputs[result.source]
        if input.isJSON {
            if jsonl == nil { jsonl = try beginLines() }
            let object = json(result, record, input)
            try jsonl?.write(object.bytes + [0x0A])
            pageLines?.add(object.members ?? [], wrong: result.wrongColumns)
        } else {
            if csv == nil { csv = try beginTable() }
            let extra = record.values.dropFirst(input.columns.count).map { $0?.cell ?? "" }
            let own = columns.cells(of: result)
            // Cells beyond the header are kept too, so that nothing a person has to check is lost.
            let added = [reason(result), place(result)]
            let cells = added + own + extra
            try csv?.write(record: added + (own + extra).map(SpreadsheetText.guarded), delimiter: delimiter)
            let wrong = result.wrongColumns
            pageTable?.add(
                cells, wrong: columns.names.indices.filter { wrong.contains(columns.names[$0]) }.map { $0 + 2 })
        }
    }

    /// Puts the files in their places, and removes files of an earlier report that have no rows now.
    ///
    /// - Returns: The files that exist.
    mutating func commit() throws(RunError) -> [FilePath] {
        var written: [FilePath] = []
        for (file, ending) in [(csv, ".csv"), (jsonl, ".jsonl")] {
            let path = directory.file(name + ending)
            if let file {
                try file.commit()
                if ending == ".csv" { pageTable?.isMarked = file.isMarked }
                written.append(path)
            } else {
                try? path.removeFile()
            }
        }
        return written
    }

    /// The rows for the page, by file.
    var forPage: [PageCorrections] { [pageTable, pageLines].compactMap(\.self) }

    /// How the name ends of the file that has the rows of an input.
    static func ending(isJSON: Bool) -> String { isJSON ? ".jsonl" : ".csv" }

    private func begin(_ ending: String) throws(RunError) -> OutputFile {
        let mark: OutputFile.Mark = isMarked ? .always : ending == ".csv" ? .ifNeeded : .never
        return try OutputFile(directory.file(name + ending), mark: mark)
    }

    private mutating func beginTable() throws(RunError) -> OutputFile {
        let file = try begin(".csv")
        if isForPage {
            let delimiter = String(UnicodeScalar(delimiter))
            pageTable = PageCorrections(
                name: name + ".csv", .csv(delimiter: delimiter, columns: Correction.addedColumns + columns.names),
                isMarked: isMarked)
        }
        try file.write(
            record: Correction.addedColumns + columns.names.map(SpreadsheetText.guarded), delimiter: delimiter)
        return file
    }

    private mutating func beginLines() throws(RunError) -> OutputFile {
        if isForPage { pageLines = PageCorrections(name: name + ".jsonl", .jsonl, isMarked: isMarked) }
        return try begin(".jsonl")
    }

    private func json(_ result: RowResult, _ record: Record, _ input: PlanHeader.Input) -> JSONValue {
        let added = [
            JSONValue.Member(Correction.reasonColumn, .string(reason(result))),
            JSONValue.Member(Correction.placeColumn, .string(place(result))),
        ]
        switch record.json(input) {
        case .object(let own): return .object(added + own)
        case let text: return .object(added + [.init("line", text)])
        }
    }

    private func place(_ result: RowResult) -> String { inputs.name(of: result.row.place) }

    /// The reason. It may quote the server, so it is made safe for spreadsheets, unlike the person's own cells.
    private func reason(_ result: RowResult) -> String {
        SpreadsheetSafe.escape(result.reason ?? result.outcome.rawValue)
    }
}

extension RowResult {
    /// The columns in which something must be corrected, as far as they are known.
    fileprivate var wrongColumns: [String] { row.findings.filter { $0.level == .error }.compactMap(\.column) }
}
