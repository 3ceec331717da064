/// A row that a person corrected, or that is tried again, and that stands in the place of the row it came from.
///
/// `fix` and `retry` name that place in a column. The row itself is kept in the plan, so that a report can go through
/// the inputs in order whatever order the corrections came in.
public struct Correction: Hashable, Sendable {
    /// The name of the column that says why the row is here.
    static let reasonColumn = OwnColumns.reason
    /// The name of the column that says which row it is, so that it takes that row's place when it is imported.
    static let placeColumn = OwnColumns.place
    /// The columns that are ours, and left out of reports when such a file is imported.
    static let addedColumns = OwnColumns.all

    /// The input it was read from, counted from 0 as the plan's header lists them.
    public var input: Int
    /// The row there, counted from 1 without the header.
    public var row: Int
    /// The line an editor shows there, counted from 1.
    public var line: Int
    /// The values by the index of their column, as in a ``Record``.
    public var values: [JSONValue?]
    /// The row as it was written, where the values could not hold all of it.
    public var unread: String?

    init(_ record: Record, input: Int) {
        (self.input, row, line, values, unread) = (input, record.number, record.line, record.values, record.unread)
    }

    init?(_ value: JSONValue) {
        guard let input = value["input"]?.integer, let row = value["row"]?.integer, let line = value["line"]?.integer,
            let values = value["values"]?.array
        else { return nil }
        (self.input, self.row, self.line, unread) = (input, row, line, value["unread"]?.string)
        // An absent value is an empty list; a value in itself is in a list of one.
        self.values = values.map { $0.array?.first }
    }

    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("input", .integer(input)), .init("row", .integer(row)), .init("line", .integer(line)),
            .init("values", .array(values.map { .array($0.map { [$0] } ?? []) })),
        ]
        if let unread { members.append(.init("unread", .string(unread))) }
        return .object(members)
    }

    /// The row as a reader gave it.
    var record: Record { Record(number: row, line: line, offset: 0, values: values, unread: unread) }
}
