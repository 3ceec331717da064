import SystemPackage

/// A file that appears whole or not at all: written beside its place, and put there by a rename.
final class OutputFile {
    /// What the name of an unfinished file ends in.
    static let partialEnding = ".partial"

    private let path: FilePath
    private let partial: FilePath
    private let file: FileDescriptor
    private var buffer: [UInt8] = []

    /// Where a file is written until it is whole.
    static func partial(of path: FilePath) -> FilePath { FilePath(path.string + partialEnding) }

    /// Begins the file. Until ``commit()`` an older file of that name stays as it is.
    init(_ path: FilePath) throws(RunError) {
        self.path = path
        partial = Self.partial(of: path)
        // What is left of an unfinished one may have another name by now; it is not written to.
        try? partial.removeFile()
        file = try .openOwn(partial, .readWrite, options: .exclusiveCreate)
    }

    /// Adds bytes.
    func write(_ bytes: some Sequence<UInt8>) throws(RunError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Adds a CSV record.
    func write(record cells: [String], delimiter: UInt8 = UInt8(ascii: ",")) throws(RunError) {
        var bytes: [UInt8] = []
        CSVWriter(delimiter: delimiter).write(cells, into: &bytes)
        try write(bytes)
    }

    /// Makes the file durable and puts it in its place, durably too.
    func commit() throws(RunError) {
        let file = try commitKeepingOpen()
        try? file.close()
    }

    /// The same; the file stays open for reading: whatever is put in its place later, this is what was written.
    ///
    /// - Returns: The open file; whoever gets it closes it.
    func commitKeepingOpen() throws(RunError) -> FileDescriptor {
        try flush()
        do {
            try file.synchronizeData()
            try partial.rename(to: path)
            try path.synchronizeFolder()
            return file
        } catch {
            throw RunError.cannotWrite(path, error)
        }
    }

    /// Forgets what was written.
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
