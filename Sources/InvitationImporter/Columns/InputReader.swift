public import SystemPackage

/// Reads an input row by row. It finds out how the input is written, names the columns, and gives each row with its
/// place.
///
/// It holds one piece of 64 KiB and one row, never the whole input. A problem of one row is a finding on that row. An
/// error makes the whole input doubtful; then nothing of it should be used. Use one copy only, since copies share the
/// file.
///
///     var reader = try InputReader.opening("team.csv")
///     while let record = try reader.next() { … }
public struct InputReader: Sendable {
    /// How the input is written.
    public let dialect: Dialect
    /// How its characters are written.
    public let encoding: TextEncoding
    /// The input's name, for messages.
    public let name: String
    /// The system that the input comes from, and the columns that showed it; `nil` if the system is unknown.
    public let recognition: Recognition?
    /// Which columns give which field; for JSON, from the members seen so far.
    public private(set) var fields = FieldMap()
    private var interpretation: ColumnResolver
    /// The members of JSON objects seen so far.
    private(set) var members = MemberTree()
    private let mayBeEmpty: Bool
    private(set) var secrets: Secrets
    /// Where addresses can be seen, while none was taken.
    private var seen = SeenAddress()
    private(set) var hasAddress = false
    /// How often it was found out what the columns are. For JSON, that may change with any row.
    private(set) var interpretations = 0
    /// Looks for a second column of addresses; `nil` where it is certain which one counts.
    private(set) var rivals: RivalAddresses?
    var rows: any RowReader
    /// The first rows of JSON and LDIF, read before the others to find out what the input is.
    private(set) var ahead: ArraySlice<Record>
    private(set) var isFinished = false
    var rowCount = 0
    /// Whether it is a table that this program wrote to be corrected, whose cells are guarded from spreadsheets.
    let isGuarded: Bool

    /// How many rows are read ahead to find out where the input comes from.
    static let rowsAhead = 20

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - options: what is known about the input. The rest is found out.
    /// - Throws: ``InputError``. Its code is one of `input-not-readable`, `input-directory`, `input-empty`,
    ///   `encoding-utf32`, `encoding-invalid`, `binary`, `utf8-invalid`, `header-missing`, `email-column-missing`,
    ///   `column-twice`, `columns-too-many`, `record-too-long`, `quote-unclosed`, `quote-stray`, `map-column-missing`,
    ///   `role-map-column-missing`, `placeholder-unknown`, `message-column`, `preset-unknown`,
    ///   `preset-columns-missing`; for JSON also those of ``next()``.
    public init(_ source: ByteSource, options: ReadingOptions = ReadingOptions()) throws(InputError) {
        let text = try TextSource(source, encoding: options.encoding)
        encoding = text.encoding
        name = text.name
        dialect = text.bytes.withUnsafeBufferPointer { bytes in
            Dialect(
                of: UnsafeBufferPointer(rebasing: bytes[text.head]), format: options.format,
                delimiter: options.delimiter)
        }
        mayBeEmpty = options.mayBeEmpty
        var ahead: [Record] = []
        switch dialect.format {
        case _ where mayBeEmpty && text.head.isEmpty: rows = JSONLRows(text)
        case .csv, .tsv:
            rows = try CSVRows(text, dialect: dialect, named: Self.unguarded) { options.unheadedColumns(of: $0) }
        case .list: rows = try ListRows(text, dialect: dialect)
        case .ldif:
            rows = LDIFRows(text)
            while ahead.count < Self.rowsAhead, let record = try rows.next() { ahead.append(record) }
        case .jsonl, .json:
            rows =
                dialect.format == .json
                ? JSONRows(
                    text, email: options.emailMembers, outLists: .init(name: ListNames.out, column: ListNames.column))
                : JSONLRows(text)
            while ahead.count < Self.rowsAhead, let record = try rows.next() { ahead.append(record) }
        }
        self.ahead = ahead[...]
        isGuarded = rows.headerLine != nil && rows.columns.names.contains(OwnColumns.place)
        recognition = try Self.recognise(rows.columns, ahead, options, name)
        interpretation = ColumnResolver(recognition: recognition, options: options, file: name)
        interpretation.isJSON = rows.headerLine == nil
        secrets = Secrets(recognition?.preset)
        if recognition == nil, options.mapping[.email] == nil { rivals = RivalAddresses() }
        try interpretColumns(line: rows.headerLine)
        let foreign =
            recognition == nil
            ? ForeignMessage.question(rows.columns, fields, options, file: name, line: rows.headerLine) : nil
        if let foreign { throw foreign }
    }

