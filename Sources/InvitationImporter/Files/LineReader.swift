import SystemPackage

/// Reads the lines of a file from any offset, a piece at a time.
struct LineReader {
    private let file: FileDescriptor
    /// The bytes read ahead, and how many of them have been given out.
    private var buffer: [UInt8] = []
    private var given = 0
    private var position: Int

    /// The offset after the last whole line that was given out.
    private(set) var end: Int

    /// Reads from this offset on.
    init(_ file: FileDescriptor, from offset: Int = 0) {
        self.file = file
        position = offset
        end = offset
    }

    /// The next line without its line feed, and the offset of its first byte; `nil` at the end of the file.
    ///
    /// Text after the last line feed is not a line, and is never given out.
    mutating func next() throws -> (start: Int, bytes: [UInt8])? {
        var searched = given
        while true {
            if let feed = buffer.withUnsafeBufferPointer({ $0.firstIndex(of: .lineFeed, from: searched) }) {
                defer {
                    end += feed + 1 - given
                    given = feed + 1
                }
                return (end, Array(buffer[given..<feed]))
            }
            buffer.removeSubrange(..<given)
            given = 0
            searched = buffer.count
            guard try fill() else { return nil }
        }
    }

    private mutating func fill() throws -> Bool {
        let chunk = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
            count = try file.read(fromAbsoluteOffset: Int64(position), into: UnsafeMutableRawBufferPointer(room))
        }
        position += chunk.count
        buffer += chunk
        return !chunk.isEmpty
    }
}
