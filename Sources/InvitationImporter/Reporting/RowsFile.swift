import SystemPackage

/// `retry` or `fix`: some rows of the input in the input's own shape, with the reason in a first column.
///
/// Both can be imported as they are. CSV rows go into a `.csv`, JSON rows into a `.jsonl`; a file that would be empty
/// does not exist.
struct RowsFile {
    /// The name of the column that says why the row is here; left out when such a file is imported again.
    static let reasonColumn = "import_reason"

    private let directory: RunDirectory
    private let name: String
    private let inputs: [PlanHeader.Input]
    private let columns: [String]
    private let delimiter: UInt8
    /// Whether the file begins with the mark of UTF-8: where a person named another encoding, the same options must not
    /// read this file in it.
    private let isMarked: Bool
    private var csv: OutputFile?
    private var jsonl: OutputFile?

    /// How many rows it has, without those that only go along with one they were united with.
    private(set) var count = 0

    init(_ directory: RunDirectory, _ name: String, _ header: PlanHeader) {
        self.directory = directory
        self.name = name
        inputs = header.inputs
        isMarked = header.reading.encoding != nil && header.reading.encoding != .utf8
        let tables = inputs.filter { !$0.isJSON }
        columns = ResultsFiles.union(tables.isEmpty ? inputs : tables)
        delimiter = tables.first?.delimiter.utf8.first ?? UInt8(ascii: ",")
    }

    mutating func write(_ result: RowResult) throws(RunError) {
        if result.outcome != .duplicate { count += 1 }
        let input = inputs[result.row.input]
        if input.isJSON {
            if jsonl == nil { jsonl = try begin(".jsonl") }
            try jsonl?.write(json(result, input).bytes + [0x0A])
        } else {
            if csv == nil { csv = try beginTable() }
            try csv?.write(record: [reason(result)] + cells(result, input), delimiter: delimiter)
        }
    }

    /// Puts the files in their places, and removes those of an earlier report that would be empty now.
    ///
    /// - Returns: The files that are there.
    func commit() throws(RunError) -> [FilePath] {
        var written: [FilePath] = []
        for (file, ending) in [(csv, ".csv"), (jsonl, ".jsonl")] {
            let path = directory.file(name + ending)
            if let file {
                try file.commit()
                written.append(path)
            } else {
                try? path.removeFile()
            }
        }
        return written
    }

    private func begin(_ ending: String) throws(RunError) -> OutputFile {
        let file = try OutputFile(directory.file(name + ending))
        if isMarked { try file.write([0xEF, 0xBB, 0xBF]) }
        return file
    }

    private func beginTable() throws(RunError) -> OutputFile {
        let file = try begin(".csv")
        let header = [Self.reasonColumn] + columns.filter { $0 != Self.reasonColumn }
        try file.write(record: header, delimiter: delimiter)
        return file
    }

    /// The row's cells as they were, those beyond the header included, so that nothing a person has to look at is lost.
    private func cells(_ result: RowResult, _ input: PlanHeader.Input) -> [String] {
        let alone = columns == input.columns
        let own = ResultsFiles.cells(of: result.record, in: input, for: columns, alone: alone)
        let kept = zip(columns, own).filter { $0.0 != Self.reasonColumn }.map(\.1)
        return kept + result.record.values.dropFirst(input.columns.count).map { $0?.cell ?? "" }
    }

    private func json(_ result: RowResult, _ input: PlanHeader.Input) -> JSONValue {
        var members = [JSONValue.Member(Self.reasonColumn, .string(reason(result)))]
        switch result.record.json(input) {
        case .object(let own): members += own.filter { $0.name != Self.reasonColumn }
        case let text: members.append(.init("line", text))
        }
        return .object(members)
    }

    /// Ours, but it may quote the server: made safe for spreadsheets, unlike the person's own cells.
    private func reason(_ result: RowResult) -> String {
        SpreadsheetSafe.escape(result.reason ?? result.outcome.rawValue)
    }
}
