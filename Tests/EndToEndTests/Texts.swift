import Foundation

/// A reader for CSV that shares nothing with the one under test.
enum CSVText {
    static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                cell.unicodeScalars.append(scalar)
                scalars.removeFirst()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                cells.append(cell)
                cell = ""
            case "\r" where !isQuoted && scalars.first == "\n": break
            case "\n" where !isQuoted:
                records.append(cells + [cell])
                (cells, cell) = ([], "")
            default: cell.unicodeScalars.append(scalar)
            }
        }
        if !cells.isEmpty || !cell.isEmpty { records.append(cells + [cell]) }
        return records
    }
}

/// JSON by Foundation's reader, not by ours.
struct JSONText {
    private let value: Any

    init(_ text: String) throws {
        value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    private init(_ value: Any) {
        self.value = value
    }

    subscript(_ name: String) -> JSONText { JSONText((value as? [String: Any])?[name] ?? NSNull()) }

    var string: String? { value as? String }
    var int: Int? { value as? Int }
    var strings: [String] { value as? [String] ?? [] }
    var array: [JSONText] { (value as? [Any] ?? []).map(JSONText.init) }
    var counts: [String: Int] { value as? [String: Int] ?? [:] }
}
