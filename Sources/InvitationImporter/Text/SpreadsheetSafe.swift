/// Keeps a spreadsheet from running a cell as a formula.
public enum SpreadsheetSafe {
    /// The cell with an apostrophe before it if a spreadsheet could take it for a formula: if it begins with `=`, `+`,
    /// `-`, `@`, tab or CR (OWASP, CSV Injection). For reports that people open; never for files that are read again.
    public static func escape(_ cell: String) -> String {
        switch cell.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r": "'" + cell
        default: cell
        }
    }
}
