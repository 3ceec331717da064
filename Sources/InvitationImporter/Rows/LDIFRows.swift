#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the people of a directory's export (LDIF, RFC 2849). Each entry is a row, and its attributes are the columns.
/// An attribute with several values is a list.
///
/// Entries that are not people, such as units and groups, are skipped. A warning counts them.
struct LDIFRows: RowReader {
    private(set) var columns = ColumnTable()
    var headerLine: Int? { nil }
    private var lines: TextLines
    private var rowCount = 0
    private var others = 0

    init(_ text: TextSource) {
        lines = TextLines(text)
    }

    var columnCount: Int { columns.names.count }

    var nothingRead: InputError {
        others == 0
            ? InputError.empty(lines.name)
            : InputError.withoutRows(
                lines.name, "None of the \(others) entries in it is a person. Check that it is the right file.")
    }

    var warnings: [InputWarning] {
        guard others > 0 else { return [] }
        let entries =
            others == 1
            ? "1 entry that is no person, such as a unit or a group, is"
            : "\(others) entries that are no people, such as units and groups, are"
        return [InputWarning("entries-passed-over", "\(entries) not read as people.")]
    }

    /// Whether a text begins like LDIF: with an entry's name, perhaps after a version and comments.
    static func isLDIF(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        let lines = head.prefix(4096).split(whereSeparator: \.isLineEnd).prefix(20)
        let first = lines.lazy.map { String(decoding: $0, as: UTF8.self).lowercased() }.first { line in
            !line.hasPrefix("#") && !line.hasPrefix(" ") && !line.hasPrefix("version: ") && line != "version:1"
        }
        return first?.hasPrefix("dn:") ?? false
    }

    mutating func next() throws(InputError) -> Record? {
        while var entry = try nextEntry() {
            guard entry.isPerson else {
                others += 1
                continue
            }
            rowCount += 1
            var record = Record(number: rowCount, line: entry.line, offset: entry.offset, values: [])
            for attribute in entry.attributes {
                let index = try columns.index(
                    of: attribute.name, hint: record.values.count, file: lines.name, line: entry.line)
                while record.values.count <= index { record.values.append(nil) }
                record.values[index] = attribute.value
            }
            if let fault = entry.fault {
                record.findings.append(Finding(.ldifSyntax, line: entry.line, advice: fault))
                record.unread = entry.takeText()
            }
            return record
        }
        return nil
    }

    /// The next entry that is not empty; `nil` at the end.
    private mutating func nextEntry() throws(InputError) -> LDIFEntry? {
        var entry: LDIFEntry?
        while let line = try lines.next() {
            if line.isEmpty {
                entry?.finish()
                if let entry, !entry.isEmpty { return entry }
                entry = nil
                continue
            }
            var begun = entry ?? LDIFEntry(line: lines.line, offset: lines.offset)
            begun.add(line)
            guard begun.bytes <= TextLines.limit else {
                let advice = "Put a blank line between entries."
                throw .recordTooLong(lines.name, line: begun.line, limit: TextLines.limit, advice)
            }
            entry = begun
        }
        entry?.finish()
        return entry.flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// One entry of LDIF, built line by line.
private struct LDIFEntry {
    struct Attribute {
        var name: String
        var values: [String]

        /// The value of the column. Several addresses stay one text, so that the checker asks about them.
        var value: JSONValue {
            if ColumnNames.field(named: name) == .email { return .string(values.joined(separator: ", ")) }
            return values.count == 1 ? .string(values[0]) : .strings(values)
        }
    }

    private(set) var line: Int
    private(set) var offset: Int
    private(set) var attributes: [Attribute] = []
    private(set) var fault: String?
    private(set) var bytes = 0
    private var places: [String: Int] = [:]
    private var pending: String?
    private var text: [String] = []

    init(line: Int, offset: Int) {
        (self.line, self.offset) = (line, offset)
    }

    var isEmpty: Bool { attributes.isEmpty && fault == nil }

    mutating func takeText() -> String { text.joined(separator: "\n") }

    /// Adds a line. A line that begins with a space continues the one before (RFC 2849, note 2).
    mutating func add(_ line: String) {
        bytes += line.utf8.count + 1
        text.append(line)
        if line.hasPrefix(" "), let begun = pending {
            pending = begun + line.dropFirst()
        } else {
            finish()
            pending = line
        }
    }

    /// Completes the current attribute.
    mutating func finish() {
        guard let line = pending else { return }
        pending = nil
        if line.hasPrefix("#") { return }
        guard let colon = line.firstIndex(of: ":") else {
            fault =
                "There is no colon in \"\(Printable.escape(line, limit: 40))\". Each line of an entry is name: value."
            return
        }
        let name = String(line[..<colon].prefix { $0 != ";" }).trimmed()
        if name.lowercased() == "version", attributes.isEmpty { return }
        let value = Self.value(line[line.index(after: colon)...])
        if name.lowercased() == "changetype", value.lowercased() != "add" {
            fault =
                "This is a change of an entry (\(Printable.escape(value, limit: 20))), not an entry. Export the entries themselves."
        }
        let key = name.lowercased()
        if let place = places[key] {
            attributes[place].values.append(value)
        } else {
            places[key] = attributes.count
            attributes.append(Attribute(name: name, values: [value]))
        }
    }

    /// A value as written or, after a second colon, in Base64. Bytes that are not text stay encoded.
    private static func value(_ rest: Substring) -> String {
        guard rest.first == ":" else { return String(rest).trimmed() }
        let encoded = String(rest.dropFirst()).trimmed()
        guard let data = Data(base64Encoded: encoded) else { return encoded }
        return String(validating: data, as: UTF8.self) ?? encoded
    }

    /// Whether an entry is a person, by its classes. An entry without classes counts as one.
    var isPerson: Bool {
        if fault != nil { return true }
        let classes = places["objectclass"].map { attributes[$0].values.map { $0.lowercased() } } ?? []
        guard !classes.isEmpty else { return true }
        return !Self.people.isDisjoint(with: classes) && !classes.contains("computer")
    }

    private static let people: Set<String> = [
        "person", "organizationalperson", "inetorgperson", "user", "posixaccount", "shadowaccount", "account",
        "contact",
        "mailrecipient", "inetmailuser", "mozillaabpersonalpha", "evolutionperson", "newpilotperson", "pilotperson",
        "eduperson", "sambasamaccount", "ipauser", "simplesecurityobject", "inetuser",
    ]
}