    /// The names of the columns of a table that this program wrote to be corrected, as they were before it guarded them
    /// from spreadsheets; other names as they are.
    private static func unguarded(_ names: [String]) -> [String] {
        names.contains(OwnColumns.place) ? names.map(SpreadsheetText.plain) : names
    }

    private static func recognise(
        _ columns: ColumnTable, _ records: [Record], _ options: ReadingOptions, _ name: String
    ) throws(InputError) -> Recognition? {
        guard let wanted = options.preset else { return Recognition(columns, records, among: options.presets) }
        if wanted == "none" { return nil }
        guard let preset = options.namedPreset else {
            let names = options.presets.map(\.name)
            let near = EditDistance.nearest(wanted, names).map { "\($0)? " } ?? ""
            let message =
                "There is no preset \"\(Printable.escape(wanted, limit: 40))\". \(near)There are: none, "
                + "\(names.joined(separator: ", "))."
            throw InputError(.notUnderstood, code: "preset-unknown", file: name, message: message)
        }
        // Without the preset's columns for inactive people, everybody would be invited.
        guard records.isEmpty && columns.names.isEmpty || Recognition.fits(preset, columns, records) else {
            throw InputError.withoutColumns(of: preset, columns.names, file: name)
        }
        return Recognition(preset, by: [])
    }

    /// Finds the fields among the columns. For CSV all columns are known now.
    private mutating func interpretColumns(line: Int?) throws(InputError) {
        interpretations += 1
        fields = try interpretation.fields(rows.columns, members, line: line ?? 1)
        columns = rows.columns.names
        guard let line else { return }
        try refuseUnusable(line: line)
        if fields[source: .email] == nil {
            var (peek, seen) = (rows, seen)
            for _ in 0..<Self.rowsAhead {
                if let record = try peek.next() { seen.look(into: record, columns) }
            }
            throw InputError.withoutEmail(columns, recognition?.preset, seen: seen.path, file: name, line: line)
        }
    }

    private func refuseUnusable(line: Int?) throws(InputError) {
        guard let (code, message) = interpretation.unusable(rows.columns) else { return }
        throw InputError(.notUnderstood, code: code, file: name, line: line, message: message)
    }

    /// Begins to read a file. It is closed when the reader is gone.
    ///
    /// - Throws: ``InputError`` as `init` does, and with the code `input-not-found`.
    public static func opening(
        _ path: FilePath, name: String? = nil, options: ReadingOptions = ReadingOptions()
    ) throws(InputError) -> InputReader {
        try InputReader(ByteSource.opening(path, name: name), options: options)
    }

    /// Begins to read an open file from its current position. It must stay open until all has been read; the caller
    /// closes it.
    ///
    /// - Throws: ``InputError`` as the other `init` does.
    public init(
        _ descriptor: FileDescriptor, name: String, options: ReadingOptions = ReadingOptions()
    ) throws(InputError) {
        try self.init(ByteSource(descriptor, name: name), options: options)
    }

    /// The columns as written; for JSON the names of members, in the order in which they were first seen. At most
    /// 1,000.
    public private(set) var columns: [String] = []

    /// The columns and JSON members seen so far whose values were secrets. No row has these values.
    public var secretColumns: [String] { secrets.found }

