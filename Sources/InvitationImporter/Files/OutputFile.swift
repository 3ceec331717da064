import SystemPackage

/// A file that appears whole or not at all. It is written beside its place, and put there by a rename.
final class OutputFile {
    /// The ending of an unfinished file's name.
    static let partialEnding = ".partial"

    /// When the file begins with a UTF-8 byte order mark. Spreadsheets read a table wrongly without it, as soon as it
    /// holds a character beyond ASCII.
    enum Mark {
        case never
        /// If the file holds a character beyond ASCII.
        case ifNeeded
        case always
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let path: FilePath
    private let partial: FilePath
    private let file: FileDescriptor
    private var buffer: [UInt8] = []
    /// How many bytes have left the buffer.
    private var written = 0
    private let wanted: Mark
    private var needsMark: Bool
    /// Whether the file begins with a byte order mark; certain once it is committed.
    private(set) var isMarked = false

    /// Where a file is written until it is whole.
    static func partial(of path: FilePath) -> FilePath { FilePath(path.string + partialEnding) }

    /// Begins the file. Until ``commit(durably:)`` an older file of that name stays as it is.
    init(_ path: FilePath, mark: Mark = .never) throws(RunError) {
        self.path = path
        (wanted, needsMark) = (mark, mark == .always)
        partial = Self.partial(of: path)
        // A file left over from an earlier try may have another name by now, so it is removed, not written to.
        try? partial.removeFile()
        do throws(RunError) {
            file = try .openOwn(partial, .readWrite, options: .exclusiveCreate)
        } catch {
            // A person knows the file by the name that it was to have.
            throw RunError(error.kind, error.message.replacing(partial.string, with: path.string))
        }
    }

    /// Adds bytes.
    func write(_ bytes: some Sequence<UInt8>) throws(RunError) {
        try add { $0.append(contentsOf: bytes) }
    }

    /// Adds a CSV record.
    func write(record cells: some Sequence<String>, delimiter: UInt8 = UInt8(ascii: ",")) throws(RunError) {
        try add { CSVWriter(delimiter: delimiter).write(cells, into: &$0) }
    }

    /// Adds what is appended to the bytes that wait to be written.
    func add(_ append: (inout [UInt8]) -> Void) throws(RunError) {
        let start = buffer.count
        append(&buffer)
        if wanted == .ifNeeded, !needsMark {
            needsMark = buffer.withUnsafeBufferPointer { !UnsafeBufferPointer(rebasing: $0[start...]).isASCII }
        }
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
            if needsMark, !isMarked { try insertMark() }
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

    /// Puts the mark in front of everything that has been written, from the end on.
    private func insertMark() throws {
        var end = written
        while end > 0 {
            let start = max(0, end - 1 << 16)
            var piece: [UInt8] = []
            while piece.count < end - start {
                let offset = start + piece.count
                piece += try [UInt8](unsafeUninitializedCapacity: end - offset) { room, count in
                    count = try file.read(fromAbsoluteOffset: Int64(offset), into: UnsafeMutableRawBufferPointer(room))
                }
            }
            try file.writeAll(toAbsoluteOffset: Int64(start + Self.mark.count), piece)
            end = start
        }
        try file.writeAll(toAbsoluteOffset: 0, Self.mark)
        isMarked = true
    }

    private func flush() throws(RunError) {
        if needsMark, written == 0 {
            buffer.insert(contentsOf: Self.mark, at: 0)
            isMarked = true
        }
        written += buffer.count
        do {
            try file.writeAll(buffer)
        } catch {
            throw RunError.cannotWrite(path, error)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
