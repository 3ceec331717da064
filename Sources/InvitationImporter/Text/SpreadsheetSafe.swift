/// Keeps a spreadsheet from running a cell as a formula.
public enum SpreadsheetSafe {
    /// The cell, with an apostrophe in front if a spreadsheet could take it for a formula: if it begins with `=`, `+`,
    /// `-`, `@`, tab or CR (OWASP, CSV Injection). For reports that people open, and for tables that ``unescape(_:)``
    /// reads back.
    public static func escape(_ cell: String) -> String {
        switch cell.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), .tab, .carriageReturn:
            "'" + cell
        default: cell
        }
    }

    /// The cell as it was before ``escape(_:)``, or before somebody typed the apostrophe to keep a spreadsheet from
    /// running it.
    public static func unescape(_ cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "'"), let second = cell.unicodeScalars.dropFirst().first else {
            return cell
        }
        return "=+-@\t\r".unicodeScalars.contains(second) ? String(cell.dropFirst()) : cell
    }
}
