import SystemPackage

/// Lines that are written once and read back soon. The file is gone when it is no longer needed.
struct LineSpool {
    private let path: FilePath
    private let file: FileDescriptor
    private var buffer: [UInt8] = []
    private var written = 0

    /// Makes an empty spool. Close it with ``close()``.
    ///
    /// - Parameter path: Where its bytes are kept. The name is free again at once.
    init(_ path: FilePath) throws(RunError) {
        self.path = path
        try? path.removeFile()
        file = try .openOwn(path, .readWrite, options: .exclusiveCreate)
        try? path.removeFile()
    }

    /// Adds a line that ends in a line feed.
    ///
    /// - Returns: The offset of its first byte.
    mutating func append(_ line: [UInt8]) throws -> Int {
        let start = written + buffer.count
        buffer += line
        if buffer.count >= 1 << 16 { try flush() }
        return start
    }

    /// The lines from the beginning, or from the offset of a line.
    mutating func lines(from start: Int = 0) throws -> LineReader {
        try flush()
        return LineReader(file, from: start)
    }

    /// Gives all bytes in order, in pieces.
    mutating func copy(to sink: ([UInt8]) throws(RunError) -> Void) throws {
        try flush()
        var offset = 0
        while offset < written {
            let piece = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
                count = try file.read(fromAbsoluteOffset: Int64(offset), into: UnsafeMutableRawBufferPointer(room))
            }
            if piece.isEmpty { throw RunError(.cannotWrite, "\(path) cannot be written: its rows did not come back.") }
            try sink(piece)
            offset += piece.count
        }
    }

    func close() {
        try? file.close()
    }

    private mutating func flush() throws(RunError) {
        do {
            try file.writeAll(toAbsoluteOffset: Int64(written), buffer)
        } catch {
            throw RunError.cannotWrite(path, error)
        }
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
