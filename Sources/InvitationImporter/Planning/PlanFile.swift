import SystemPackage

/// Reads `plan.jsonl` a line at a time.
struct PlanFile {
    /// The first line.
    let header: PlanHeader
    private let path: FilePath
    private let file: FileDescriptor
    private var lines: LineReader

    /// Opens a plan. Give it back with ``close()``.
    ///
    /// - Throws: ``RunError`` of kind `damaged` if there is none or its first line cannot be read.
    init(_ path: FilePath) throws(RunError) {
        self.path = path
        do {
            file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .noFollow])
        } catch {
            throw RunError(.damaged, "\(path) cannot be read: \(error).")
        }
        lines = LineReader(file)
        guard let value = try Self.value(&lines, path), let header = PlanHeader(value) else {
            try? file.close()
            throw RunError(.damaged, "\(path) does not begin like a plan of this version; run the import again.")
        }
        self.header = header
    }

    /// The next row; `nil` at the end.
    mutating func next() throws(RunError) -> PlannedRow? {
        let start = lines.end
        guard let value = try Self.value(&lines, path) else { return nil }
        guard let row = PlannedRow(value) else {
            throw RunError(.damaged, "\(path) is damaged at byte \(start); run the import again to make it anew.")
        }
        return row
    }

    func close() {
        try? file.close()
    }

    private static func value(_ lines: inout LineReader, _ path: FilePath) throws(RunError) -> JSONValue? {
        do {
            return try lines.next().map { try JSONValue(parsing: $0.bytes) }
        } catch {
            throw RunError(.damaged, "\(path) is damaged behind byte \(lines.end): \(error).")
        }
    }
}
