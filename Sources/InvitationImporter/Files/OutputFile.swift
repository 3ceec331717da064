import SystemPackage

/// A file that appears whole or not at all. It is written beside its place, and put there by a rename.
final class OutputFile {
    /// The ending of an unfinished file's name.
    static let partialEnding = ".partial"

    private let path: FilePath
    private let partial: FilePath
    private let file: FileDescriptor
    private var buffer: [UInt8] = []

    /// Where a file is written until it is whole.
    static func partial(of path: FilePath) -> FilePath { FilePath(path.string + partialEnding) }

    /// Begins the file. Until ``commit(durably:)`` an older file of that name stays as it is.
    init(_ path: FilePath) throws(RunError) {
        self.path = path
        partial = Self.partial(of: path)
        // A file left over from an earlier try may have another name by now, so it is removed, not written to.
        try? partial.removeFile()
        file = try .openOwn(partial, .readWrite, options: .exclusiveCreate)
    }

    /// Adds bytes.
    func write(_ bytes: some Sequence<UInt8>) throws(RunError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Adds a CSV record.
    func write(record cells: some Sequence<String>, delimiter: UInt8 = UInt8(ascii: ",")) throws(RunError) {
        try add { CSVWriter(delimiter: delimiter).write(cells, into: &$0) }
    }

    /// Adds what is appended to the bytes that wait to be written.
    func add(_ append: (inout [UInt8]) -> Void) throws(RunError) {
        append(&buffer)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Finishes the file and puts it in its place.
    ///
    /// - Parameter durably: Whether the file and its place survive a power cut from then on. If false, the caller makes
    ///   them durable later.
    func commit(durably: Bool = true) throws(RunError) {
        let file = try commitKeepingOpen(durably: durably)
        try? file.close()
    }

    /// Does the same, and leaves the file open for reading. Whatever takes its place later, this file keeps what was
    /// written.
    ///
    /// - Returns: The open file. The caller closes it.
    func commitKeepingOpen(durably: Bool = true) throws(RunError) -> FileDescriptor {
        try flush()
        do {
            if durably { try file.synchronizeData() }
            try partial.rename(to: path)
            if durably { try path.synchronizeFolder() }
            return file
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }

    /// Removes the unfinished file.
    func discard() {
        try? file.close()
        try? partial.removeFile()
    }

    private func flush() throws(RunError) {
        do {
            try file.writeAll(buffer)
        } catch {
            throw RunError.cannotWrite(path, error)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
