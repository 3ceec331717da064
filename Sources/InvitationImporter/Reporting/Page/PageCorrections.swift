/// The rows of one file that a person must correct, for the page to edit and to save as that file.
///
/// Saved without a change, the file has the very bytes of the one in the run directory.
struct PageCorrections {
    /// The room for the rows of all files, in bytes of JSON.
    static let room = 300_000

    /// The form of the file: what the page's script needs to write it.
    enum Form {
        /// A table, with its delimiter and its columns.
        case csv(delimiter: String, columns: [String])
        /// An object on each line.
        case jsonl
    }

    /// The name of the file in the run directory.
    let name: String
    let form: Form
    /// Whether it begins with a byte order mark.
    let isMarked: Bool
    private var rows: [String] = []
    private(set) var bytes = 0
    /// How many rows the file has.
    private(set) var count = 0

    init(name: String, _ form: Form, isMarked: Bool) {
        (self.name, self.form, self.isMarked) = (name, form, isMarked)
    }

    /// How many of its rows the page has: the first ones.
    var shown: Int { rows.count }

    /// Adds a row of a table.
    ///
    /// - Parameters:
    ///   - cells: The cells, as they are written.
    ///   - wrong: The indices of the cells that must be corrected, as far as they are known.
    mutating func add(_ cells: [String], wrong: [Int]) {
        add(.array([.strings(cells), .array(wrong.map(JSONValue.integer))]))
    }

    /// Adds an object. Its names and values are kept as they are written, so that a long number stays what it is.
    mutating func add(_ members: [JSONValue.Member], wrong: [String]) {
        let pairs = members.map { member in
            JSONValue.strings([JSONValue.string(member.name).serialized, member.value.serialized])
        }
        add(.array([.array(pairs), .strings(wrong)]))
    }

    private mutating func add(_ row: JSONValue) {
        count += 1
        guard rows.count == count - 1, bytes < Self.room else { return }
        let text = PageJSON.text(row)
        bytes += text.utf8.count + 1
        if bytes <= Self.room { rows.append(text) }
    }

    /// The file for the page's script.
    var script: String {
        let head: JSONValue =
            switch form {
            case .csv(let delimiter, let columns):
                .object([
                    "name": .string(name), "delimiter": .string(delimiter), "mark": .bool(isMarked),
                    "columns": .strings(columns),
                ])
            case .jsonl: .object(["name": .string(name), "mark": .bool(isMarked)])
            }
        return PageJSON.text(head).dropLast() + ",\"rows\":[\(rows.joined(separator: ","))]}"
    }
}
