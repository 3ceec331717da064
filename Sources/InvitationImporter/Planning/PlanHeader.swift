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
        /// How many of the rows belong to the shard; `nil` if all of them do.
        public var own: Int?
    }

    /// The inputs in the order of their first import.
    public var inputs: [Input]
    /// The part of the import whose rows the plan has.
    public var shard: Shard
    /// The rule by which the import was split, see ``Shard/rule``.
    public var rule: Int

    /// The header as a JSON object.
    public var json: JSONValue {
        .object(
            [
                .init("plan", .integer(shard.isWhole ? 2 : Self.splitVersion)),
                .init("inputs", .array(inputs.map(\.json))),
            ] + shard.members(rule: rule))
    }

    /// The version of the format for a shard. A program that knows no shards must not go on with such a plan.
    private static let splitVersion = 3

    /// Makes a header.
    public init(inputs: [Input], shard: Shard = .whole) {
        (self.inputs, self.shard, rule) = (inputs, shard, Shard.rule)
    }

    /// Whether the last import named the input of a row, or of its correction. Only then may the row be sent.
    func isCurrent(_ row: PlannedRow) -> Bool {
        inputs[row.place.input].isCurrent || (row.correction.map { inputs[$0.place.input].isCurrent } ?? false)
    }

    /// Reads a header back; `nil` if this version did not write it.
    public init?(_ value: JSONValue) {
        guard let version = value["plan"]?.integer, (2...Self.splitVersion).contains(version),
            let inputs = value["inputs"]?.array, let (shard, rule) = Shard.read(value)
        else { return nil }
        (self.inputs, self.shard, self.rule) = (inputs.compactMap(Input.init), shard, rule)
        guard self.inputs.count == inputs.count else { return nil }
    }
}

extension PlanHeader.Input {
    fileprivate var json: JSONValue {
        .object(
            [
                .init("name", .string(name)), .init("copy", .string(copy)), .init("rows", .integer(rows)),
                .init("json", .bool(isJSON)), .init("delimiter", .string(delimiter)),
                .init("columns", .strings(columns)), .init("first", .integer(first)),
                .init("current", .bool(isCurrent)), .init("replaced", .bool(isReplaced)),
                .init("checksum", .string(checksum)), .init("readAs", reading.json),
            ] + (own.map { [.init("own", .integer($0))] } ?? []))
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
        own = value["own"]?.integer
        reading = ReadingOptions(value["readAs"] ?? .null)
    }
}

extension PlanHeader.Input {
    /// The columns of the person's file, without those that `fix` and `retry` add.
    var ownColumns: [String] { columns.filter { !Correction.addedColumns.contains($0) } }
}
