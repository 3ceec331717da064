import SystemPackage

/// Reads `plan.jsonl`, one ``ChecksummedLine`` at a time.
struct PlanFile {
    /// The first line.
    let header: PlanHeader
    private let path: FilePath
    private let file: FileDescriptor
    private var lines: LineReader
    /// The byte where the first row begins.
    private let first: Int

    private typealias Line = (start: Int, bytes: [UInt8])

    /// Opens a plan. Close it with ``close()``.
    ///
    /// - Throws: ``RunError`` of kind `damaged` if there is no plan or its first line cannot be read.
    init(_ path: FilePath) throws(RunError) {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.openToRead(path)
        } catch {
            throw RunError.cannotRead(path, error, else: .damaged)
        }
        try self.init(file, path)
    }

    /// Reads a plan that is already open, whatever file has its path by now. Close it with ``close()``.
    ///
    /// - Throws: ``RunError`` of kind `damaged` if its first line cannot be read. Then the file is closed.
    init(_ file: FileDescriptor, _ path: FilePath) throws(RunError) {
        self.path = path
        self.file = file
        lines = LineReader(file)
        guard let line = try Self.line(&lines, path), let header = PlanHeader(try Self.value(line, path)) else {
            try? file.close()
            throw RunError(.damaged, "\(path) does not begin like a plan of this version; run the import again.")
        }
        self.header = header
        first = lines.end
    }

    /// The same open file, read again from its first row on. Close the original, not this one.
    var fromFirstRow: PlanFile { from(first) }

    /// The same open file, read again from the row that begins at a byte. Close the original, not this one.
    func from(_ offset: Int) -> PlanFile {
        var plan = self
        plan.lines = LineReader(file, from: offset)
        return plan
    }

    /// The byte where the next row begins.
    var offset: Int { lines.end }

    /// The row whose line begins at this byte.
    func row(at offset: Int) throws(RunError) -> PlannedRow {
        var lines = LineReader(file, from: offset)
        guard let line = try Self.line(&lines, path), let row = try Self.row(line, path) else {
            throw RunError(.damaged, "\(path): the line at byte \(offset) changed under way.")
        }
        return row
    }

    /// The next row; `nil` at the end.
    mutating func next() throws(RunError) -> PlannedRow? {
        guard let line = try Self.line(&lines, path) else { return nil }
        guard let row = try Self.row(line, path) else {
            throw RunError(.damaged, "\(path) has a row at byte \(line.start) that this version does not know.")
        }
        return row
    }

    func close() {
        try? file.close()
    }

    private static func line(_ lines: inout LineReader, _ path: FilePath) throws(RunError) -> Line? {
        do {
            return try lines.next()
        } catch {
            throw RunError(.damaged, "\(path) cannot be read: \(error).")
        }
    }

    /// The tree of its JSON says what a line means. An ordinary row is read without one.
    private static func row(_ line: Line, _ path: FilePath) throws(RunError) -> PlannedRow? {
        if let row = ChecksummedLine.read(line.bytes, PlannedRow.init(scanning:)) { return row }
        return PlannedRow(try value(line, path))
    }

    private static func value(_ line: Line, _ path: FilePath) throws(RunError) -> JSONValue {
        guard let value = ChecksummedLine.value(line.bytes) else {
            throw RunError(
                .damaged, "\(path) is damaged at byte \(line.start): the line does not match its checksum.")
        }
        return value
    }
}
