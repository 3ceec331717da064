/// The rows of a page's table.
///
/// Rows that need somebody come first in importance: they are kept as long as there is room. The others are kept if all
/// of them fit, else none is: they are counts.
struct PageTable {
    /// One row of the table.
    struct Row {
        /// The name of its input.
        var file: String
        /// The row in its input, and the line that an editor shows, counted from 1.
        var row: Int
        var line: Int
        var email: String
        var name = ""
        var roles: [String] = []
        var groups: [String] = []
        /// How it ended, or what will be done.
        var outcome: String
        /// What a person should know.
        var note = ""
        /// When it was sent and when the invitation ends, ISO 8601; empty if that is not known.
        var sentAt = ""
        var expiresAt = ""
        var needsSomebody: Bool

        /// Takes whom the row names.
        mutating func take(_ person: NamedPerson?) {
            guard let person else { return }
            (email, name, roles, groups) = (person.email, person.name, person.roles, person.groups)
        }
    }

    /// The room for each of the two kinds of rows, in bytes of JSON.
    private static let room = 260_000

    private var texts = PageTexts()
    private var needing = Rows()
    private var others = Rows()

    /// Rows of one kind, as JSON.
    private struct Rows {
        var json: [(number: Int, text: String)] = []
        var bytes = 0
        var count = 0
        var isFull: Bool { bytes > PageTable.room }
    }

    /// How many rows there are in all.
    var count: Int { needing.count + others.count }
    /// How many rows the table shows.
    var shown: Int { needing.json.count + (showsOthers ? others.json.count : 0) }
    /// Whether rows that need nobody are shown too.
    private var showsOthers: Bool { !others.isFull && needing.bytes + others.bytes <= Self.room }

    /// Adds the next row.
    mutating func add(_ row: Row) {
        let number = count
        if row.needsSomebody {
            add(row, number, to: \.needing)
        } else {
            add(row, number, to: \.others)
            // They will not be shown, so their room is given back.
            if others.isFull { others.json = [] }
        }
    }

    private mutating func add(_ row: Row, _ number: Int, to rows: WritableKeyPath<PageTable, Rows>) {
        self[keyPath: rows].count += 1
        guard !self[keyPath: rows].isFull else { return }
        let text = PageJSON.text(json(row))
        self[keyPath: rows].bytes += text.utf8.count + 1
        if !self[keyPath: rows].isFull { self[keyPath: rows].json.append((number, text)) }
    }

    private mutating func json(_ row: Row) -> JSONValue {
        .array([
            .integer(texts.index(row.file)), .integer(row.row), .integer(row.line),
            .string(PageText.safe(row.email, 254)), .string(PageText.safe(row.name, 100)),
            .integer(texts.index(row.roles.joined(separator: ", "))),
            .integer(texts.index(row.groups.joined(separator: ", "))), .integer(texts.index(row.outcome)),
            .integer(texts.index(row.note)), .string(PageText.safe(row.sentAt, 30)),
            .string(PageText.safe(row.expiresAt, 30)), .integer(row.needsSomebody ? 1 : 0),
        ])
    }

    /// The table for the page's script: the texts that occur often, and the rows with the numbers of these.
    var script: String {
        let rows = showsOthers ? (needing.json + others.json).sorted { $0.number < $1.number } : needing.json
        return "{\"texts\":\(texts.script),\"rows\":[\(rows.map(\.text).joined(separator: ","))]}"
    }

    /// What the table does not show, in a sentence; `nil` if it shows all rows.
    ///
    /// - Parameter file: The file that has all rows.
    func missing(but file: String) -> String? {
        guard shown < count else { return nil }
        let hidden = needing.count - needing.json.count
        let rest =
            showsOthers || others.count == 0
            ? "" : " \(PageText.count(others.count, "row that needs", "rows that need")) nobody are counted above."
        let all = PageText.count(needing.count, "row that needs", "rows that need") + " somebody."
        let first =
            needing.count == 0
            ? "No row needs somebody."
            : "The table has the " + (hidden > 0 ? "first \(PageText.number(needing.json.count)) of \(all)" : all)
        return first + rest + " All rows are in \(file)."
    }
}
