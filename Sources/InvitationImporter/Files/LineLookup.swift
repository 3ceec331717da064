import SystemPackage

/// Finds single lines of a file by their offset. It keeps the piece of the file that it read last, since lines are
/// nearly always asked for in their order.
struct LineLookup {
    private let file: FileDescriptor
    private var piece: [UInt8] = []
    private var start = 0

    private static let pieceSize = 1 << 16
    /// How far before a line a piece begins: people who were under way at the same time ended in another order.
    private static let before = 1 << 13

    init(_ file: FileDescriptor) {
        self.file = file
    }

    /// The line that begins at an offset, without its line feed; `nil` if there is none.
    ///
    /// The file may grow in the meantime. A line that was there must not change.
    mutating func line(at offset: Int) throws -> ArraySlice<UInt8>? {
        if let line = known(offset) { return line }
        start = max(0, offset - Self.before)
        piece = try [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { room, count in
            count = try file.read(fromAbsoluteOffset: Int64(start), into: UnsafeMutableRawBufferPointer(room))
        }
        if let line = known(offset) { return line }
        // A long line, or the end of the file.
        var lines = LineReader(file, from: offset)
        return try lines.next().map { $0.bytes[...] }
    }

    /// The line, if the piece has all of it.
    private func known(_ offset: Int) -> ArraySlice<UInt8>? {
        guard offset >= start, offset < start + piece.count else { return nil }
        let first = offset - start
        let end = piece.withUnsafeBufferPointer { $0.firstIndex(of: .lineFeed, from: first) }
        return end.map { piece[first..<$0] }
    }
}
