/// The first line of `plan.jsonl`: the inputs, and how they were read.
public struct PlanHeader: Hashable, Sendable {
    /// One input of the plan.
    public struct Input: Hashable, Sendable {
        /// The name as the person gave it.
        public var name: String
        /// The copy that everything was read from, relative to the run directory.
        public var copy: String
        /// The columns as written; for JSON, the names of all members that occur.
        public var columns: [String]
        /// Rows without the header.
        public var rows: Int
        /// Whether it is JSON, not CSV.
        public var isJSON: Bool
        /// What separates the cells of a CSV file.
        public var delimiter: String
    }

    /// The inputs in the order given.
    public var inputs: [Input]
    /// How the inputs were told to be read.
    public var reading: ReadingOptions

    /// The header as a JSON object.
    public var json: JSONValue {
        .object([
            "plan": .integer(1), "reading": reading.json, "inputs": .array(inputs.map(\.json)),
        ])
    }

    /// Makes a header.
    public init(inputs: [Input], reading: ReadingOptions) {
        self.inputs = inputs
        self.reading = reading
    }

    /// Reads a header back; `nil` if it is none of this version.
    public init?(_ value: JSONValue) {
        guard value["plan"]?.integer == 1, let inputs = value["inputs"]?.array else { return nil }
        self.inputs = inputs.compactMap(Input.init)
        guard self.inputs.count == inputs.count else { return nil }
        reading = ReadingOptions(value["reading"] ?? .null)
    }
}

extension PlanHeader.Input {
    fileprivate var json: JSONValue {
        .object([
            "name": .string(name), "copy": .string(copy), "rows": .integer(rows), "json": .bool(isJSON),
            "delimiter": .string(delimiter),
            "columns": .strings(columns),
        ])
    }

    fileprivate init?(_ value: JSONValue) {
        guard let name = value["name"]?.string, let copy = value["copy"]?.string,
            let columns = value["columns"]?.strings, let isJSON = value["json"]?.bool,
            let delimiter = value["delimiter"]?.string, let rows = value["rows"]?.integer
        else { return nil }
        self.init(name: name, copy: copy, columns: columns, rows: rows, isJSON: isJSON, delimiter: delimiter)
    }
}

extension [PlanHeader.Input] {
    /// Where a row of the plan stands, in words: `row 5`, or `row 5 of team.csv` where there are several inputs.
    func place(ofRow index: Int) -> String {
        var row = index
        for input in self where count > 1 {
            if row <= input.rows { return "row \(row) of \(input.name)" }
            row -= input.rows
        }
        return "row \(row)"
    }
}
