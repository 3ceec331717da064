import SystemPackage

/// `results.csv` and `results.jsonl`: one line for each row of the input, in its order.
struct ResultsFiles {
    private let csv: OutputFile
    private let jsonl: OutputFile
    private let columns: [String]
    private let inputs: [PlanHeader.Input]

    init(_ directory: RunDirectory, _ inputs: [PlanHeader.Input]) throws(RunError) {
        self.inputs = inputs
        csv = try OutputFile(directory.file("results.csv"))
        jsonl = try OutputFile(directory.file("results.jsonl"))
        columns = Self.union(inputs)
        let header = (inputs.count > 1 ? ["file"] : []) + ["row", "line"] + columns + RowResult.columns
        try csv.write(record: header.map { SpreadsheetSafe.escape($0) })
    }

    /// The columns of all inputs; one of CSV files alone is kept as it is, repeats and all.
    static func union(_ inputs: [PlanHeader.Input]) -> [String] {
        inputs.count == 1 ? inputs[0].columns : inputs.flatMap(\.columns).withoutRepeats()
    }

    func write(_ result: RowResult) throws(RunError) {
        let input = inputs[result.row.input]
        let own = Self.cells(of: result.record, in: input, for: columns, alone: inputs.count == 1)
        let place = (inputs.count > 1 ? [input.name] : []) + [String(result.row.row), String(result.row.line)]
        let cells = place + own + result.cells
        try csv.write(record: cells.map { SpreadsheetSafe.escape($0) })
        try jsonl.write(Self.json(result, input).bytes + [0x0A])
    }

    func commit() throws(RunError) {
        try csv.commit()
        try jsonl.commit()
    }

    /// The row's own values under the given columns.
    static func cells(
        of record: Record, in input: PlanHeader.Input, for columns: [String], alone: Bool
    ) -> [String] {
        let texts = record.values.map { $0?.cell ?? "" }
        if alone { return columns.indices.map { $0 < texts.count ? texts[$0] : "" } }
        return columns.map { name in
            guard let index = input.columns.firstIndex(of: name), index < texts.count else { return "" }
            return texts[index]
        }
    }

    private static func json(_ result: RowResult, _ input: PlanHeader.Input) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("file", .string(input.name)), .init("row", .integer(result.row.row)),
            .init("line", .integer(result.row.line)),
        ]
        for (name, text) in zip(RowResult.columns, result.cells) where !text.isEmpty {
            let isNumber = name == "http_status" || name == "attempts"
            members.append(.init(name, isNumber ? .number(text) : .string(text)))
        }
        if case .invite(let invitation) = result.row.decision {
            members.append(.init(result.wasSent ? "sent" : "planned", invitation.json))
        }
        if !result.row.findings.isEmpty {
            members.append(.init("findings", .array(result.row.findings.map(\.json))))
        }
        members.append(.init("input", result.record.json(input)))
        return .object(members)
    }
}

extension Record {
    /// The row as a JSON object under the input's own names; names that occur twice keep their first value.
    func json(_ input: PlanHeader.Input) -> JSONValue {
        if let unread { return .string(unread) }
        var seen: Set<String> = []
        var members: [JSONValue.Member] = []
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            let name = index < input.columns.count ? input.columns[index] : "column \(index + 1)"
            if seen.insert(name).inserted { members.append(.init(name, value)) }
        }
        return .object(members)
    }
}

extension JSONValue {
    /// The value as it stands in a cell: texts as they are, lists of texts with semicolons, all else as JSON.
    var cell: String {
        switch self {
        case .string(let text): text
        case .null: ""
        default: strings?.joined(separator: ";") ?? serialized
        }
    }
}
