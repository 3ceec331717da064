/// Keeps a spreadsheet from changing a cell of a table that is read again: `007`, a long number, a date, a formula.
///
/// A spreadsheet that opens a table makes numbers and dates of such cells, and saves these: `7`, `1.2E+19`, `01/02/26`.
/// Written as the formula of a text, `="007"`, a cell is shown and saved as `007`, or is left as it is.
enum SpreadsheetText {
    /// The longest text that Excel takes in a formula, in UTF-16 units.
    private static let limit = 255

    private static let months: Set<String> = [
        "jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez",
    ]

    /// The cell, as the formula of a text if a spreadsheet would change it.
    static func guarded(_ cell: String) -> String {
        guard wouldChange(cell), cell.utf16.count <= limit else { return cell }
        var bytes: [UInt8] = [UInt8(ascii: "="), .quote]
        for byte in cell.utf8 { bytes += byte == .quote ? [byte, byte] : [byte] }
        return String(decoding: bytes + [.quote], as: UTF8.self)
    }

    /// The cell as it was before ``guarded(_:)``.
    static func plain(_ cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "="), cell.utf8.count > 3 else { return cell }
        var bytes: [UInt8] = []
        var isSecond = false
        for byte in cell.utf8.dropFirst(2).dropLast() {
            isSecond = byte == .quote && !isSecond
            if byte != .quote || isSecond { bytes.append(byte) }
        }
        // Another formula, such as ="a"&"b", is text.
        let text = String(decoding: bytes, as: UTF8.self)
        return guarded(text).utf8.elementsEqual(cell.utf8) ? text : cell
    }

    /// Whether a spreadsheet would make something else of the cell. The page's script has the same rule.
    private static func wouldChange(_ cell: String) -> Bool {
        let text = cell.unicodeScalars.drop { $0 == " " }
        guard let first = text.first, text.count > 1 else { return false }
        switch first {
        case "=", "+", "-", "@", "\t", "\r": return true
        case "0"..."9", ".", "(": return !text.contains("@") && !isShortNumber(cell)
        default: return isMonth(String(text.prefix(3))) && text.contains { ("0"..."9").contains($0) }
        }
    }

    /// Whether the cell is a whole number that every program writes as it is.
    private static func isShortNumber(_ cell: String) -> Bool {
        cell.utf8.count <= 15 && cell.utf8.first != UInt8(ascii: "0") && cell.utf8.allSatisfy(\.isDigit)
    }

    private static func isMonth(_ text: String) -> Bool { months.contains(text.lowercased()) }
}
