/// The first line of `plan.jsonl`. It lists everything that was ever imported into the run directory.
public struct PlanHeader: Hashable, Sendable {
    /// One input of the plan.
    public struct Input: Hashable, Sendable {
        /// The name as the person gave it.
        public var name: String
        /// The copy that the input is read from, relative to the folder of inputs in the run directory.
        public var copy: String
        /// The columns as written; for JSON, the names of all members that occur.
        public var columns: [String]
        /// The number of rows without the header.
        public var rows: Int
        /// Whether it is JSON, not CSV.
        public var isJSON: Bool
        /// The separator of the cells of a CSV file.
        public var delimiter: String
        /// The options with which it is read.
        public var reading = ReadingOptions()
        /// The number of its first row among all rows, counted from 1.
        public var first = 1
        /// Whether the last import named it. Only then may its rows be sent.
        public var isCurrent = true
        /// Whether a newer file of the same name has replaced it.
        public var isReplaced = false
        /// The checksum of the copy, in hexadecimal digits.
        public var checksum = ""
    }

    /// The inputs in the order of their first import.
    public var inputs: [Input]

    /// The header as a JSON object.
    public var json: JSONValue {
        .object([
            "plan": .integer(2), "inputs": .array(inputs.map(\.json)),
        ])
    }

    /// Makes a header.
    public init(inputs: [Input]) {
        self.inputs = inputs
    }

    /// Whether the last import named the input of a row, or of its correction. Only then may the row be sent.
    func isCurrent(_ row: PlannedRow) -> Bool {
        inputs[row.place.input].isCurrent || (row.correction.map { inputs[$0.place.input].isCurrent } ?? false)
    }

    /// Reads a header back; `nil` if this version did not write it.
    public init?(_ value: JSONValue) {
        guard value["plan"]?.integer == 2, let inputs = value["inputs"]?.array else { return nil }
        self.inputs = inputs.compactMap(Input.init)
        guard self.inputs.count == inputs.count else { return nil }
    }
}

extension PlanHeader.Input {
    fileprivate var json: JSONValue {
        .object([
            "name": .string(name), "copy": .string(copy), "rows": .integer(rows), "json": .bool(isJSON),
            "delimiter": .string(delimiter), "columns": .strings(columns), "first": .integer(first),
            "current": .bool(isCurrent), "replaced": .bool(isReplaced), "checksum": .string(checksum),
            "readAs": reading.json,
        ])
    }

    fileprivate init?(_ value: JSONValue) {
        guard let name = value["name"]?.string, let copy = value["copy"]?.string,
            let columns = value["columns"]?.strings, let isJSON = value["json"]?.bool,
            let delimiter = value["delimiter"]?.string, let rows = value["rows"]?.integer,
            let first = value["first"]?.integer, let isCurrent = value["current"]?.bool,
            let isReplaced = value["replaced"]?.bool
        else { return nil }
        self.init(name: name, copy: copy, columns: columns, rows: rows, isJSON: isJSON, delimiter: delimiter)
        (self.first, self.isCurrent, self.isReplaced) = (first, isCurrent, isReplaced)
        checksum = value["checksum"]?.string ?? ""
        reading = ReadingOptions(value["readAs"] ?? .null)
    }
}

extension PlanHeader.Input {
    /// The columns of the person's file, without those that `fix` and `retry` add.
    var ownColumns: [String] { columns.filter { !Correction.addedColumns.contains($0) } }
}
