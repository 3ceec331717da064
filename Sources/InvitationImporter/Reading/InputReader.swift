public import SystemPackage

/// Reads an input row by row: finds out how it is written, names the columns, and gives each row with its place.
///
/// It holds one piece of 64 KiB and one row, never the input. What is wrong with one row is a finding on that row;
/// what makes the whole input doubtful is thrown, and nothing of the input should then be used. Use one copy only:
/// copies share the file.
///
///     var reader = try InputReader.opening("team.csv")
///     while let record = try reader.next() { … }
public struct InputReader: Sendable {
    /// How the input is written.
    public let dialect: Dialect
    /// The input's name, for messages.
    public let name: String
    private var rows: any RowReader
    private var isFinished = false
    private var rowCount = 0

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - options: what is known about the input; the rest is found out.
    /// - Throws: ``InputError``, whose code is one of `input-not-readable`, `input-directory`, `input-empty`,
    ///   `encoding-utf16`, `binary`, `utf8-invalid`, `email-column-missing`, `column-twice`, `columns-too-many`,
    ///   `record-too-long`, `quote-unclosed`, `quote-stray`.
    public init(_ source: ByteSource, options: ReadingOptions = ReadingOptions()) throws(InputError) {
        let text = try TextSource(source)
        name = text.name
        dialect = text.bytes.withUnsafeBufferPointer { bytes in
            Dialect(of: UnsafeBufferPointer(rebasing: bytes[text.head]), options: options)
        }
        switch dialect.format {
        case .csv, .tsv: rows = try CSVRows(text, dialect: dialect)
        case .jsonl: rows = JSONLRows(text)
        case .json: rows = JSONRows(text)
        }
    }

    /// Begins to read a file, which is closed when the reader is gone.
    ///
    /// - Throws: ``InputError`` as `init` does, and with the code `input-not-found`.
    public static func opening(
        _ path: FilePath, name: String? = nil, options: ReadingOptions = ReadingOptions()
    ) throws(InputError) -> InputReader {
        try InputReader(ByteSource.opening(path, name: name), options: options)
    }

    /// Begins to read an open file from where it stands; it stays open, and must, until all has been read.
    ///
    /// - Throws: ``InputError`` as the other `init` does.
    public init(
        _ descriptor: FileDescriptor, name: String, options: ReadingOptions = ReadingOptions()
    ) throws(InputError) {
        try self.init(ByteSource(descriptor, name: name), options: options)
    }

    /// The columns as written; for JSON the names of members, in the order they were first seen so far. At most 1,000.
    public var columns: [String] { rows.columns.names }

    /// Which column gives which field; for JSON as far as the members were seen.
    public var fields: FieldMap { rows.columns.fields }

    /// How the input is written.
    public var format: InputFormat { dialect.format }

    /// Reads the next row.
    ///
    /// - Returns: the row, or `nil` at the end.
    /// - Throws: ``InputError`` as `init` does, and with the codes `rows-missing` (there is a header and nothing else,
    ///   or an empty array) and `json-syntax` (an array that is not JSON). Do not call it again after that.
    public mutating func next() throws(InputError) -> Record? {
        if isFinished { return nil }
        if let record = try rows.next() {
            rowCount += 1
            return record
        }
        isFinished = true
        guard rowCount > 0 else { throw rows.nothingRead }
        return nil
    }
}

/// One way of cutting an input into rows.
protocol RowReader: Sendable {
    /// The columns as far as they are known.
    var columns: ColumnTable { get }
    /// What to say if the input had no row.
    var nothingRead: InputError { get }
    /// The next row; `nil` at the end.
    mutating func next() throws(InputError) -> Record?
}

extension InputError {
    static func empty(_ name: String) -> InputError {
        let message = "There is nothing in the input. Check that it is the right file and was saved."
        return InputError(.notUnderstood, code: "input-empty", file: name, message: message)
    }

    static func withoutRows(_ name: String, _ message: String) -> InputError {
        InputError(.notUnderstood, code: "rows-missing", file: name, message: message)
    }

    static func recordTooLong(_ name: String, line: Int, limit: Int, _ advice: String) -> InputError {
        let message = "The row that begins here is longer than \(limit) bytes. \(advice)"
        return InputError(.notUnderstood, code: "record-too-long", file: name, line: line, message: message)
    }
}