    /// What was noticed about the input as a whole, complete once it has been read to its end.
    public var warnings: [InputWarning] {
        rows.warnings + NearName.warnings(columns, fields, isForeign: recognition != nil)
            + (members.isFull ? [Self.membersUnseen] : [])
    }

    private static let membersUnseen = InputWarning(
        "members-too-many",
        "The objects have more than \(MemberTree.limit) different members, and nobody looked into the others: if one of "
            + "them says who is in, name it with --map status=")

    /// Whether the columns seen so far are those of a file made for invitations.
    var isMadeForInvitations: Bool {
        recognition != nil || ForeignMessage.isMadeForInvitations(rows.columns, fields)
    }

    /// How the input is written.
    public var format: InputFormat { dialect.format }

    /// Reads the next row.
    ///
    /// - Returns: the row, or `nil` at the end.
    /// - Throws: ``InputError`` as `init` does, and with the codes `rows-missing` (there is a header and nothing else,
    ///   or an empty array), `json-array-missing` (an object without an array of people), `json-array-twice` (an object
    ///   with two of them), `json-syntax` (an array that is not JSON), `column-twice` (two columns could be the address
    ///   and differ in this row) and `email-column-missing` (no row has an address in the expected place, and some have
    ///   one elsewhere). Do not call it again after an error.
    public mutating func next() throws(InputError) -> Record? {
        if isFinished { return nil }
        if var record = try nextRecord() {
            rowCount += 1
            if rows.columnCount != columns.count { try interpretColumns(line: nil) }
            refuseRepeats(in: &record)
            secrets.remove(from: &record, names: columns, fields)
            if members.add(record, names: columns) { try interpretColumns(line: nil) }
            if let message = interpretation.emptiedStatus(rows.columns, secrets.emptied.union(secrets.spared)) {
                throw InputError(
                    .notUnderstood, code: "map-column-missing", file: name, line: record.line, message: message)
            }
            let differing =
                fields.disagreement(in: record).map { (columns[$0.0], columns[$0.1]) }
                ?? rivals?.rivals(in: record, columns, members, fields)
            if let (first, second) = differing {
                throw InputError.twoColumns(first, second, .email, file: name, line: record.line)
            }
            if !hasAddress { lookForAddress(record) }
            return record
        }
        isFinished = true
        if rowCount == 0 {
            let error = rows.nothingRead
            if mayBeEmpty, ["rows-missing", "input-empty"].contains(error.code) { return nil }
            throw error
        }
        try refuseUnusable(line: nil)
        if let error = withoutAddress { throw error }
        return nil
    }
}

extension InputReader {
    private mutating func lookForAddress(_ record: Record) {
        hasAddress = fields.value(.email, in: record) != nil
        if !hasAddress { seen.look(into: record, columns) }
    }

    /// The error if nobody has an address in the expected place, but some have one elsewhere.
    private var withoutAddress: InputError? {
        guard !hasAddress, recognition == nil, let path = seen.path else { return nil }
        return InputError.withoutEmail(columns, nil, seen: path, file: name, line: nil)
    }

    /// Refuses an object that has a name twice where a field is taken from it: choosing one value would be a guess.
    private func refuseRepeats(in record: inout Record) {
        guard record.hasRepeatedNames else { return }
        guard let name = fields.repeatedName(in: record, columns) else { return record.unread = nil }
        let advice =
            "\"\(Printable.escape(name, limit: 60))\" is there twice in one object, with different values. Remove one of "
            + "them."
        record.findings.append(Finding(.jsonNameTwice, line: record.line, advice: advice))
    }

    private mutating func nextRecord() throws(InputError) -> Record? {
        if let record = ahead.popFirst() { return record }
        guard var record = try rows.next() else { return nil }
        guard isGuarded else { return record }
        for index in record.values.indices {
            guard case .string(let text)? = record.values[index] else { continue }
            record.values[index] = .string(SpreadsheetText.plain(text))
        }
        return record
    }
}
