import SystemPackage

/// `results.csv` and `results.jsonl`: one line for each row of the input, in order.
struct ResultsFiles {
    private let csv: OutputFile
    private let jsonl: OutputFile
    private let columns: [String]
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
        columns = Self.union(rows.sources.sorted().map { inputs[$0] })
        let header = (namesFiles ? ["file"] : []) + ["row", "line"] + columns + RowResult.columns
        try csv.write(record: header.map { SpreadsheetSafe.escape($0) })
    }

    /// The person's own columns of all inputs. If all inputs have the same columns, these stay as they are, repeats
    /// included.
    static func union(_ inputs: [PlanHeader.Input]) -> [String] {
        let first = inputs.first?.ownColumns ?? []
        return inputs.allSatisfy { $0.ownColumns == first } ? first : inputs.flatMap(\.ownColumns).withoutRepeats()
    }

    func write(_ result: RowResult) throws(RunError) {
        let input = inputs[result.row.place.input]
        let own = Self.cells(of: result, in: inputs[result.source], for: columns)
        let place = (namesFiles ? [input.name] : []) + [String(result.row.place.row), String(result.row.line)]
        let cells = place + own + result.cells
        try csv.write(record: cells.map { SpreadsheetSafe.escape($0) })
        try jsonl.write(json(result, input).bytes + [0x0A])
    }

    func commit() throws(RunError) {
        try csv.commit()
        try jsonl.commit()
    }

    /// The row's own values under the given columns. For a row that can no longer be read, only the address.
    static func cells(of result: RowResult, in input: PlanHeader.Input, for columns: [String]) -> [String] {
        guard let record = result.record else {
            guard case .invite(let invitation) = result.row.decision else { return columns.map { _ in "" } }
            return columns.map { ColumnNames.field(named: $0) == .email ? invitation.email : "" }
        }
        let texts = input.columns.indices.map { $0 < record.values.count ? record.values[$0]?.cell ?? "" : "" }
        let own = zip(input.columns, texts).filter { !Correction.addedColumns.contains($0.0) }
        if own.map(\.0) == columns { return own.map(\.1) }
        return columns.map { name in own.first { $0.0 == name }?.1 ?? "" }
    }

    private func json(_ result: RowResult, _ input: PlanHeader.Input) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("file", .string(input.name)), .init("row", .integer(result.row.place.row)),
            .init("line", .integer(result.row.line)),
        ]
        if let correction = result.row.correction {
            members.append(
                .init(
                    "correctedBy",
                    .object([
                        "file": .string(inputs[correction.place.input].name), "row": .integer(correction.place.row),
                        "line": .integer(correction.line),
                    ])))
        }
        members += result.members
        if case .invite(let invitation) = result.row.decision {
            members.append(.init(result.wasSent ? "sent" : "planned", invitation.json))
        }
        if !result.row.findings.isEmpty {
            members.append(.init("findings", .array(result.row.findings.map(\.json))))
        }
        if let record = result.record { members.append(.init("input", record.json(inputs[result.source]))) }
        return .object(members)
    }
}

extension Record {
    /// The row as a JSON object under the person's own names. A name that occurs twice keeps its first value.
    func json(_ input: PlanHeader.Input) -> JSONValue {
        if let unread { return .string(unread) }
        var seen: Set<String> = []
        var members: [JSONValue.Member] = []
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            let name = index < input.columns.count ? input.columns[index] : "column \(index + 1)"
            if Correction.addedColumns.contains(name) { continue }
            if seen.insert(name).inserted { members.append(.init(name, value)) }
        }
        return .object(members)
    }
}
