/// A row that a person corrected, or that is tried again. It takes the place of the row it came from.
///
/// `fix` and `retry` name that place in a column. The plan keeps the row itself, so that a report can read the inputs
/// in order, whatever the order of the corrections was.
public struct Correction: Hashable, Sendable {
    /// The name of the column that says why the row is in the file.
    static let reasonColumn = OwnColumns.reason
    /// The name of the column that says whose place the row takes when it is imported.
    static let placeColumn = OwnColumns.place
    /// The columns that the program adds. Reports leave them out when such a file is imported.
    static let addedColumns = OwnColumns.all

    /// Where the row was read.
    public var place: RowPlace
    /// The line that an editor shows there, counted from 1.
    public var line: Int
    /// The values by the index of their column, as in a ``Record``.
    public var values: [JSONValue?]
    /// The row as it was written, if the values cannot hold all of it.
    public var unread: String?

    init(_ record: Record, input: Int) {
        place = RowPlace(input: input, row: record.number)
        (line, values, unread) = (record.line, record.values, record.unread)
    }

    init?(_ value: JSONValue) {
        guard let place = RowPlace(value), let line = value["line"]?.integer, let values = value["values"]?.array
        else { return nil }
        (self.place, self.line, unread) = (place, line, value["unread"]?.string)
        // An absent value is an empty list. A value is a list of one.
        self.values = values.map { $0.array?.first }
    }

    var json: JSONValue {
        var members = place.members
        members += [
            .init("line", .integer(line)), .init("values", .array(values.map { .array($0.map { [$0] } ?? []) })),
        ]
        if let unread { members.append(.init("unread", .string(unread))) }
        return .object(members)
    }

    /// The row as a reader gave it.
    var record: Record { Record(number: place.row, line: line, offset: 0, values: values, unread: unread) }
}
