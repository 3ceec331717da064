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
        guard let value = try Self.value(&lines, path), let header = PlanHeader(value) else {
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
        guard let row = try Self.value(&lines, path).flatMap(PlannedRow.init) else {
            throw RunError(.damaged, "\(path): the line at byte \(offset) changed under way.")
        }
        return row
    }

    /// The next row; `nil` at the end.
    mutating func next() throws(RunError) -> PlannedRow? {
        let start = lines.end
        guard let value = try Self.value(&lines, path) else { return nil }
        guard let row = PlannedRow(value) else {
            throw RunError(.damaged, "\(path) has a row at byte \(start) that this version does not know.")
        }
        return row
    }

    func close() {
        try? file.close()
    }

    private static func value(_ lines: inout LineReader, _ path: FilePath) throws(RunError) -> JSONValue? {
        let line: (start: Int, bytes: [UInt8])?
        do {
            line = try lines.next()
        } catch {
            throw RunError(.damaged, "\(path) cannot be read: \(error).")
        }
        guard let line else { return nil }
        guard let value = ChecksummedLine.value(line.bytes) else {
            throw RunError(
                .damaged, "\(path) is damaged at byte \(line.start): the line does not match its checksum.")
        }
        return value
    }
}
